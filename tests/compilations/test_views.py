"""The officers' pages, downloads and the public page behind the colophon's QR code."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from compilations import services
from compilations.models import BoundPart, Build, Edition
from tests.factories import editions, organisations, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(client: Client) -> Client:
    """A client signed in as 负责人."""
    client.force_login(people.officer("chief"))
    return client


def page(name: str, edition: Edition, *more: object) -> str:
    """The address of one of the edition's pages."""
    return reverse(f"compilations:{name}", args=[edition.public_id, *more])


def test_an_edition_is_begun_with_one_press(chief: Client) -> None:
    editions.approved_pledges(1)

    response = chief.post(reverse("compilations:desk"), {"round": "2026"}, follow=True)

    assert "2026年度" in response.content.decode()
    assert Edition.objects.count() == 1


def test_one_press_prints_and_the_page_says_how_far_it_is(
    chief: Client, deliver_outbox: Callable[[], int]
) -> None:
    edition = editions.edition(1)

    running = chief.post(page("edition", edition), {"act": "print-proof"}, follow=True)
    deliver_outbox()
    done = chief.get(page("progress", edition)).content.decode()

    assert "正在" in running.content.decode()
    assert "可以关闭本页" in running.content.decode()
    assert done.count("下载 PDF") == 5
    assert "hx-trigger" not in done


def test_a_volume_lists_what_is_in_and_what_is_missing(chief: Client) -> None:
    edition = editions.edition(1)
    missing = organisations.association("濮阳市华龙区没有报送协会")
    from filings.services import sync_slots

    sync_slots(association_id=missing.pk)

    content = chief.get(page("volume", edition, 4)).content.decode()

    assert editions.association_of(edition).name in content
    assert "没有报送协会" in content
    assert "未报送" in content


def test_leaving_out_asks_for_a_reason(chief: Client) -> None:
    edition = editions.edition(1)
    entry = edition.volumes.get(volume__material="pledge").entries.get()
    where = page("volume", edition, 4)

    refused = chief.post(where, {"act": "exclude", "entry": entry.pk, "reason": ""}, follow=True)
    chief.post(where, {"act": "exclude", "entry": entry.pk, "reason": "单位申请"})

    assert "请写明不收录的理由" in refused.content.decode()
    entry.refresh_from_db()
    assert entry.reason == "单位申请"


def test_settings_are_kept_and_mistakes_named(chief: Client) -> None:
    edition = editions.edition(0)
    fields = {"title": "2026年版", "order_by": "strokes", "opens_on_right": "on"}

    wrong = chief.post(page("settings", edition), {**fields, "part_pages": "5"})
    chief.post(page("settings", edition), {**fields, "part_pages": "800", "preface": "说明。"})

    assert "请填写 100 到 3000 之间的页数" in wrong.content.decode()
    edition.refresh_from_db()
    assert (edition.title, edition.part_pages, edition.preface) == ("2026年版", 800, "说明。")


def test_a_finished_book_is_downloaded_under_its_title(
    chief: Client, deliver_outbox: Callable[[], int]
) -> None:
    part = _printed(deliver_outbox)

    response = chief.get(reverse("compilations:download", args=[part.pk]))

    assert b"".join(response.streaming_content).startswith(b"%PDF")
    assert "attachment" in response["Content-Disposition"]


def test_books_and_desk_are_for_officers_only(
    client: Client, deliver_outbox: Callable[[], int]
) -> None:
    part = _printed(deliver_outbox)
    edition = part.build.edition_volume.edition
    client.force_login(people.representative(organisations.association()))

    assert client.get(reverse("compilations:download", args=[part.pk])).status_code == 404
    for address in (
        reverse("compilations:desk"),
        page("edition", edition),
        page("progress", edition),
        page("volume", edition, 4),
        page("settings", edition),
    ):
        assert client.get(address).status_code in (403, 404)


def test_the_public_learns_whether_a_printed_volume_is_current(
    client: Client, deliver_outbox: Callable[[], int]
) -> None:
    edition = editions.edition(1)
    address = page("book", edition, 4)
    before = client.get(address).content.decode()
    chief = people.officer("chief")
    services.freeze(edition_id=edition.pk, by=chief)
    services.request_compile(edition_id=edition.pk, by=chief, is_proof=False)
    deliver_outbox()
    services.release(edition_id=edition.pk, by=chief)

    after = client.get(address).content.decode()

    assert "还没有定稿" in before
    assert "现行版本" in after


def test_the_row_of_spines_asks_the_database_no_more_for_more_entries(
    chief: Client, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    edition = editions.edition(3)

    with django_assert_max_num_queries(14):
        chief.get(page("progress", edition))


def _printed(deliver: Callable[[], int]) -> BoundPart:
    edition = editions.edition(1)
    builds: list[Build] = services.request_compile(
        edition_id=edition.pk, by=None, is_proof=True, materials=["pledge"]
    )
    deliver()
    return builds[0].parts.get()
