"""The promises of a pledge (诚信承诺书) as numbered data: 通知 一（四）第2句.

Four things every pledge speaks of (服务内容、服务方式、服务对象、收费标准), six that every
organisation promises in the notice's own words, then whatever it adds of its own. The number of a
promise within a version is its public address.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FOCUS: tuple[tuple[str, str], ...] = (
    ("service_content", "服务内容"),
    ("service_manner", "服务方式"),
    ("service_audience", "服务对象"),
)

COMMITMENTS: tuple[tuple[str, str, str], ...] = (
    ("no_forced_membership", "不强制入会", "不强制或者变相强制入会，不阻碍会员退会。"),
    ("no_forced_service", "不强行服务", "不强行服务，不强制他人接受有偿服务。"),
    ("no_improper_appraisal", "不乱评比", "不搞乱评比，不借评比达标收取费用。"),
    ("no_improper_training", "不乱培训", "不搞乱培训，不强制参加培训、会议或者考察。"),
    ("no_improper_commendation", "不乱表彰", "不搞乱表彰，不借表彰收取费用。"),
    ("within_charter", "按章程办事", "不超出章程规定的业务范围开展活动。"),
)
"""Key in the fields, short heading, and the sentence that is published and printed."""


@dataclass(frozen=True, slots=True)
class Promise:
    """One numbered promise. ``key`` tells where it comes from (``fees``, ``extra`` …)."""

    number: int
    key: str
    heading: str
    text: str

    @property
    def anchor(self) -> str:
        """Its address on the pledge's page."""
        return f"promise-{self.number}"


def promises_of(fields: Mapping[str, Any]) -> list[Promise]:
    """The promises that the fields of a pledge hold, numbered from 1 without gaps."""
    found: list[tuple[str, str, str]] = [
        (key, heading, str(fields[key]).strip())
        for key, heading in FOCUS
        if str(fields.get(key) or "").strip()
    ]
    if fields.get("fees"):
        found.append(("fees", "收费标准", "收费项目和标准见下表，表外不另收费。"))
    made = fields.get("commitments") or {}
    found += [(key, heading, text) for key, heading, text in COMMITMENTS if made.get(key)]
    found += [
        ("extra", "其他承诺", str(text).strip())
        for text in fields.get("extra") or ()
        if str(text).strip()
    ]
    return [Promise(number, *promise) for number, promise in enumerate(found, start=1)]
