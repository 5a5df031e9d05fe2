"""◇ What an approved document says for its organisation: the facts that go on the credit file."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .months import add_months

_FEWEST_EXPERTS = 3
_PLEDGE_MONTHS = 36
_FOCUS_AREAS = {
    "content": "service_content",
    "manner": "service_manner",
    "audience": "service_audience",
}
_REFUSALS = (
    "no_forced_membership",
    "no_forced_service",
    "no_improper_appraisal",
    "no_improper_training",
    "no_improper_commendation",
    "within_charter",
)
_FEE_COLUMNS = ("item", "basis", "amount", "unit", "decided_by")
_STANDING_STANDARDS = ("in_force", "revising")
_STANDARD_ROLES = {"lead": "led", "participant": "took_part"}
# A case of these kinds is itself evidence for another indicator.
_CASE_EVIDENCE = {
    "sanction": "discipline.recorded",
    "mediation": "mediation.recorded",
    "brand": "brand.recorded",
}


@dataclass(frozen=True, slots=True)
class FiledFact:
    """A fact to be recorded: its code, what more it says, and the last day it holds."""

    code: str
    marks: frozenset[str] = frozenset()
    valid_until: dt.date | None = None


def facts_of(
    material: str, fields: Mapping[str, Any], approved_on: dt.date
) -> tuple[FiledFact, ...]:
    """The facts in an approved revision of ``material`` with these structured ``fields``.

    Only what the document says counts (通知 一、三); fields that are empty say nothing.
    """
    return _READERS[material](fields, approved_on)


def _convention(fields: Mapping[str, Any], approved_on: dt.date) -> tuple[FiledFact, ...]:
    consultation = _part(fields, "consultation")
    experts = _part(fields, "experts")
    assembly = _part(fields, "assembly")
    marks = {
        "consultation": consultation.get("from") and consultation.get("to"),
        "experts": experts.get("date") and len(experts.get("members") or ()) >= _FEWEST_EXPERTS,
        "assembly": assembly.get("date") and assembly.get("for"),
    }
    return (FiledFact("convention.accepted", _true(marks)),)


def _ethics_code(fields: Mapping[str, Any], approved_on: dt.date) -> tuple[FiledFact, ...]:
    marks = {"publicity": fields.get("publicity"), "discipline": fields.get("discipline")}
    return (FiledFact("ethics_code.accepted", _true(marks)),)


def _standard(fields: Mapping[str, Any], approved_on: dt.date) -> tuple[FiledFact, ...]:
    state = fields.get("status")
    if state in _STANDING_STANDARDS:
        role = _STANDARD_ROLES.get(fields.get("role", ""))
        return (FiledFact("standard.in_force", frozenset({role} if role else ())),)
    if state == "drafting":
        dated = fields.get("stage") and fields.get("planned_on")
        return (FiledFact("standard.drafting", _true({"dated": dated})),)
    return ()


def _pledge(fields: Mapping[str, Any], approved_on: dt.date) -> tuple[FiledFact, ...]:
    fees = fields.get("fees") or ()
    commitments = _part(fields, "commitments")
    marks: dict[str, Any] = {mark: fields.get(name) for mark, name in _FOCUS_AREAS.items()}
    marks["fees"] = fees
    marks["fee_table"] = fees and all(fee.get(column) for fee in fees for column in _FEE_COLUMNS)
    marks["refusals"] = all(commitments.get(name) is True for name in _REFUSALS)
    signed_on = _date(fields.get("signed_on")) or approved_on
    valid_until = _date(fields.get("valid_until")) or add_months(signed_on, _PLEDGE_MONTHS)
    return (
        FiledFact("pledge.accepted", _true(marks)),
        FiledFact("pledge.in_term", valid_until=valid_until),
    )


def _case(fields: Mapping[str, Any], approved_on: dt.date) -> tuple[FiledFact, ...]:
    kind = fields.get("case_kind") or ""
    facts = [FiledFact("case.accepted", frozenset({kind} if kind else ()))]
    if kind in _CASE_EVIDENCE:
        facts.append(FiledFact(_CASE_EVIDENCE[kind]))
    return tuple(facts)


_READERS = {
    "convention": _convention,
    "ethics_code": _ethics_code,
    "standard": _standard,
    "pledge": _pledge,
    "case": _case,
}


def _part(fields: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = fields.get(name)
    return part if isinstance(part, Mapping) else {}


def _true(marks: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(mark for mark, said in marks.items() if said)


def _date(text: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except (TypeError, ValueError):
        return None
