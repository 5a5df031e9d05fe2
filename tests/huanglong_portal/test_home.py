"""The public home page."""

import datetime as dt

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from filings import services
from tests.factories.organisations import association
from tests.factories.publications import chief, published

pytestmark = pytest.mark.django_db
HOME = reverse("home")


def test_home_says_how_many_have_pledged_of_how_many(client: Client) -> None:
    boss = chief()
    published(association(), boss)
    published(association(kind="foundation"), boss)
    association(state="applied")
    association()

    figures = client.get(HOME).context["figures"]

    assert (figures["pledged"], figures["registered"]) == (2, 3)
    assert [(label, count) for label, count, _ in figures["rows"]] == [
        ("行业协会商会", 1),
        ("社会团体", 0),
        ("基金会", 1),
        ("民办非企业单位", 0),
    ]


def test_an_organisation_is_counted_once_and_no_longer_when_it_withdraws(client: Client) -> None:
    boss = chief()
    filing = published(association(), boss)
    published(filing.association, boss, filing=filing)
    before = client.get(HOME).context["figures"]["pledged"]

    services.unpublish(filing_id=filing.pk, by=boss, reason="内容有误")

    assert before == 1
    assert client.get(HOME).context["figures"]["pledged"] == 0


@time_machine.travel(dt.datetime(2026, 12, 19, 10, tzinfo=dt.UTC), tick=False)
def test_home_says_until_when_one_may_file(client: Client) -> None:
    published(association(), chief())

    page = client.get(HOME).content.decode()

    assert "2026年度诚信自律材料报送" in page
    assert "还剩 12 天（12月31日 24:00 截止）" in page


def test_an_empty_register_has_a_home_page_too(client: Client) -> None:
    cache.clear()

    page = client.get(HOME).content.decode()

    assert "还没有公开的承诺" in page
    assert 'href="/notice/"' in page
