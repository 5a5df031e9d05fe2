"""The officers' credit files: the list, one file, entering and retracting."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from associations.models import Association
from credit import services
from credit.models import CreditEntry, LegalPeriod, Paper, Score
from tests.credit.builders import Bureau, paper
from tests.factories import files, organisations, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def association(db: None) -> Association:
    return organisations.association("濮阳市华龙区餐饮行业协会")


@pytest.fixture
def officer(client: Client, db: None) -> Client:
    client.force_login(people.officer("handler"))
    return client


def body(response) -> str:
    return response.content.decode()


def form(**values: object) -> dict[str, object]:
    return {
        "code": "annual_report.on_time",
        "occurred_on": "2026-03-20",
        "source": "区民政局",
        **values,
    }


def record_page(association: Association) -> str:
    return f"/admin/credit/creditentry/record/{association.pk}/"


def test_the_list_leads_to_the_file(officer: Client, association: Association) -> None:
    services.rescore()

    page = body(officer.get("/admin/credit/score/"))

    assert f"/admin/credit/score/file/{association.pk}/" in page
    score = Score.objects.get()
    assert officer.get(f"/admin/credit/score/{score.pk}/change/").url == (
        f"/admin/credit/score/file/{association.pk}/"
    )


def test_the_file_shows_the_bill_and_the_lists_apart_from_it(
    officer: Client, association: Association
) -> None:
    Bureau(association).listed()

    page = body(officer.get(f"/admin/credit/score/file/{association.pk}/"))

    assert "按百分制折算" in page
    assert "名录由人依法定程序决定，与得分无关。" in page
    assert "录入信用信息" in page


def test_an_officer_enters_what_another_department_reported(
    officer: Client, association: Association
) -> None:
    response = officer.post(record_page(association), form())

    assert response.status_code == 302
    entry = CreditEntry.objects.get()
    assert (entry.code, entry.source) == ("annual_report.on_time", "区民政局")
    assert Score.objects.current().get().association == association


def test_a_fact_against_the_organisation_is_entered_with_its_document(
    officer: Client, association: Association
) -> None:
    typed = form(code="penalty.warning", description="华民罚〔2026〕1号")
    refused = officer.post(record_page(association), typed)
    assert "失信信息必须有依据文件" in body(refused)
    assert "华民罚〔2026〕1号" in body(refused)

    sent = SimpleUploadedFile("决定书.pdf", files.pdf(), content_type="application/pdf")
    officer.post(record_page(association), {**typed, "document": sent})

    assert CreditEntry.objects.get().paper == Paper.objects.get()


def test_what_is_wrong_is_said_and_what_was_typed_stays(
    officer: Client, association: Association
) -> None:
    page = body(officer.post(record_page(association), form(occurred_on="2090-01-01")))

    assert "发生日期不能晚于今天" in page
    assert "区民政局" in page
    assert not CreditEntry.objects.exists()


def test_an_entry_is_retracted_with_a_reason(officer: Client, association: Association) -> None:
    officer.post(record_page(association), form())
    entry = CreditEntry.objects.get()

    officer.post(f"/admin/credit/creditentry/{entry.pk}/retract/", {"reason": "日期有误"})

    assert entry.endings.get().reason == "日期有误"
    page = body(officer.get(f"/admin/credit/creditentry/{entry.pk}/change/"))
    assert "日期有误" in page
    assert "撤销这条信息" not in page


@pytest.mark.parametrize("way", ["add/", "{pk}/delete/"])
def test_django_itself_adds_and_deletes_nothing(
    officer: Client, association: Association, way: str
) -> None:
    officer.post(record_page(association), form())
    entry = CreditEntry.objects.get()

    response = officer.post(f"/admin/credit/creditentry/{way.format(pk=entry.pk)}", {"post": "yes"})

    assert response.status_code == 403
    assert CreditEntry.objects.count() == 1


def test_a_posted_change_changes_nothing(officer: Client, association: Association) -> None:
    officer.post(record_page(association), form())
    entry = CreditEntry.objects.get()

    officer.post(f"/admin/credit/creditentry/{entry.pk}/change/", {"source": "别处"})

    entry.refresh_from_db()
    assert entry.source == "区民政局"


def test_another_office_reads_and_does_not_enter(client: Client, association: Association) -> None:
    client.force_login(people.officer("handler", "district-section"))

    page = client.get(f"/admin/credit/score/file/{association.pk}/")

    assert page.status_code == 200
    assert "录入信用信息" not in body(page)
    assert client.get(record_page(association)).status_code == 404
    assert client.post(record_page(association), form()).status_code == 404


def test_representatives_do_not_enter_the_officers_pages(
    client: Client, association: Association
) -> None:
    client.force_login(people.representative(association))

    for address in ("/admin/credit/score/", record_page(association)):
        assert client.get(address).status_code in (302, 403, 404)


def test_late_entries_are_counted_and_listed(officer: Client, association: Association) -> None:
    officer.post(record_page(association), form(occurred_on="2026-03-20", obtained_on="2026-03-23"))

    assert CreditEntry.objects.get().entered_late
    page = body(officer.get("/admin/credit/creditentry/?entered_late__exact=1"))
    assert "逾期" in page
    assert "entered_late__exact=1" in body(officer.get("/admin/credit/score/"))


@pytest.mark.parametrize("address", ["/admin/credit/score/", "/admin/credit/creditentry/"])
def test_lists_cost_the_same_for_one_and_for_three(officer: Client, address: str) -> None:
    handler = people.officer("handler")

    def queries(count: int) -> int:
        for _ in range(count):
            association = organisations.association()
            services.record_entry(
                association_id=association.pk,
                code="complaint.sustained",
                occurred_on=dt.date(2026, 10, 9),
                source="12345",
                paper_id=paper(association, handler).pk,
                by=handler,
            )
        officer.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert officer.get(address).status_code == 200
        return len(captured)

    assert queries(1) == queries(2)


def test_legal_periods_are_corrected_by_a_chief_with_the_text_they_rest_on(client: Client) -> None:
    address = "/admin/credit/legalperiod/statement_5Fby_5Fannouncement/change/"
    client.force_login(people.officer("handler"))
    client.post(address, {"amount": "60", "note": "省厅通知"})
    assert LegalPeriod.objects.get(pk="statement_by_announcement").amount == 30

    client.force_login(people.officer("chief"))
    assert "公告送达后的陈述申辩期限" in body(client.get("/admin/credit/legalperiod/"))
    client.post(address, {"amount": "60", "note": ""})
    assert LegalPeriod.objects.get(pk="statement_by_announcement").amount == 30
    client.post(address, {"amount": "60", "note": "省厅通知"})
    row = LegalPeriod.objects.get(pk="statement_by_announcement")
    assert (row.amount, row.note) == (60, "省厅通知")
