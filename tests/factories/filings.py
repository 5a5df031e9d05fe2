"""Rounds and filings in every state, made through the doors."""

import datetime as dt
from typing import Any

from associations.models import Association, User
from filings import services
from filings.materials import Material
from filings.models import Revision, Round, Slot, Upload
from filings.workflow import Action
from huanglong_portal.common import blobs, dates
from tests.factories import people

PLEDGE: dict[str, Any] = {
    "service_content": "为会员提供政策咨询、技能培训和信用建设指导。",
    "service_manner": "现场办理、电话咨询和网上办理相结合，三个工作日内答复。",
    "service_audience": "本会会员，以及前来咨询的同业经营者和消费者。",
    "fees": [
        {
            "item": "会员单位会费",
            "basis": "本会章程第十二条",
            "amount": "600",
            "unit": "元/年",
            "decided_by": "第三届第一次会员大会",
            "decided_on": "2024-03-15",
            "voluntary": False,
        }
    ],
    "commitments": {
        "no_forced_membership": True,
        "no_forced_service": True,
        "no_improper_appraisal": True,
        "no_improper_training": True,
        "no_improper_commendation": True,
        "within_charter": True,
    },
    "extra": [],
    "hotline": "0393-0000000",
    "email": "office@hualong.example",
    "signatory": "张某",
    "signed_on": "2026-03-01",
    "valid_until": "2029-02-28",
}


def open_round(slug: str = "2026", **values: Any) -> Round:
    """A round that takes filings now, opened by a 负责人."""
    chief = people.officer("chief")
    today = dates.today()
    drafted = services.draft_round(
        slug=slug,
        title=f"关于报送{slug}年度诚信自律建设材料的通知",
        year=2026,
        opens_on=values.pop("opens_on", today - dt.timedelta(days=10)),
        closes_on=values.pop("closes_on", today + dt.timedelta(days=30)),
        by=chief,
        **values,
    )
    return services.open_round(round_id=drafted.pk, by=chief)


def slot(association: Association, material: str = Material.PLEDGE) -> Slot:
    """The organisation's line for a material in the open round, which is made if there is none."""
    if not Round.objects.open().exists():
        open_round()
    services.sync_slots(association_id=association.pk)
    return Slot.objects.get(association=association, material=material)


def upload(association: Association, by: User, name: str = "盖章件.pdf", **values: Any) -> Upload:
    """A file that passed its inspection, without the inspection (which has its own tests)."""
    blob = blobs.store(f"%PDF-1.4 {name}".encode(), "application/pdf")
    return Upload.objects.create(
        association=association,
        name=name,
        file_kind="pdf",
        state="accepted",
        original=blob,
        rebuilt=blob,
        pages_blob=blob,
        pages=1,
        uploaded_by=by,
        **values,
    )


def draft(association: Association, by: User, material: str = Material.PLEDGE) -> Revision:
    """A draft with everything a pledge needs (other materials stay empty)."""
    begun = services.begin_filing(slot_id=slot(association, material).pk, by=by)
    if material == Material.PLEDGE:
        services.save_draft(
            revision_id=begun.pk,
            by=by,
            title=f"{association.name}诚信承诺书",
            fields=PLEDGE,
        )
        services.attach(
            revision_id=begun.pk, upload_id=upload(association, by).pk, by=by, role="sealed"
        )
    begun.refresh_from_db()
    return begun


def submitted(association: Association, by: User) -> Revision:
    """A pledge that waits to be claimed."""
    return services.perform(revision_id=draft(association, by).pk, action=Action.SUBMIT, by=by)


def in_review(association: Association, by: User, handler: User) -> Revision:
    """A pledge that ``handler`` reviews."""
    return services.perform(
        revision_id=submitted(association, by).pk, action=Action.CLAIM, by=handler
    )


def endorsed(association: Association, by: User, handler: User) -> Revision:
    """A pledge that waits for a 负责人."""
    return services.perform(
        revision_id=in_review(association, by, handler).pk, action=Action.ENDORSE, by=handler
    )


def approved(association: Association, by: User, handler: User, chief: User) -> Revision:
    """A pledge that was approved and is therefore public."""
    return services.perform(
        revision_id=endorsed(association, by, handler).pk, action=Action.APPROVE, by=chief
    )
