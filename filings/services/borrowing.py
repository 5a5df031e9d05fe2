"""Borrowing a model clause (写法示例) into a draft."""

from django.db import transaction

from associations.models import User
from huanglong_portal.common import audit
from huanglong_portal.common.errors import Conflict, Refused

from .. import model_clauses
from ..documents import blocks as block_rules
from ..documents.inserting import insert_article
from ..models import Revision
from .locking import keep, lock_draft, require_version


@transaction.atomic
def borrow_clause(
    *,
    revision_id: int,
    clause_key: str,
    by: User,
    after: str = "",
    expected_version: int | None = None,
) -> tuple[Revision, str]:
    """Put a model clause into the body behind the article ``after``; returns the draft and the
    anchor of the new article. That it is borrowed is read from the text itself, in every version
    (``model_clauses.borrowed``).

    Raises Refused for a clause that does not exist or is of another material, Conflict when the
    place is gone, NotAllowed and Conflict as for every change of a draft.
    """
    draft = lock_draft(revision_id, by)
    require_version(draft, expected_version)
    try:
        clause = model_clauses.by_key(clause_key)
    except KeyError as unknown:
        raise Refused("没有这一条写法示例，请刷新页面后再选。", "clause") from unknown
    if clause.material != draft.filing.material:
        raise Refused("这一条写法示例是给另一种材料用的。", "clause")
    try:
        blocks, anchor = insert_article(
            block_rules.from_json(draft.blocks), clause.text, after=after
        )
    except KeyError as gone:
        raise Conflict("正文已经变动，找不到您选的位置。请重新选择。") from gone
    draft.blocks = block_rules.to_json(blocks)
    draft.body_source = draft.body_source or Revision.Source.PASTED
    keep(draft)
    audit.record(
        "filings.borrow_clause",
        actor=by,
        target=draft,
        association_id=draft.filing.association_id,
        data={"clause": clause.key, "anchor": anchor},
    )
    return draft, anchor
