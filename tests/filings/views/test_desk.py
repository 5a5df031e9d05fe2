"""The organisation's desk and the lines of its task list."""

import datetime as dt

import pytest
from django.urls import reverse

from associations.models import Association, Mandate, User
from associations.services import suspend
from filings import services
from filings.materials import Material
from filings.models import CarryOver, Declaration, Filing, Revision, Round
from huanglong_portal.common import dates
from tests.counting import CountQueries
from tests.factories import filings, people
from tests.factories.organisations import association
from tests.filings.views.pages import desk_of, signed_in


@pytest.fixture
def open_round(organisation: Association) -> Round:
    return filings.open_round()


def test_the_desk_lists_five_materials_with_days_left(
    organisation: Association, person: User, open_round: Round
) -> None:
    page = signed_in(person).get(desk_of(organisation)).content.decode()

    for material in Material:
        assert material.label in page
    assert "还剩 30 天" in page
    assert "还有 5 项等您办理" in page
    assert page.count("btn-primary") == 1


def test_other_organisations_have_four_materials(db: None) -> None:
    foundation = association(kind="foundation")
    filings.open_round()

    page = signed_in(people.representative(foundation)).get(desk_of(foundation)).content.decode()

    assert "还有 4 项等您办理" in page
    assert "行业标准" not in page


def test_each_line_says_who_acts_next(
    organisation: Association, person: User, open_round: Round
) -> None:
    handler = people.officer("handler")
    returned = filings.in_review(organisation, person, handler)
    services.add_remark(revision_id=returned.pk, by=handler, text="请写明依据", anchor="")
    services.perform(revision_id=returned.pk, action="return", by=handler, note="请补正")
    filings.draft(organisation, person, Material.CONVENTION)

    page = signed_in(person).get(desk_of(organisation)).content.decode()

    assert "请您按 1 条意见修改后提交" in page
    assert "请您填完后提交" in page
    assert reverse("filings:revision", args=[returned.public_id]) in page


def test_a_person_of_several_organisations_chooses_by_the_address(
    organisation: Association, person: User, open_round: Round
) -> None:
    second = association()
    Mandate.objects.create(
        user=person, association=second, role="handler", valid_from=people.LONG_AGO
    )
    client = signed_in(person)

    chooser = client.get(reverse("filings:desks")).content.decode()

    assert desk_of(organisation) in chooser
    assert desk_of(second) in chooser
    assert second.name in client.get(desk_of(second)).content.decode()
    assert organisation.name in client.get(desk_of(organisation)).content.decode()


def test_with_one_organisation_the_way_is_short(person: User, organisation: Association) -> None:
    assert signed_in(person).get(reverse("filings:desks")).url == desk_of(organisation)


def test_who_waits_for_admission_sees_the_application(db: None) -> None:
    applied = association(state="applied")

    answer = signed_in(people.representative(applied)).get(reverse("filings:desks"))

    assert answer.url == reverse("associations:application", args=[applied.public_id])


def test_another_organisations_pages_are_not_found(open_round: Round) -> None:
    own, foreign = association(), association()
    person = people.representative(own)
    services.sync_slots(association_id=foreign.pk)
    client = signed_in(person)

    addresses = [
        desk_of(foreign),
        desk_of(foreign, "round", open_round.slug),
        desk_of(foreign, "slot", open_round.slug, "convention"),
        desk_of(foreign, "declare", open_round.slug, "convention"),
    ]
    assert [client.get(address).status_code for address in addresses] == [404] * 4
    posted = client.post(desk_of(foreign, "slot", open_round.slug, "convention"))
    assert posted.status_code == 404
    assert not Filing.objects.exists()


def test_a_suspended_organisation_reads_but_does_not_begin(
    organisation: Association, person: User, open_round: Round
) -> None:
    suspend(association_id=organisation.pk, by=people.officer("chief"), note="年检未过")
    client = signed_in(person)

    page = client.get(desk_of(organisation)).content.decode()
    refused = client.post(desk_of(organisation, "slot", open_round.slug, "convention"))

    assert "已暂停报送" in page
    assert "已暂停报送" in refused.content.decode()
    assert not Filing.objects.exists()


def test_opening_a_line_begins_nothing_and_its_button_does(
    organisation: Association, person: User, open_round: Round
) -> None:
    client = signed_in(person)
    address = desk_of(organisation, "slot", open_round.slug, "convention")

    client.get(address)
    assert not Filing.objects.exists()
    answer = client.post(address)

    draft = Revision.objects.get()
    assert answer.url == reverse("filings:revision", args=[draft.public_id])
    assert client.get(answer.url).url == reverse("filings:body", args=[draft.public_id])
    client.post(address)
    assert Filing.objects.count() == 1


def test_standards_are_begun_by_name_one_after_the_other(
    organisation: Association, person: User, open_round: Round
) -> None:
    client = signed_in(person)
    address = desk_of(organisation, "slot", open_round.slug, "standard")

    nameless = client.post(address, {"title": " "})
    for title in ("火锅店服务规范", "后厨卫生规范"):
        client.post(address, {"title": title})

    assert "请填写标准名称" in nameless.content.decode()
    page = client.get(address).content.decode()
    assert "火锅店服务规范" in page
    assert "后厨卫生规范" in page
    assert "再报一项" in page


def test_a_declaration_needs_a_plan_and_shows_on_the_desk(
    organisation: Association, person: User, open_round: Round
) -> None:
    client = signed_in(person)
    address = desk_of(organisation, "declare", open_round.slug, "convention")
    plan = {"kind": "in_preparation", "plan": "由秘书处起草，九月征求意见。"}
    in_a_month = dates.today() + dt.timedelta(days=30)

    without_day = client.post(address, plan)
    past = client.post(address, {**plan, "planned_on": "2020-01-01"})
    assert "请填写预计完成日期" in str(without_day.context["form"].errors["planned_on"])
    assert "晚于今天" in str(past.context["form"].errors["planned_on"])
    assert "由秘书处起草" in past.content.decode()
    client.post(address, {**plan, "planned_on": in_a_month.isoformat()})

    assert Declaration.objects.get().planned_on == in_a_month
    page = client.get(desk_of(organisation)).content.decode()
    assert "正在制定" in page
    assert f"计划{dates.write_date(in_a_month)}完成" in page


def test_an_approved_pledge_is_carried_over_after_one_question(
    organisation: Association, person: User
) -> None:
    chief = people.officer("chief")
    first = filings.open_round("2025")
    approved = filings.approved(organisation, person, people.officer("handler"), chief)
    services.close_round(round_id=first.pk, by=chief)
    now = filings.open_round("2026")
    client = signed_in(person)
    line = desk_of(organisation, "slot", now.slug, "pledge")
    address = desk_of(organisation, "carry_over", now.slug, "pledge", approved.public_id)

    assert address in client.get(line).content.decode()
    client.get(address)
    assert not CarryOver.objects.exists()
    client.post(address)

    assert CarryOver.objects.get().revision == approved
    assert "沿用" in client.get(desk_of(organisation)).content.decode()


def test_only_ones_own_approved_documents_are_carried_over(
    organisation: Association, person: User, open_round: Round
) -> None:
    foreign = association()
    theirs = filings.approved(
        foreign,
        people.representative(foreign),
        people.officer("handler"),
        people.officer("chief"),
    )
    own_draft = filings.draft(organisation, person)
    client = signed_in(person)

    for revision in (theirs, own_draft):
        address = desk_of(organisation, "carry_over", open_round.slug, "pledge", revision.public_id)
        assert client.post(address).status_code == 404
    assert not CarryOver.objects.exists()


def test_earlier_rounds_stay_readable(organisation: Association, person: User) -> None:
    chief = people.officer("chief")
    first = filings.open_round("2025")
    services.close_round(round_id=first.pk, by=chief)
    client = signed_in(person)

    desk = client.get(desk_of(organisation)).content.decode()
    earlier = client.get(desk_of(organisation, "round", "2025")).content.decode()

    assert desk_of(organisation, "round", "2025") in desk
    assert "已截止" in earlier
    assert client.get(desk_of(organisation, "round", "1999")).status_code == 404


def test_the_desk_asks_the_database_as_often_for_three_as_for_one(
    organisation: Association, person: User, open_round: Round
) -> None:
    client = signed_in(person)
    slot = filings.slot(organisation, Material.STANDARD)
    line = desk_of(organisation, "slot", open_round.slug, "standard")
    counts = []
    for wanted in (1, 3):
        while Filing.objects.count() < wanted:
            services.begin_filing(slot_id=slot.pk, by=person, title=f"标准{wanted}")
        while Round.objects.count() < wanted:
            filings.open_round(f"round-{Round.objects.count()}")
        for address in (desk_of(organisation), line):
            client.get(address)
            with CountQueries() as counted:
                client.get(address)
            counts.append(counted.number)
    assert counts[:2] == counts[2:]
