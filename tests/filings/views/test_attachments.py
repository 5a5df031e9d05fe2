"""The files of a draft: several at once, described, taken out and put back."""

from django.test import Client

from associations.models import Association, User
from filings import services
from filings.models import Revision
from tests.counting import CountQueries
from tests.factories import files, people
from tests.factories.organisations import association
from tests.filings.views.pages import page_of, sent


def test_several_files_are_attached_at_once(client: Client, convention: Revision) -> None:
    client.post(
        page_of(convention, "attachments"),
        {
            "role": "sealed",
            "caption": "盖章件",
            "chosen": [sent(files.photo(), "盖章.jpg"), sent(files.pdf(2), "扫描.pdf")],
            "send": "yes",
        },
    )

    attached = convention.attachments.in_order()
    assert [one.upload.name for one in attached] == ["盖章.jpg", "扫描.pdf"]
    assert {(one.role, one.caption) for one in attached} == {("sealed", "盖章件")}


def test_a_bad_file_is_named_and_the_good_one_and_the_caption_stay(
    client: Client, convention: Revision
) -> None:
    answer = client.post(
        page_of(convention, "attachments"),
        {
            "role": "sealed",
            "caption": "我写的说明",
            "chosen": [sent(b"", "空.pdf"), sent(files.photo(), "盖章.jpg")],
            "send": "yes",
        },
    )

    assert "“空.pdf”是空文件" in str(answer.context["form"].errors["chosen"])
    assert "我写的说明" in answer.content.decode()
    assert convention.attachments.get().upload.name == "盖章.jpg"


def test_whichever_button_is_pressed_descriptions_are_saved(
    client: Client, convention: Revision, person: User, organisation: Association
) -> None:
    first, second = (
        services.attach(
            revision_id=convention.pk,
            by=person,
            upload_id=services.upload(
                association_id=organisation.pk,
                content=sent(files.photo(colour), name),
                name=name,
                by=person,
            ).pk,
        )
        for colour, name in (("white", "一.jpg"), ("black", "二.jpg"))
    )

    client.post(
        page_of(convention, "attachments"),
        {
            f"role_{first.pk}": "sealed",
            f"caption_{first.pk}": "法定代表人签字页",
            f"role_{second.pk}": "evidence",
            f"caption_{second.pk}": "",
            "role": "evidence",
            "remove": str(second.pk),
        },
    )

    left = convention.attachments.get()
    assert (left.role, left.caption) == ("sealed", "法定代表人签字页")
    page = client.get(page_of(convention, "attachments")).content.decode()
    assert "以前上传的文件" in page
    client.post(
        page_of(convention, "attachments"),
        {
            f"role_{first.pk}": "sealed",
            f"caption_{first.pk}": "法定代表人签字页",
            "role": "evidence",
            "put_back": str(second.upload.public_id),
        },
    )
    assert convention.attachments.count() == 2


def test_another_organisations_file_cannot_be_put_into_a_draft(
    client: Client, convention: Revision
) -> None:
    foreign = association()
    theirs = services.upload(
        association_id=foreign.pk,
        content=sent(files.photo(), "机密.jpg"),
        name="机密.jpg",
        by=people.representative(foreign),
    )

    client.post(
        page_of(convention, "attachments"),
        {"role": "evidence", "put_back": str(theirs.public_id)},
    )

    assert not convention.attachments.exists()


def test_pages_with_files_ask_the_database_as_often_for_three_as_for_one(
    client: Client, pledge: Revision, person: User, organisation: Association
) -> None:
    counts = []
    for wanted in (1, 3):
        while pledge.attachments.count() < wanted:
            kept = services.upload(
                association_id=organisation.pk,
                content=sent(files.photo(f"#00000{pledge.attachments.count()}"), "一.jpg"),
                name="一.jpg",
                by=person,
            )
            services.attach(revision_id=pledge.pk, upload_id=kept.pk, by=person)
        for step in ("attachments", "check", "body"):
            client.get(page_of(pledge, step))
            with CountQueries() as counted:
                client.get(page_of(pledge, step))
            counts.append(counted.number)
    assert counts[:3] == counts[3:]
