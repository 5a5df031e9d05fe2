"""What must hold of every score, whatever is on the file (K01–K10, K12)."""

import datetime as dt
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credit.catalogue import KINDS, Tone
from credit.scoring import (
    CURRENT,
    RULE_SETS,
    Ending,
    Entry,
    Fact,
    Line,
    ScoreResult,
    next_change,
    score,
)
from credit.scoring.rules import Allowance, Graded, Latest, Parts, Share

from .strategies import (
    ON,
    any_entries,
    bad_entries,
    codes,
    credit_files,
    entries,
    good_entries,
    past_days,
    subjects,
)


def as_bytes(result: ScoreResult) -> bytes:
    lines = [line.to_json() for line in result.lines]
    return json.dumps([result.total, result.uncapped, result.band, lines]).encode()


@given(credit_files())
def test_the_same_file_gives_the_same_bytes(file: list[Fact]) -> None:
    assert as_bytes(score(file, CURRENT, ON)) == as_bytes(score(list(file), CURRENT, ON))


@given(credit_files(), st.randoms(use_true_random=False))
def test_the_order_of_the_facts_makes_no_difference(file: list[Fact], random) -> None:
    shuffled = list(file)
    random.shuffle(shuffled)

    assert as_bytes(score(shuffled, CURRENT, ON)) == as_bytes(score(file, CURRENT, ON))


@given(credit_files(), st.data())
def test_a_fact_counts_once_however_often_it_arrives(file: list[Fact], data: st.DataObject) -> None:
    again = data.draw(st.lists(st.sampled_from(file), max_size=5))

    assert score([*file, *again], CURRENT, ON) == score(file, CURRENT, ON)


@given(credit_files(), good_entries)
def test_a_good_fact_never_lowers_a_score(file: list[Fact], good: Entry) -> None:
    good = replace(good, key="new")

    assert score([*file, good], CURRENT, ON).total >= score(file, CURRENT, ON).total


@given(credit_files(), bad_entries)
def test_a_bad_fact_never_raises_a_score(file: list[Fact], bad: Entry) -> None:
    bad = replace(bad, key="new")

    assert score([*file, bad], CURRENT, ON).total <= score(file, CURRENT, ON).total


@given(credit_files())
def test_the_lines_add_up_to_the_score_exactly(file: list[Fact]) -> None:
    result = score(file, CURRENT, ON)

    assert sum(line.points for line in result.lines) == result.total
    assert 0 <= result.total <= result.uncapped <= 100_00


@given(credit_files(), any_entries)
def test_a_retracted_fact_leaves_no_trace(file: list[Fact], entry: Entry) -> None:
    entry = replace(entry, key="new")

    assert score([*file, entry, Ending("new")], CURRENT, ON) == score(file, CURRENT, ON)


@given(
    subjects,
    st.lists(entries(st.sampled_from(codes(Tone.BAD)), past_days), max_size=12),
    st.lists(st.integers(0, 1500), min_size=2, max_size=2).map(sorted),
)
def test_bad_facts_fade_with_time(subject: list[Entry], bad: list[Entry], days: list[int]) -> None:
    sooner, later = (ON + dt.timedelta(days=n) for n in days)
    file = [*subject, *bad]

    assert score(file, CURRENT, sooner).total <= score(file, CURRENT, later).total


@given(subjects, st.lists(bad_entries, max_size=8))
def test_bad_facts_are_gone_after_their_window(subject: list[Entry], bad: list[Entry]) -> None:
    lasting = {"convention.competition_finding"}  # stands until it is settled
    late = dt.date(2040, 1, 1)
    faded = [entry for entry in bad if entry.code not in lasting]

    assert score([*subject, *faded], CURRENT, late) == score(subject, CURRENT, late)


@pytest.mark.parametrize(
    ("total", "band"),
    [
        (8501, "A"),
        (8500, "A"),
        (8499, "B"),
        (7001, "B"),
        (7000, "B"),
        (6999, "C"),
        (6001, "C"),
        (6000, "C"),
        (5999, "D"),
        (0, "D"),
        (10000, "A"),
    ],
)
def test_bands_change_exactly_at_their_thresholds(total: int, band: str) -> None:
    assert CURRENT.band_of(total).letter == band


@pytest.mark.parametrize(
    ("total", "mark"), [(9500, "AAA"), (9499, "AA"), (9000, "AA"), (8999, "A"), (8499, "")]
)
def test_the_first_band_has_finer_marks(total: int, mark: str) -> None:
    assert CURRENT.mark_of(total) == mark


def test_an_old_rule_version_gives_the_same_score_for_ever() -> None:
    file = [
        Entry("r", "basic.registered", dt.date(2015, 1, 1)),
        Entry("c", "basic.category", dt.date(2015, 1, 1), marks=frozenset({"society"})),
        Entry("1", "convention.accepted", dt.date(2026, 5, 6), marks=frozenset({"assembly"})),
        Entry("2", "filing.late", dt.date(2026, 10, 9), quantity=23),
    ]

    result = score(file, RULE_SETS["v1"], ON)

    # 5 + 2 + 1 for the convention, 7 and 5 to start with = 20 of 64, scaled to 31.25; less 2.
    assert result.total == 2925


@given(credit_files(), st.sampled_from(["complaint.received", "complaint.overturned", "rumour"]))
def test_what_was_not_found_true_weighs_nothing(file: list[Fact], code: str) -> None:
    unproved = Entry("new", code, dt.date(2026, 11, 1))

    assert score([*file, unproved], CURRENT, ON) == score(file, CURRENT, ON)


@given(credit_files(), st.dates(ON + dt.timedelta(days=1), dt.date(2030, 1, 1)), any_entries)
def test_the_future_weighs_nothing(file: list[Fact], day: dt.date, entry: Entry) -> None:
    future = replace(entry, key="new", occurred_on=day)

    assert score([*file, future], CURRENT, ON) == score(file, CURRENT, ON)


@pytest.mark.parametrize(
    ("standing", "ceiling", "band"),
    [("standing.abnormal", 6999, "C"), ("standing.serious", 5999, "D")],
)
def test_a_list_caps_the_grade_and_shows_the_cap(standing: str, ceiling: int, band: str) -> None:
    file = best_file()
    listed = [*file, Entry("listing:1", standing, dt.date(2026, 10, 1))]

    result = score(listed, CURRENT, ON)

    assert result.uncapped == score(file, CURRENT, ON).total > ceiling
    assert (result.total, result.band) == (ceiling, band)
    assert Line(standing, ceiling - result.uncapped, ("listing:1",)) in result.lines


def test_a_cap_ends_with_the_listing() -> None:
    file = [*best_file(), Entry("l", "standing.serious", dt.date(2026, 1, 1))]
    freed = [*file, Ending("l", dt.date(2026, 11, 1))]

    assert score(freed, CURRENT, ON).band == "A"


@pytest.mark.parametrize(
    ("registered_on", "band"),
    [(dt.date(2025, 11, 23), "A"), (dt.date(2025, 11, 24), "N")],
)
def test_the_first_twelve_months_are_not_graded(registered_on: dt.date, band: str) -> None:
    file = [fact for fact in best_file() if fact.code != "basic.registered"]

    result = score([*file, Entry("r", "basic.registered", registered_on)], CURRENT, ON)

    assert result.band == band


def test_too_few_applicable_points_are_not_graded() -> None:
    rules = replace(CURRENT, least_applicable=65_00)
    foundation = [
        Entry("c", "basic.category", dt.date(2015, 1, 1), marks=frozenset({"foundation"}))
    ]

    assert score(foundation, CURRENT, ON).band == "D"
    assert score(foundation, rules, ON).band == "N"
    assert score(foundation, rules, ON).reason == "too_little"


def test_a_low_rating_is_left_out_rather_than_held_against_its_holder() -> None:
    rated = [*best_file(), Entry("rating", "rating.granted", dt.date(2025, 1, 1), quantity=1)]

    result = score(rated, CURRENT, ON)

    assert result.total == score(best_file(), CURRENT, ON).total
    assert [line.note for line in result.lines if line.id == "F1"] == ["not_favourable"]


def test_a_repaired_penalty_stops_counting_on_the_day_of_repair() -> None:
    file = [*best_file(), Entry("fine", "penalty.small_fine", dt.date(2026, 9, 1))]
    repaired = [*file, Ending("fine", dt.date(2026, 11, 1))]

    assert score(file, CURRENT, ON).total == 92_00
    assert score(repaired, CURRENT, ON).total == 100_00
    assert score(repaired, CURRENT, dt.date(2026, 10, 31)).total == 92_00


def test_every_code_of_the_rules_is_in_the_catalogue_with_the_right_tone() -> None:
    good, bad = set(), set()
    for indicator in CURRENT.indicators:
        measure = indicator.measure
        if isinstance(measure, Parts):
            good |= {ref.split(":")[0] for part in measure.parts for ref in part.any_of}
            good |= {ref.split(":")[0] for part in measure.parts for ref in part.all_of}
            bad |= {*measure.veto, *measure.adverse}
        elif isinstance(measure, Latest):
            bad |= set(measure.adverse)
            good |= {code for code, points in measure.points.items() if points} - bad
        elif isinstance(measure, Share):
            good.add(measure.good)
            bad.add(measure.bad)
        elif isinstance(measure, Graded):
            good.add(measure.code)
        elif isinstance(measure, Allowance):
            bad |= set(measure.each)
    bad |= {deduction.code for deduction in CURRENT.deductions}
    good |= {bonus.code for bonus in CURRENT.bonuses}

    assert {KINDS[code].tone for code in good} == {Tone.GOOD}
    assert {KINDS[code].tone for code in bad} == {Tone.BAD}


def test_the_indicators_add_up_to_one_hundred() -> None:
    assert sum(indicator.maximum for indicator in CURRENT.indicators) == 100_00
    for indicator in CURRENT.indicators:
        if isinstance(indicator.measure, Parts):
            assert sum(part.points for part in indicator.measure.parts) == indicator.maximum


def test_the_severity_of_a_deduction_is_that_of_the_catalogue() -> None:
    for deduction in CURRENT.deductions:
        assert KINDS[deduction.code].severity == deduction.severity


def best_file() -> list[Entry]:
    """A trade association with everything in order: 100 points."""
    day = dt.date(2026, 6, 1)
    accepted = {
        "convention.accepted": {"consultation", "experts", "assembly"},
        "ethics_code.accepted": {"publicity", "discipline"},
        "standard.in_force": {"led"},
        "standard.drafting": {"dated"},
        "standard.declared_public": set(),
        "pledge.accepted": {"content", "manner", "audience", "fees", "fee_table", "refusals"},
        "pledge.published": set(),
        "pledge.in_term": set(),
        "case.selected": set(),
        "discipline.recorded": set(),
        "fee_list.public": set(),
        "csr_report.published": set(),
        "mediation.recorded": set(),
        "brand.recorded": set(),
        "service.delivered": set(),
    }
    return [
        Entry("r", "basic.registered", dt.date(2015, 1, 1)),
        Entry("c", "basic.category", dt.date(2015, 1, 1), marks=frozenset({"trade_association"})),
        Entry("case1", "case.accepted", day, marks=frozenset({"reward"})),
        Entry("case2", "case.accepted", day, marks=frozenset({"sanction"})),
        *(Entry(code, code, day, marks=frozenset(marks)) for code, marks in accepted.items()),
    ]


def test_everything_in_order_gives_one_hundred_points() -> None:
    assert score(best_file(), CURRENT, ON).total == 100_00


def test_a_late_annual_report_does_not_raise_a_low_score() -> None:
    # 12 of 72 points without it; counting its 2 of 6 points would give 17.95 instead of 16.67.
    file = [
        Entry("c", "basic.category", dt.date(2015, 1, 1), marks=frozenset({"trade_association"}))
    ]
    late = [*file, Entry("late", "annual_report.late", dt.date(2026, 4, 20))]

    result = score(late, CURRENT, ON)

    assert result.total == score(file, CURRENT, ON).total == 16_67
    assert [line.note for line in result.lines if line.id == "C1"] == ["not_lowering"]


@given(credit_files(), st.integers(0, 400))
def test_between_two_days_of_change_a_score_stays_as_it_is(file: list[Fact], days: int) -> None:
    changes_on = next_change(file, CURRENT, ON)
    later = ON + dt.timedelta(days=days)

    if changes_on is None or later < changes_on:
        assert score(file, CURRENT, later) == score(file, CURRENT, ON)


def test_the_day_of_change_is_that_of_the_first_window_to_close() -> None:
    file = [
        Entry("r", "basic.registered", dt.date(2026, 3, 2)),
        Entry("late", "filing.late", dt.date(2026, 10, 30), quantity=20),
        Entry("rating", "rating.granted", dt.date(2026, 1, 1), dt.date(2026, 12, 31), 4),
        Ending("gone", dt.date(2027, 3, 3)),
    ]

    def after(day: str) -> dt.date | None:
        return next_change(file, CURRENT, dt.date.fromisoformat(day))

    assert after("2026-11-23") == dt.date(2027, 1, 1)  # the rating's own term
    assert after("2027-01-01") == dt.date(2027, 1, 30)  # three months after the late filing
    assert after("2027-01-30") == dt.date(2027, 3, 2)  # twelve months after registration
    assert after("2027-03-02") == dt.date(2027, 3, 3)  # an ending
    assert after("2027-03-03") == dt.date(2031, 1, 1)  # sixty months after the rating
    assert after("2031-01-01") is None
