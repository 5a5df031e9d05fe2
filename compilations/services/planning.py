"""What a volume will say, written down when the button is pressed: the manifest of a run.

Binding reads the manifest and the pieces and nothing else, so the same run gives the same book on
any machine, whatever happens to the records meanwhile.
"""

from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings
from django.db.models import BooleanField, ExpressionWrapper, Q
from django.urls import reverse

from filings.models import Revision
from filings.notice import NOTICE_PARAGRAPHS
from huanglong_portal.common import dates

from ..digests import input_digest
from ..models import Edition, EditionVolume
from ..typesetting.press_version import press_version
from .content import key_of, particulars
from .editions import PREFACE
from .sections import back_sections, front_sections


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything one run needs: the manifest, and revision and key of every piece in order."""

    manifest: dict[str, Any]
    pieces: tuple[tuple[int, str], ...]
    digest: str


def plan(edition_volume: EditionVolume, *, is_proof: bool) -> Plan:
    """The plan of one volume as its edition stands now."""
    edition = edition_volume.edition
    revisions = _revisions(edition_volume)
    keys = [
        key_of(revision, has_text=revision.has_text)  # type: ignore[attr-defined]
        for revision in revisions
    ]
    manifest = {
        "imprint": _imprint(edition_volume, revisions, is_proof),
        "editors": _editors(edition),
        "preface": preface_of(edition),
        "front": [asdict(section) for section in front_sections(edition_volume)],
        "notice": [[paragraph.kind, paragraph.text] for paragraph in NOTICE_PARAGRAPHS],
        "back": [asdict(section) for section in back_sections(edition_volume)],
        "opens_on_right": edition.opens_on_right,
        "part_pages": edition.part_pages,
        "pieces": [_piece(revision) for revision in revisions],
        "openings": _openings(revisions),
    }
    return Plan(
        manifest=manifest,
        pieces=tuple((revision.pk, key) for revision, key in zip(revisions, keys, strict=True)),
        digest=input_digest(manifest=manifest, keys=keys, press_version=press_version()),
    )


def preface_of(edition: Edition) -> list[str]:
    """The paragraphs of the 编印说明: the officer's, or the usual ones."""
    text = edition.preface or PREFACE.format(
        bureau=settings.BUREAU_NAME,
        round=f"《{edition.round.title}》",
        order=edition.get_order_by_display().removeprefix("按"),
    )
    return [line.strip() for line in text.splitlines() if line.strip()]


def _revisions(edition_volume: EditionVolume) -> list[Revision]:
    entries = edition_volume.entries.included().values_list("revision_id", flat=True)
    order = {revision_id: place for place, revision_id in enumerate(entries)}
    revisions = (
        Revision.objects.filter(pk__in=order)
        .select_related("filing__association")
        .prefetch_related("attachments__upload")
        .annotate(has_text=ExpressionWrapper(~Q(blocks=[]), BooleanField()))
        .defer("blocks", "warnings")
    )
    return sorted(revisions, key=lambda revision: order[revision.pk])


def _imprint(
    edition_volume: EditionVolume, revisions: list[Revision], is_proof: bool
) -> dict[str, Any]:
    edition = edition_volume.edition
    day = dates.legal_date(edition.frozen_at) if edition.frozen_at else dates.today()
    organisations = len({revision.filing.association_id for revision in revisions})
    colophon = [
        ("编印单位", settings.BUREAU_NAME),
        ("编印依据", edition.round.title),
        ("版　　次", f"{edition.title}（第{edition.number}次编印）"),
        ("收录范围", f"{organisations}家单位，{len(revisions)}份材料"),
        ("准印证号", edition.permit_number),
        ("印制说明", "内部资料，免费交流"),
        ("联系电话", settings.BUREAU_PHONE),
    ]
    address = reverse("compilations:book", args=[edition.public_id, edition_volume.volume.position])
    return {
        "title": edition_volume.volume.title,
        "bureau": settings.BUREAU_NAME,
        "edition": edition.title,
        "month": f"{day.year}年{day.month}月",
        "colophon": [fact for fact in colophon if fact[1]],
        "address": f"{settings.PUBLIC_URL}{address}",
        "is_proof": is_proof,
    }


def _editors(edition: Edition) -> list[tuple[str, str]]:
    lines = [line.strip() for line in edition.editors.splitlines() if line.strip()]
    split = [line.replace(":", "：", 1).partition("：") for line in lines]
    return [(post, names) for post, _, names in split]


def _piece(revision: Revision) -> dict[str, Any]:
    return {
        "title": revision.title,
        "association": revision.filing.association_id,
        "revision": str(revision.public_id),
        "digest": revision.digest,
    }


def _openings(revisions: list[Revision]) -> dict[str, Any]:
    openings: dict[str, Any] = {}
    for revision in revisions:
        association = revision.filing.association
        if str(association.pk) not in openings:
            address = reverse("public:organisation", args=[association.credit_code])
            openings[str(association.pk)] = {
                "association": association.name,
                "facts": particulars(association),
                "address": f"{settings.PUBLIC_URL}{address}",
                "industry": association.industry,
            }
    return openings
