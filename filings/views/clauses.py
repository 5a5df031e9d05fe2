"""Model clauses (写法示例) beside a draft: to read, and to borrow into its text."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from huanglong_portal.common.errors import DomainError

from .. import model_clauses, services
from ..documents import blocks as block_rules
from ..documents.inserting import place_before_closing
from ..documents.places import place_names
from ..finding_groups import Source, source_of
from ..model_clauses import ModelClause
from ..models import Revision
from .access import with_draft

_EVERY_TRADE = "all"


@dataclass(frozen=True, slots=True)
class ShownClause:
    """A clause with what it rests on, and the articles of the draft that repeat it."""

    clause: ModelClause
    source: Source
    borrowed_at: list[str]


@with_draft
@require_http_methods(["GET", "HEAD", "POST"])
def clauses(request: HttpRequest, revision: Revision) -> HttpResponse:
    """The clauses for this material, one's own trade first or another one asked for; POST puts
    one behind the chosen article."""
    refusal = ""
    if request.method == "POST":
        version = request.POST.get("version", "")
        try:
            _, anchor = services.borrow_clause(
                revision_id=revision.pk,
                clause_key=request.POST.get("clause", ""),
                after=request.POST.get("after", ""),
                expected_version=int(version) if version.isdigit() else None,
                by=request.user,
            )
        except DomainError as refused:
            refusal = refused.sentence
            revision.refresh_from_db()
        else:
            return redirect(f"{reverse('filings:body', args=[revision.public_id])}#{anchor}")
    blocks = block_rules.from_json(revision.blocks)
    names = place_names(blocks)
    trade = request.GET.get("trade", "")
    return render(
        request,
        "filings/clauses.html",
        {
            "revision": revision,
            "refusal": refusal,
            "clauses": _shown(revision, blocks, names, trade),
            "trade": trade,
            "trades": _trades(revision),
            "articles": [
                (anchor, names[anchor])
                for anchor, block in zip(block_rules.anchors(blocks), blocks, strict=True)
                if block.type == "article"
            ],
            "after": request.POST.get("after") or place_before_closing(blocks),
        },
    )


def _shown(
    revision: Revision, blocks: list[block_rules.Block], names: dict[str, str], trade: str
) -> list[ShownClause]:
    material, association = revision.filing.material, revision.filing.association
    if trade:
        found = [
            clause
            for clause in model_clauses.ALL
            if clause.material == material and trade in (clause.trade, _EVERY_TRADE)
        ]
    else:
        found = model_clauses.clauses_for(
            material, industry=association.industry, name=association.name
        )
    borrowed: dict[str, list[str]] = {}
    for one in model_clauses.borrowed(blocks):
        borrowed.setdefault(one.clause.key, []).append(names[one.anchor])
    return [
        ShownClause(clause, source_of(clause.source), borrowed.get(clause.key, []))
        for clause in found
    ]


def _trades(revision: Revision) -> list[tuple[str, str]]:
    """The trades that have clauses of their own for this material, as choices."""
    having = dict.fromkeys(
        clause.trade
        for clause in model_clauses.ALL
        if clause.trade and clause.material == revision.filing.material
    )
    if not having:
        return []
    return [("", "适合本会的"), (_EVERY_TRADE, "全部行业"), *((name, name) for name in having)]
