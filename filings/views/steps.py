"""The steps by which a draft is filled in, as the list at the head of each of its pages."""

from dataclasses import dataclass

from django.urls import reverse

from ..materials import TRAITS
from ..models import Remark, Revision
from ..workflow import State


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the way: its key, what it is called, its address."""

    key: str
    label: str
    url: str


def steps_of(revision: Revision) -> list[Step]:
    """The pages of a draft in order: with the text first where the text is what is asked for."""
    body_first = TRAITS[revision.filing.material].body_required
    labels = {
        "remarks": "审核意见",
        "body": "正文" if body_first else "补充文字",
        "fields": "填写情况" if body_first else "填写内容",
        "attachments": "附件",
        "check": "检查并提交",
    }
    order = ["body", "fields"] if body_first else ["fields", "body"]
    keys = [*order, "attachments", "check"]
    if open_remarks(revision):
        keys.insert(0, "remarks")
    return [
        Step(key, labels[key], reverse(f"filings:{key}", args=[revision.public_id])) for key in keys
    ]


def next_url(revision: Revision, key: str) -> str:
    """The address of the page after ``key``."""
    steps = steps_of(revision)
    place = [step.key for step in steps].index(key)
    return steps[min(place + 1, len(steps) - 1)].url


def open_remarks(revision: Revision) -> list[Remark]:
    """The officers' remarks that a draft has to answer: those of the returned version before it."""
    before = (
        revision.filing.revisions.filter(number__lt=revision.number)
        .only("pk", "state", "filing_id", "number")
        .order_by("-number")
        .first()
    )
    if before is None or before.state != State.RETURNED:
        return []
    return list(Remark.objects.filter(revision=before.pk, internal=False))
