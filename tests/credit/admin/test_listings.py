"""The procedure of the lists on the officers' pages: step by step, and no step skipped."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from associations.models import User
from credit import services
from credit.models import Listing
from tests.credit.builders import Bureau, at
from tests.factories import organisations, people

pytestmark = pytest.mark.django_db
LISTINGS = "/admin/credit/listing/"


@pytest.fixture
def bureau() -> Bureau:
    return Bureau(organisations.association("濮阳市华龙区餐饮行业协会"))


def body(response) -> str:
    return response.content.decode()


def sign_in(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


def act(listing: Listing, action: str) -> str:
    return f"{LISTINGS}{listing.pk}/act/{action}/"


PROPOSAL = {"ground_id": "AB1", "facts": "未报送年度报告。", "evidence": "系统截图"}
SERVICE = {"notice_number": "华民告〔2026〕3号", "served_on": "2026-11-02", "manner": "direct"}
DECISION = {"outcome": "list", "decision_number": "华民决〔2026〕5号", "reason": "证据充分。"}


def test_from_proposal_to_publication_on_the_pages(client: Client, bureau: Bureau) -> None:
    with at("2026-11-02"):
        sign_in(client, bureau.handler)
        client.post(f"{LISTINGS}propose/{bureau.association.pk}/", PROPOSAL)
        listing = Listing.objects.get()
        assert "印发告知书" in body(client.get(f"{LISTINGS}{listing.pk}/change/"))
        assert "拟列入活动异常名录告知书" in body(client.get(f"{LISTINGS}{listing.pk}/notice/"))
        client.post(act(listing, "serve"), SERVICE)
    with at("2026-11-17"):
        sign_in(client, bureau.chief)
        assert "可以作出决定" in body(client.get(f"{LISTINGS}{listing.pk}/change/"))
        client.post(act(listing, "list"), {**DECISION, "measures": ["inspection"]})
        client.post(act(listing, "publish"))

    listing.refresh_from_db()
    assert listing.state == "published"
    assert [measure.code for measure in listing.measures.all()] == ["inspection"]


@pytest.mark.parametrize("action", ["list", "publish", "remove", "repair", "overturn"])
def test_a_step_that_is_not_due_is_refused_on_its_page(
    client: Client, bureau: Bureau, action: str
) -> None:
    listing = bureau.propose()
    sign_in(client, bureau.chief)

    response = client.post(
        act(listing, action), {**DECISION, "note": "……", "corrected": "on"}, follow=True
    )

    listing.refresh_from_db()
    assert listing.state == "proposed"
    assert "现在的状态是“拟列入”" in body(response)


def test_a_decision_before_the_period_is_over_is_refused_with_the_date(
    client: Client, bureau: Bureau
) -> None:
    with at("2026-11-02"):
        listing = bureau.serve(bureau.propose())
    with at("2026-11-16"):
        page = body(sign_in(client, bureau.chief).post(act(listing, "list"), DECISION))

    listing.refresh_from_db()
    assert listing.state == "notified"
    assert "陈述申辩期限到2026年11月16日 24:00 为止" in page
    assert "证据充分。" in page


def test_the_proposer_is_told_that_another_decides(client: Client, bureau: Bureau) -> None:
    bureau.handler = bureau.chief
    with at("2026-11-02"):
        listing = bureau.serve(bureau.propose())
    with at("2026-11-17"):
        sign_in(client, bureau.chief)
        assert "您是提议人" in body(client.get(f"{LISTINGS}{listing.pk}/change/"))
        page = body(client.post(act(listing, "list"), DECISION))

    listing.refresh_from_db()
    assert "提议和决定必须由不同的人作出" in page
    assert listing.state == "notified"


def test_another_office_sees_nothing_of_what_is_under_way(client: Client, bureau: Bureau) -> None:
    listing = bureau.propose()
    sign_in(client, people.officer("chief", "district-section"))

    assert client.get(f"{LISTINGS}{listing.pk}/change/").status_code == 404
    assert client.post(act(listing, "drop"), {"note": "……"}).status_code == 404
    assert client.get(f"{LISTINGS}propose/{bureau.association.pk}/").status_code == 404
    assert "餐饮" not in body(client.get(LISTINGS)).split("result_list")[-1]


@pytest.mark.parametrize("action", ["state", "ask_removal", "move_up", "change", "nonsense"])
def test_what_officers_do_not_do_has_no_page(client: Client, bureau: Bureau, action: str) -> None:
    listing = bureau.listed()

    response = sign_in(client, bureau.chief).post(act(listing, action), {"text": "……"})

    assert response.status_code == 404


@pytest.mark.parametrize("way", ["add/", "{pk}/delete/"])
def test_django_itself_adds_and_deletes_nothing(client: Client, bureau: Bureau, way: str) -> None:
    listing = bureau.propose()

    response = sign_in(client, bureau.chief).post(
        f"{LISTINGS}{way.format(pk=listing.pk)}", {"post": "yes"}
    )

    assert response.status_code == 403
    assert Listing.objects.filter(pk=listing.pk).exists()


def test_no_bulk_action_is_offered_or_taken(client: Client, bureau: Bureau) -> None:
    listing = bureau.propose()
    sign_in(client, bureau.chief)

    client.post(LISTINGS, {"action": "delete_selected", "_selected_action": [listing.pk]})

    assert "delete_selected" not in body(client.get(LISTINGS))
    assert Listing.objects.filter(pk=listing.pk).exists()


def test_removal_asks_whether_the_fault_was_corrected(client: Client, bureau: Bureau) -> None:
    listing = bureau.listed()
    with at("2026-11-20"):
        services.ask_removal(listing_id=listing.pk, text="已补报", by=bureau.representative)
        sign_in(client, bureau.chief)
        refused = body(client.post(act(listing, "remove"), {"note": "核实"}))
        client.post(act(listing, "remove"), {"note": "核实", "corrected": "on"})

    listing.refresh_from_db()
    assert "请先核实当事人已履行义务" in refused
    assert listing.state == "removed"


def test_the_list_costs_the_same_for_one_and_for_three(client: Client, bureau: Bureau) -> None:
    sign_in(client, bureau.handler)

    def queries() -> int:
        client.get(LISTINGS)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(LISTINGS).status_code == 200
        return len(captured)

    bureau.propose()
    one = queries()
    for _ in range(2):
        Bureau(organisations.association()).propose()
    assert queries() == one
