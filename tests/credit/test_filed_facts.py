"""What an approved document says, and what it does not say."""

import datetime as dt

import pytest

from credit.filed_facts import FiledFact, facts_of

APPROVED_ON = dt.date(2026, 11, 23)
FEE = {"item": "会费", "basis": "章程", "amount": "1000", "unit": "元/年", "decided_by": "会员大会"}
PLEDGE = {
    "service_content": "培训",
    "service_manner": "现场",
    "service_audience": "会员",
    "fees": [FEE],
    "commitments": {
        "no_forced_membership": True,
        "no_forced_service": True,
        "no_improper_appraisal": True,
        "no_improper_training": True,
        "no_improper_commendation": True,
        "within_charter": True,
    },
    "signed_on": "2026-11-01",
}


def marks(material: str, fields: dict[str, object]) -> set[str]:
    return set(facts_of(material, fields, APPROVED_ON)[0].marks)


def test_a_convention_with_its_whole_procedure() -> None:
    fields = {
        "consultation": {"from": "2026-03-01", "to": "2026-03-31", "received": 12},
        "experts": {"date": "2026-04-10", "members": [{"name": "张某"}] * 3},
        "assembly": {"date": "2026-05-06", "due": 60, "present": 48, "for": 47},
    }

    assert facts_of("convention", fields, APPROVED_ON) == (
        FiledFact("convention.accepted", frozenset({"consultation", "experts", "assembly"})),
    )


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"consultation": None, "experts": "", "assembly": []},
        {"consultation": {"from": "2026-03-01"}},
        {"experts": {"date": "2026-04-10", "members": [{"name": "张某"}] * 2}},
        {"assembly": {"date": "2026-05-06"}},
    ],
)
def test_half_a_procedure_is_none(fields: dict[str, object]) -> None:
    assert marks("convention", fields) == set()


def test_an_ethics_code_that_is_made_known_and_enforced() -> None:
    fields = {"publicity": [{"channel": "公众号"}], "discipline": "约谈"}

    assert marks("ethics_code", fields) == {"publicity", "discipline"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"status": "in_force", "role": "lead"}, ("standard.in_force", {"led"})),
        ({"status": "revising", "role": "participant"}, ("standard.in_force", {"took_part"})),
        ({"status": "in_force", "role": "adopter"}, ("standard.in_force", set())),
        (
            {"status": "drafting", "stage": "consultation", "planned_on": "2027-03-01"},
            ("standard.drafting", {"dated"}),
        ),
        ({"status": "drafting"}, ("standard.drafting", set())),
    ],
)
def test_standards_by_state_and_role(fields, expected) -> None:
    (fact,) = facts_of("standard", fields, APPROVED_ON)

    assert (fact.code, set(fact.marks)) == expected


@pytest.mark.parametrize("state", ["abolished", "replaced", "upcoming", ""])
def test_a_standard_that_is_not_in_force_says_nothing(state: str) -> None:
    assert facts_of("standard", {"status": state, "role": "lead"}, APPROVED_ON) == ()


def test_a_whole_pledge_and_its_term() -> None:
    accepted, term = facts_of("pledge", PLEDGE, APPROVED_ON)

    assert set(accepted.marks) == {
        "content",
        "manner",
        "audience",
        "fees",
        "fee_table",
        "refusals",
    }
    assert term == FiledFact("pledge.in_term", valid_until=dt.date(2029, 11, 1))


def test_the_term_of_a_pledge_is_what_it_says_or_three_years() -> None:
    def until(**fields: object) -> dt.date | None:
        return facts_of("pledge", fields, APPROVED_ON)[1].valid_until

    assert until(valid_until="2027-06-30", signed_on="2026-01-01") == dt.date(2027, 6, 30)
    assert until(valid_until="不详") == dt.date(2029, 11, 23)


def test_one_refusal_less_or_one_empty_fee_column_is_not_complete() -> None:
    commitments = {**PLEDGE["commitments"], "within_charter": False}
    fees = [FEE, {**FEE, "basis": ""}]

    found = marks("pledge", {**PLEDGE, "commitments": commitments, "fees": fees})

    assert found == {"content", "manner", "audience", "fees"}


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("reward", ["case.accepted"]),
        ("sanction", ["case.accepted", "discipline.recorded"]),
        ("mediation", ["case.accepted", "mediation.recorded"]),
        ("responsibility", ["case.accepted"]),
        ("brand", ["case.accepted", "brand.recorded"]),
    ],
)
def test_a_case_is_evidence_for_more_than_itself(kind: str, codes: list[str]) -> None:
    facts = facts_of("case", {"case_kind": kind}, APPROVED_ON)

    assert [fact.code for fact in facts] == codes
    assert facts[0].marks == {kind}
