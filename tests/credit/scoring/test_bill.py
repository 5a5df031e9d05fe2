"""The explanation of a score: a bill that adds up, and what would raise it."""

import datetime as dt

import pytest
from hypothesis import given

from credit.catalogue import KINDS
from credit.scoring import CURRENT, Entry, Fact, Line, score
from credit.scoring.bill import Bill, lay_out, write_points

from .strategies import ON, credit_files

TITLES = {code: kind.title for code, kind in KINDS.items()}


def bill_of(file: list[Fact]) -> Bill:
    result = score(file, CURRENT, ON)
    stored = [line for line in result.lines if line.points or line.keys or line.note]
    read = [Line.from_json(line.to_json()) for line in stored]
    return lay_out(read, CURRENT, applicable=result.applicable, titles=TITLES)


@given(credit_files())
def test_the_bill_adds_up_to_the_score(file: list[Fact]) -> None:
    result, bill = score(file, CURRENT, ON), bill_of(file)

    assert bill.total == result.total
    assert all(gain.at_most > 0 and gain.advice for gain in bill.gains)
    assert sum(group.maximum or 0 for group in bill.groups) == result.applicable


@given(credit_files())
def test_every_row_says_why(file: list[Fact]) -> None:
    for group in bill_of(file).groups:
        for row in group.rows:
            assert row.title
            if row.indicator:
                assert row.reason
                assert row.source
                assert row.maximum is not None
                assert row.points <= row.maximum


def subject(category: str, registered_on: str = "2015-06-01") -> list[Entry]:
    day = dt.date.fromisoformat(registered_on)
    return [
        Entry("registered", "basic.registered", day),
        Entry("category", "basic.category", day, marks=frozenset({category})),
    ]


def entry(code: str, day: str, *marks: str, quantity: int = 0) -> Entry:
    key = f"{code}@{day}{''.join(marks)}"
    return Entry(key, code, dt.date.fromisoformat(day), quantity=quantity, marks=frozenset(marks))


# Three explanations worked out by hand from the rule table, line by line.
DILIGENT = [
    *subject("trade_association"),
    # A1: 5 accepted, 1 consultation, 1 experts, 2 assembly, 1 within 36 months = 10
    entry("convention.accepted", "2025-10-20", "consultation", "experts", "assembly"),
    # A2: 5 accepted, 2 publicity, no discipline = 7
    entry("ethics_code.accepted", "2025-10-22", "publicity"),
    # A3: 2 took part, 2 led, nothing else = 4
    entry("standard.in_force", "2025-11-02", "led"),
    # A4: 3 public, 4 focus areas, 1 fee table, 1 refusals, 1 in term = 10
    entry(
        "pledge.accepted",
        "2025-10-25",
        "content",
        "manner",
        "audience",
        "fees",
        "fee_table",
        "refusals",
    ),
    entry("pledge.published", "2025-10-25"),
    entry("pledge.in_term", "2025-10-25"),
    # A5: 3 one, 2 reward and sanction = 5. The sanction also keeps the register: B1 5.
    entry("case.accepted", "2026-05-01", "reward"),
    entry("case.accepted", "2026-05-01", "sanction"),
    entry("discipline.recorded", "2026-05-01"),
    # C1 6 of 6, D1 5, D3 7 (nothing found), E1 4, G1 5 (nothing found)
    entry("annual_report.on_time", "2026-03-12"),
    entry("fee_list.public", "2026-02-01"),
    entry("csr_report.published", "2026-06-30"),
    # F1: 3 of 5 = 60 %, below the 85.9 % of the rest: left out
    entry("rating.granted", "2024-12-01", quantity=3),
    # + 1 district commendation
    entry("commendation.district", "2026-01-15"),
]
# 10 + 7 + 4 + 10 + 5 + 5 + 6 + 5 + 7 + 4 + 5 = 68 of 72 + 6 = 78; 68 ÷ 78 = 87.18; + 1 = 88.18
NEGLIGENT = [
    *subject("society"),
    # A1: 5 accepted, and the 36 months are over: 0 reviewed
    entry("convention.accepted", "2023-10-01"),
    # D3: 7 − 3 − 3 = 1; G1: 5 − 1 = 4
    entry("improper.sustained", "2025-04-01"),
    entry("improper.sustained", "2026-04-01"),
    entry("complaint.sustained", "2026-04-01"),
    # C1: 2 of 6 = 33.3 %, above the 15.6 % of the rest: would raise the share, left out
    entry("annual_report.late", "2026-04-20"),
    # 27 working days late: − 2 ; a fine below 50,000: − 8
    entry("filing.late", "2026-10-30", quantity=27),
    entry("penalty.small_fine", "2026-02-02"),
    # a warning of last spring has faded (3 months)
    entry("penalty.warning", "2026-03-01"),
]
# 5 + 1 + 4 = 10 of 64 = 15.63 (15.625 rounded up); − 2 − 8 = 5.63
LISTED = [
    *subject("foundation"),
    # A1 10, A2 8, A4 10: everything that these three ask
    entry("convention.accepted", "2026-06-01", "consultation", "experts", "assembly"),
    entry("ethics_code.accepted", "2026-06-01", "publicity", "discipline"),
    entry(
        "pledge.accepted",
        "2026-06-01",
        "content",
        "manner",
        "audience",
        "fees",
        "fee_table",
        "refusals",
    ),
    entry("pledge.published", "2026-06-01"),
    entry("pledge.in_term", "2026-06-01"),
    # A5: 3 one; B1 5; D1 5; D3 7; E1 4; E3 2; G1 5
    entry("case.accepted", "2026-06-01", "brand"),
    entry("brand.recorded", "2026-06-01"),
    entry("discipline.none_declared", "2026-01-05"),
    entry("fee_list.public", "2026-01-05"),
    entry("csr_report.published", "2026-01-05"),
    entry("standing.abnormal", "2026-09-01"),
]
# 10 + 8 + 10 + 3 + 5 + 5 + 7 + 4 + 2 + 5 = 59 of 64 = 92.19 (92.1875); capped at 69.99


@pytest.mark.parametrize(
    ("file", "earned", "applicable", "adjustments", "total", "band"),
    [
        (DILIGENT, 68_00, 78_00, [19_18, 1_00], 88_18, "A"),
        (NEGLIGENT, 10_00, 64_00, [5_63, -2_00, -8_00], 5_63, "D"),
        (LISTED, 59_00, 64_00, [33_19, -22_20], 69_99, "C"),
    ],
    ids=["diligent", "negligent", "listed"],
)
def test_three_explanations_worked_out_by_hand(
    file: list[Fact], earned: int, applicable: int, adjustments: list[int], total: int, band: str
) -> None:
    result, bill = score(file, CURRENT, ON), bill_of(file)
    *dimensions, last = bill.groups

    assert sum(group.points for group in dimensions) == earned
    assert result.applicable == applicable
    assert [row.points for row in last.rows] == adjustments
    assert (bill.total, result.total, result.band) == (total, total, band)


def test_the_words_of_a_bill() -> None:
    rows = {row.title: row for group in bill_of(NEGLIGENT).groups for row in group.rows}

    assert rows["三年内制定或复审"].reason == "没有有效记录"
    assert rows["行业标准"].reason == "不适用于本组织，不计入"
    assert rows["年度报告"].reason == "计入后反而会提高总分，不计入"
    assert rows["折算为百分制"].reason == "适用项目满分 64 分，按百分制折算"
    late = rows["减分：迟报材料"]
    assert (late.points, late.until) == (-2_00, dt.date(2027, 1, 29))
    assert late.reason == "轻微，自发生之日起 3 个月内计算；每满 10 个工作日减 1 分"


def test_what_would_raise_the_score_most_stands_first() -> None:
    gains = bill_of(NEGLIGENT).gains

    assert gains[0].advice == "签署诚信承诺书并报送，审定后向社会公开。"
    assert gains[0].at_most == 15_63  # 10 of 64 points
    assert [gain.at_most for gain in gains] == sorted(
        (gain.at_most for gain in gains), reverse=True
    )
    assert not any("整改" in gain.advice for gain in gains)


@pytest.mark.parametrize(
    ("points", "written"),
    [(0, "0"), (500, "5"), (7222, "72.22"), (50, "0.5"), (-500, "−5"), (-1201, "−12.01")],
)
def test_points_are_written_as_people_write_them(points: int, written: str) -> None:
    assert write_points(points) == written
