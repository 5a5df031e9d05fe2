"""Documents that the public may read."""

import datetime as dt
from typing import Any

from associations.models import Association, Office, User
from filings import manifest, services
from filings.models import Filing, Revision, Round, Slot

from .people import officer

PLEDGE: dict[str, Any] = {
    "service_content": "政策宣讲、技能交流和纠纷调解。",
    "service_manner": "公开办事流程和办理结果。",
    "service_audience": "全体会员和有调解需求的消费者。",
    "fees": [
        {
            "item": "会费",
            "amount": "600",
            "unit": "元/年",
            "basis": "本会章程",
            "decided_by": "第二届会员大会",
            "decided_on": "2025-03-18",
        }
    ],
    "commitments": {"no_forced_membership": True, "within_charter": True},
    "extra": ["三个工作日内答复来电。"],
    "hotline": "0393-0000000",
    "signed_on": "2026-10-05",
}


def chief() -> User:
    """The 负责人 of the office that receives 行业协会商会."""
    return officer("chief", name="刘某")


def approved(
    association: Association,
    material: str = "pledge",
    *,
    filing: Filing | None = None,
    title: str = "",
    fields: dict[str, Any] | None = None,
    blocks: list[dict[str, Any]] | None = None,
) -> Revision:
    """An approved version of a document, the next one of ``filing`` when that is given."""
    filing = filing or Filing.objects.create(
        association=association, material=material, title=title or f"{association.name}诚信承诺书"
    )
    person = User.objects.order_by("pk").first() or chief()
    filing.revisions.filter(state="approved").update(state="superseded")
    values = {
        "title": title or filing.title,
        "fields": PLEDGE if fields is None else fields,
        "blocks": blocks or [],
    }
    digest = manifest.digest(
        manifest.canonical(
            material=filing.material,
            credit_code=association.credit_code,
            attachments=[],
            **values,
        )
    )
    return Revision.objects.create(
        filing=filing,
        slot=_slot(association, filing.material, person),
        number=filing.revisions.count() + 1,
        state="approved",
        digest=digest,
        created_by=person,
        submitted_by=person,
        **values,
    )


def published(association: Association, by: User, **values: Any) -> Filing:
    """A document of ``association`` that ``by`` has let the public read; see ``approved``."""
    return services.publish(revision_id=approved(association, **values).pk, by=by)


def _slot(association: Association, material: str, person: User) -> Slot:
    current, _ = Round.objects.get_or_create(
        slug="2026",
        defaults={
            "title": "2026年度诚信自律材料报送",
            "year": 2026,
            "state": "open",
            "opens_on": dt.date(2026, 11, 1),
            "closes_on": dt.date(2026, 12, 31),
            "created_by": person,
        },
    )
    slot, _ = Slot.objects.get_or_create(
        round=current,
        association=association,
        material=material,
        defaults={"office": Office.objects.get(slug="city-division")},
    )
    return slot
