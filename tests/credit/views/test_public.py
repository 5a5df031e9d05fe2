"""The public lists and the check of anyone: what is published, nothing else, gone at once."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from credit import services
from tests.credit.builders import Bureau, at
from tests.factories import organisations

pytestmark = pytest.mark.django_db
LISTS = "/lists/"


def body(response) -> str:
    return response.content.decode()


def test_the_lists_show_what_is_published(client: Client) -> None:
    listing = Bureau(organisations.association("濮阳市华龙区家政服务协会")).listed("SV4")

    page = body(client.get(LISTS))

    assert "濮阳市华龙区家政服务协会" in page
    assert "受到五万元以上罚款处罚" in page
    assert listing.decision_number in page


def test_what_is_proposed_told_or_decided_but_not_published_is_not_shown(client: Client) -> None:
    bureau = Bureau(organisations.association("濮阳市华龙区家政服务协会"))
    with at("2026-11-02"):
        listing = bureau.propose()
        assert "家政" not in body(client.get(LISTS))
        bureau.serve(listing)
        assert "家政" not in body(client.get(LISTS))
    with at("2026-11-17"):
        bureau.decide(listing)
    assert "家政" not in body(client.get(LISTS))
    assert client.get(f"/lists/{listing.public_id}/").status_code == 404


def test_an_overturned_listing_leaves_every_public_page_at_once(client: Client) -> None:
    bureau = Bureau(organisations.association("濮阳市华龙区家政服务协会"))
    listing = bureau.listed()
    address = reverse("credit:public_listing", args=[listing.public_id])
    assert client.get(address).status_code == 200

    services.overturn_listing(listing_id=listing.pk, note="复议撤销", by=bureau.chief)

    assert client.get(address).status_code == 404
    assert "家政" not in body(client.get(LISTS))
    checked = body(client.get("/check/", {"q": bureau.association.credit_code}))
    assert "未列入名录" in checked
    assert "活动异常名录" not in checked


def test_the_decision_is_public_as_a_letter_with_its_remedies(client: Client) -> None:
    listing = Bureau(organisations.association()).listed()

    page = body(client.get(f"/lists/{listing.public_id}/"))

    assert "列入活动异常名录决定书" in page
    assert "60 日内申请行政复议" in page
    assert "可以申请移出" in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"q": "家政"}, {"家政"}),
        ({"list": "serious"}, {"汽修"}),
        ({"list": "abnormal", "q": "汽修"}, set()),
        ({"list": "没有", "q": ""}, {"家政", "汽修"}),
    ],
)
def test_the_lists_can_be_searched(client: Client, query: dict[str, str], shown: set[str]) -> None:
    Bureau(organisations.association("濮阳市华龙区家政服务协会")).listed("AB1")
    Bureau(organisations.association("濮阳市华龙区汽修行业协会")).listed("SV4")

    page = body(client.get(LISTS, query)).split("entry-list")[-1]

    assert {word for word in ("家政", "汽修") if f"华龙区{word}" in page} == shown


def test_checking_one_by_code_says_how_it_stands_and_not_its_score(client: Client) -> None:
    association = organisations.association("濮阳市华龙区餐饮行业协会")
    services.rescore()

    page = body(client.get("/check/", {"q": association.credit_code.lower()}))

    assert "濮阳市华龙区餐饮行业协会" in page
    assert "未列入名录" in page
    assert "16.67" not in page
    assert "较差" not in page


def test_checking_by_name_offers_those_it_could_be(client: Client) -> None:
    organisations.association("濮阳市华龙区餐饮行业协会")
    organisations.association("濮阳市华龙区餐饮器具商会")
    organisations.association("濮阳市华龙区餐饮筹备组", state="applied")

    page = body(client.get("/check/", {"q": "餐饮"}))

    assert "找到 2 个组织" in page
    assert "筹备组" not in page


@pytest.mark.parametrize("words", ["不存在的协会", "%_'\"<script>", "  "])
def test_finding_nobody_is_said_plainly(client: Client, words: str) -> None:
    response = client.get("/check/", {"q": words})

    assert response.status_code == 200
    assert ("没有找到这个组织" in body(response)) is bool(words.strip())
    assert "<script>" not in body(response)


def test_public_pages_are_not_kept_by_browsers(client: Client) -> None:
    for address in (LISTS, "/check/"):
        assert "no-store" in client.get(address)["Cache-Control"]


def test_the_lists_cost_the_same_for_one_and_for_three(client: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(LISTS)
        return len(captured)

    Bureau(organisations.association()).listed()
    one = queries()
    for _ in range(2):
        Bureau(organisations.association()).listed()
    assert queries() == one


def test_anybody_can_read_how_the_index_is_computed(client: Client) -> None:
    page = body(client.get("/credit/rules/"))

    for words in (
        "会员（代表）大会审议通过 2 分",
        "每满 10 个工作日减 1 分，合计不超过 5 分",
        "A 优秀：85 分以上",
        "不会使任何组织列入名录",
    ):
        assert words in page
