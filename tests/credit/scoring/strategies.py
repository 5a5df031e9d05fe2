"""Credit files of one organisation, drawn at random from the catalogue."""

import datetime as dt

from hypothesis import strategies as st

from credit.catalogue import KINDS, Tone
from credit.scoring import Ending, Entry, Fact

ON = dt.date(2026, 11, 23)
CATEGORIES = ("trade_association", "society", "foundation", "private_non_enterprise")
MARKS = {
    "convention.accepted": ("consultation", "experts", "assembly"),
    "ethics_code.accepted": ("publicity", "discipline"),
    "standard.in_force": ("led", "took_part"),
    "standard.drafting": ("dated",),
    "pledge.accepted": ("content", "manner", "audience", "fees", "fee_table", "refusals"),
    "case.accepted": ("reward", "sanction", "mediation"),
}

days = st.dates(dt.date(2022, 1, 1), dt.date(2027, 6, 30))
past_days = st.dates(dt.date(2023, 1, 1), ON)


def codes(tone: Tone) -> list[str]:
    return sorted(code for code, kind in KINDS.items() if kind.tone == tone)


@st.composite
def entries(
    draw: st.DrawFn, code: st.SearchStrategy[str], occurred_on: st.SearchStrategy[dt.date] = days
) -> Entry:
    chosen = draw(code)
    return Entry(
        key=f"e{draw(st.integers(0, 10**9))}",
        code=chosen,
        occurred_on=draw(occurred_on),
        valid_until=draw(st.none() | days),
        quantity=draw(st.integers(1, 5 if chosen == "rating.granted" else 80)),
        marks=draw(st.frozensets(st.sampled_from(MARKS[chosen])))
        if chosen in MARKS
        else frozenset(),
    )


good_entries = entries(st.sampled_from(codes(Tone.GOOD)))
bad_entries = entries(st.sampled_from(codes(Tone.BAD)))
any_entries = entries(st.sampled_from(sorted(KINDS)))
subjects = st.sampled_from(CATEGORIES).map(
    lambda category: [
        Entry("registered", "basic.registered", dt.date(2018, 5, 4)),
        Entry("category", "basic.category", dt.date(2018, 5, 4), marks=frozenset({category})),
    ]
)
standings = st.sampled_from(
    [
        [],
        [Entry("listing:1", "standing.abnormal", dt.date(2026, 3, 2))],
        [Entry("listing:2", "standing.serious", dt.date(2026, 3, 2))],
    ]
)


@st.composite
def credit_files(draw: st.DrawFn) -> list[Fact]:
    found = draw(st.lists(any_entries, max_size=25, unique_by=lambda entry: entry.key))
    ended = draw(st.lists(st.sampled_from(found), max_size=4)) if found else []
    endings = [Ending(entry.key, draw(st.none() | days)) for entry in ended]
    return [*draw(subjects), *draw(standings), *found, *endings]
