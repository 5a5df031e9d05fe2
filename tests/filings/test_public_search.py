"""Finding a pledge: by name, code, initials and words, on SQLite and PostgreSQL alike."""

import pytest
from django.urls import reverse

from filings import services
from filings.models import Filing, SearchEntry
from filings.search_words import query_of
from tests.factories.organisations import association
from tests.factories.publications import PLEDGE, chief, published

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

PLEDGES = reverse("public:pledges")


@pytest.fixture
def register():
    """Three organisations with their pledges."""
    boss = chief()
    repair = association("濮阳市华龙区汽车维修行业协会", industry="汽车维修")
    dining = association("濮阳市华龙区餐饮饭店商会", industry="餐饮")
    elderly = association(
        "濮阳市华龙区禾盛养老服务中心", kind="private_non_enterprise", industry="养老"
    )
    published(repair, boss, fields=PLEDGE | {"service_content": "为车主提供质量纠纷调解。"})
    published(
        dining, boss, fields=PLEDGE | {"service_content": "开展明厨亮灶指导，采用 GB 31654。"}
    )
    published(elderly, boss, fields=PLEDGE | {"service_content": "为老人和车主提供照护。"})
    return {"repair": repair, "dining": dining, "elderly": elderly}


def names(client, **query):
    answer = client.get(PLEDGES, query)
    return [filing.association.name for filing, _ in answer.context["rows"]]


def entries(typed):
    return list(SearchEntry.objects.saying(query_of(typed)).values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("汽车维修", "repair"),
        ("汽修", None),
        ("餐饮", "dining"),
        ("饭店 商会", "dining"),
        ("qcwx", "repair"),
        ("CYFD", "dining"),
        ("质量纠纷调解", "repair"),
        ("明厨亮灶", "dining"),
        ("厨", "dining"),
        ("gb 31654", "dining"),
        ("照护", "elderly"),
        ("纠纷质量", None),
        ("%", None),
        ("'; DROP TABLE", None),
        ('"明厨', "dining"),
    ],
)
def test_what_people_type_finds_what_they_mean(client, register, typed, first):
    found = names(client, q=typed)

    assert found[:1] == ([register[first].name] if first else [])


def test_a_code_or_its_beginning_finds_the_organisation(client, register):
    code = register["repair"].credit_code

    assert names(client, q=code) == [register["repair"].name]
    assert names(client, q=code.lower()) == [register["repair"].name]
    assert names(client, q="5241") == [register["elderly"].name]


def test_hits_by_name_stand_before_hits_by_text(client, register):
    published(association("濮阳市华龙区车主联合会"), chief(), fields={})

    assert names(client, q="车主")[0] == "濮阳市华龙区车主联合会"
    assert len(names(client, q="车主")) == 3


def test_hits_by_text_show_the_passage(client, register):
    page = client.get(PLEDGES, {"q": "明厨亮灶"}).content.decode()

    assert "<mark>明厨亮灶</mark>" in page


def test_filters_narrow_the_list(client, register):
    assert names(client, category="private_non_enterprise") == [register["elderly"].name]
    assert names(client, industry="餐饮") == [register["dining"].name]
    assert names(client, q="车主", category="trade_association") == [register["repair"].name]
    assert names(client, category="no-such-category", page="no-page") != []


def test_the_newest_stands_first(client, register):
    latest = association("濮阳市华龙区最新行业协会")
    published(latest, chief())

    assert names(client)[0] == latest.name


def test_the_index_follows_the_pointer(register):
    filing = Filing.objects.get(association=register["dining"])
    boss = filing.publication_events.get().by
    assert entries("明厨亮灶") == [filing.pk]

    published(
        register["dining"], boss, filing=filing, fields=PLEDGE | {"service_content": "技能培训。"}
    )
    assert entries("明厨亮灶") == []
    assert entries("技能培训") == [filing.pk]

    services.unpublish(filing_id=filing.pk, by=boss, reason="内容有误")
    assert entries("技能培训") == []
    assert not SearchEntry.objects.filter(pk=filing.pk).exists()


def test_an_organisation_is_found_by_its_new_name(client, register):
    register["dining"].name = "濮阳市华龙区烘焙行业协会"
    register["dining"].save()

    assert names(client, q="烘焙") == ["濮阳市华龙区烘焙行业协会"]
    assert names(client, q="hbhy") == ["濮阳市华龙区烘焙行业协会"]


def test_counting_stops_where_nobody_turns_pages(client, register, monkeypatch):
    monkeypatch.setattr("filings.views.public.pledges.MOST_COUNTED", 2)

    page = client.get(PLEDGES).content.decode()

    assert "2 份承诺以上，请再写具体一些" in page
