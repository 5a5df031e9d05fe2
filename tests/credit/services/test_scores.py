"""Computing all scores: repeatable, interruptible, each organisation on its own (K07, K10, K11)."""

import datetime as dt
from contextlib import nullcontext

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from associations.models import Association
from credit import services
from credit.models import Score
from credit.scoring import CURRENT
from credit.services import scores
from tests.credit.builders import at, paper
from tests.factories import organisations, people

pytestmark = pytest.mark.django_db


def table() -> list[tuple[object, ...]]:
    return list(
        Score.objects.order_by("association", "on").values_list(
            "association", "on", "total", "uncapped", "band", "lines", "is_latest"
        )
    )


def fined(association: Association, occurred_on: dt.date) -> None:
    officer = people.officer()
    services.record_entry(
        association_id=association.pk,
        code="penalty.small_fine",
        occurred_on=occurred_on,
        source="区民政局",
        paper_id=paper(association, officer).pk,
        by=officer,
    )


def test_other_organisations_facts_change_nothing() -> None:
    mine, other = organisations.association(), organisations.association()
    with at("2026-11-20"):
        services.rescore()
        before = Score.objects.current().get(association=mine)
    with at("2026-11-23"):
        fined(other, dt.date(2026, 11, 20))
        services.rescore()

    assert Score.objects.current().get(association=mine) == before


def test_a_second_run_changes_nothing() -> None:
    for _ in range(3):
        organisations.association()
    with at("2026-11-23"):
        first, second = services.rescore(), services.rescore()

    assert (first.computed, first.changed) == (3, 3)
    assert (second.computed, second.changed) == (3, 0)


@pytest.mark.parametrize("stop_after", [0, 1, 2, 3, 4])
def test_an_interrupted_run_is_simply_run_again(monkeypatch, stop_after: int) -> None:
    associations = [organisations.association() for _ in range(4)]
    with at("2026-11-20"):
        for association in associations:
            fined(association, dt.date(2026, 11, 19))
    monkeypatch.setattr(scores, "BATCH", 1)

    class Stopped(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done > stop_after:
            raise Stopped

    with at("2028-01-10"):
        with pytest.raises(Stopped) if stop_after < 4 else nullcontext():
            services.rescore(progress=stop)
        services.rescore()

    rows = table()
    assert len(rows) == 8
    # 12 of 72 points; the fine of 8 points stands no longer.
    assert [row[2] for row in rows if row[-1]] == [16_67] * 4


def test_the_lines_that_were_stored_add_up_and_come_out_again() -> None:
    association = organisations.association()
    with at("2026-11-23"):
        fined(association, dt.date(2026, 11, 20))
    row = Score.objects.current().get()

    result = scores.score(scores.facts_of([association])[association.pk], row.rules, row.on)

    assert sum(line.points for line in row.bill_lines) == row.total == result.total
    assert row.rules is CURRENT


def test_a_day_in_the_past_is_history_and_leaves_the_present_alone() -> None:
    association = organisations.association()
    with at("2026-11-23"):
        fined(association, dt.date(2026, 10, 20))
        now = Score.objects.current().get()
        services.rescore(on=dt.date(2026, 10, 1))

    past = Score.objects.get(on=dt.date(2026, 10, 1))
    assert (past.total, past.is_latest) == (16_67, False)
    assert Score.objects.current().get() == now
    association.refresh_from_db()
    assert association.grade == now.band


def test_two_changes_on_one_day_leave_one_row() -> None:
    association = organisations.association()
    with at("2026-11-23"):
        fined(association, dt.date(2026, 11, 20))
        fined(association, dt.date(2026, 11, 21))

    assert Score.objects.get().total == 67  # 16.67 − 8 − 8


def test_only_organisations_on_the_register_are_scored() -> None:
    organisations.association(state="applied")
    organisations.association(state="suspended")

    assert services.rescore().computed == 1


def test_queries_do_not_grow_with_the_number_of_organisations() -> None:
    def queries(count: int) -> int:
        for _ in range(count):
            organisations.association()
        with CaptureQueriesContext(connection) as captured:
            services.rescore()
        return len(captured)

    assert queries(1) == queries(5)


def test_the_command_says_how_many_changed(capsys) -> None:
    organisations.association()
    call_command("rescore", "--on", "2026-11-23")
    call_command("rescore", "--on", "2026-11-23")

    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "2026年11月23日：共计算 1 个社会组织，1 个发生变化。",
        "2026年11月23日：共计算 1 个社会组织，0 个发生变化。",
    ]


def test_the_command_refuses_a_date_it_cannot_read() -> None:
    with pytest.raises(CommandError, match="写法不对"):
        call_command("rescore", "--on", "昨天")


def test_who_sees_which_scores() -> None:
    mine, other = organisations.association(), organisations.association()
    services.rescore()

    own = people.representative(mine)
    assert [row.association_id for row in Score.objects.visible_to(own)] == [mine.pk]
    assert Score.objects.visible_to(people.officer()).count() == 2
    assert other.scores.visible_to(own).count() == 0


def test_what_cannot_have_changed_is_passed_over_until_its_day(monkeypatch) -> None:
    association = organisations.association()
    with at("2026-11-23"):
        fined(association, dt.date(2026, 11, 20))
    computed: list[dt.date] = []
    real = scores.score

    def counting(facts: object, rules: object, on: dt.date) -> object:
        computed.append(on)
        return real(facts, rules, on)

    monkeypatch.setattr(scores, "score", counting)
    for day in ("2026-11-24", "2027-11-19", "2027-11-20", "2027-11-21"):
        with at(day):
            services.rescore()

    assert computed == [dt.date(2027, 11, 20)]
    assert Score.objects.current().get().total == 16_67


def test_everything_is_computed_when_asked_for() -> None:
    organisations.association()
    with at("2026-11-23"):
        services.rescore()
        Score.objects.update(total=99_00)
        assert services.rescore().changed == 0
        assert services.rescore(everything=True).changed == 1

    assert Score.objects.get().total == 16_67
