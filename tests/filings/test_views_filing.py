"""Filling in a draft: fields, text, files. Whatever is refused, nothing typed is lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from associations.models import Association, User
from filings import services
from filings.materials import Material
from filings.models import Attachment, Revision, Upload
from tests.counting import CountQueries
from tests.factories import files, filings, people
from tests.factories.organisations import association

RULES = (
    "第一章　总则",
    "第一条　为规范经营行为，制定本规约。",
    "第二条　会员应当遵守下列原则：",
    "（一）公平公正；",
    "（二）诚实信用。",
    "第二章　附则",
    "第三条　本规约自发布之日起施行。",
)
HUGE = 60 * 1024 * 1024


@pytest.fixture
def organisation(db: None) -> Association:
    return association("濮阳市华龙区烘焙行业协会")


@pytest.fixture
def person(organisation: Association) -> User:
    return people.representative(organisation)


@pytest.fixture
def client(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def pledge(organisation: Association, person: User) -> Revision:
    return filings.draft(organisation, person)


@pytest.fixture
def convention(organisation: Association, person: User) -> Revision:
    return filings.draft(organisation, person, Material.CONVENTION)


def page_of(draft: Revision, step: str, *args: object) -> str:
    return reverse(f"filings:{step}", args=[draft.public_id, *args])


def typed(draft: Revision, **changes: str) -> dict[str, str]:
    """The pledge's form as a browser would send it."""
    return {
        "title": draft.title,
        "version": str(draft.version),
        "service_content": "提供培训",
        "fees-TOTAL_FORMS": "1",
        "fees-INITIAL_FORMS": "0",
        "fees-0-item": "会费",
        "fees-0-amount": "600",
        **changes,
    }


def sent(content: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


# -- fields ---------------------------------------------------------------------------------


def test_fields_are_saved_and_lead_to_the_next_step(client: Client, pledge: Revision) -> None:
    answer = client.post(page_of(pledge, "fields"), typed(pledge, then="next"))

    assert answer.url == page_of(pledge, "body")
    pledge.refresh_from_db()
    assert pledge.fields["service_content"] == "提供培训"
    assert pledge.fields["fees"] == [{"item": "会费", "amount": "600", "voluntary": False}]


def test_a_wrong_field_is_named_and_everything_else_is_saved(
    client: Client, pledge: Revision
) -> None:
    answer = client.post(
        page_of(pledge, "fields"), typed(pledge, email="不是邮箱", hotline="0393-1234567")
    )

    page = answer.content.decode()
    assert "邮箱的格式不对" in page
    assert "不是邮箱" in page
    pledge.refresh_from_db()
    assert pledge.fields["hotline"] == "0393-1234567"


def test_the_page_saves_by_itself_and_says_when(client: Client, pledge: Revision) -> None:
    told = client.post(
        page_of(pledge, "fields"), typed(pledge, email="不是邮箱"), headers={"X-Autosave": "1"}
    ).json()

    pledge.refresh_from_db()
    assert told["saved"].startswith("已保存 ")
    assert told["wrong"] == 1
    assert told["version"] == pledge.version
    assert pledge.fields["service_content"] == "提供培训"


def test_two_windows_on_one_draft_are_told_and_nothing_typed_is_lost(
    client: Client, pledge: Revision
) -> None:
    mine = typed(pledge, service_content="我写的")
    client.post(page_of(pledge, "fields"), typed(pledge, service_content="同事写的"))

    by_itself = client.post(page_of(pledge, "fields"), mine, headers={"X-Autosave": "1"})
    by_button = client.post(page_of(pledge, "fields"), mine)

    assert by_itself.status_code == by_button.status_code == 409
    assert "另一个窗口" in by_itself.json()["refusal"]
    page = by_button.content.decode()
    assert "我写的" in page
    pledge.refresh_from_db()
    assert pledge.fields["service_content"] == "同事写的"
    assert f'name="version" value="{pledge.version}"' in page
    client.post(page_of(pledge, "fields"), {**mine, "version": str(pledge.version)})
    pledge.refresh_from_db()
    assert pledge.fields["service_content"] == "我写的"


def test_what_is_sent_after_a_colleague_submitted_is_shown_again(
    client: Client, pledge: Revision, person: User
) -> None:
    mine = typed(pledge, service_content="来不及了")
    services.perform(revision_id=pledge.pk, action="submit", by=person)

    answer = client.post(page_of(pledge, "fields"), mine)

    assert "已经提交" in answer.content.decode()
    assert "来不及了" in answer.content.decode()
    pledge.refresh_from_db()
    assert pledge.fields["service_content"] != "来不及了"


def test_state_and_the_like_cannot_be_typed_in(client: Client, pledge: Revision) -> None:
    before = {
        field.attname: getattr(pledge, field.attname)
        for field in Revision._meta.concrete_fields
        if field.attname not in ("title", "fields", "version", "saved_at")
    }
    forged = dict.fromkeys(before, "approved") | {"score": "100", "association": "1"}

    client.post(page_of(pledge, "fields"), typed(pledge, **forged))

    pledge.refresh_from_db()
    assert {name: getattr(pledge, name) for name in before} == before


def test_the_measures_named_in_the_text_are_offered_for_a_convention(
    client: Client, convention: Revision, person: User
) -> None:
    services.take_body_from_text(
        revision_id=convention.pk, text="第四十条　可以警告、公开谴责。\n", by=person
    )

    page = client.get(page_of(convention, "fields")).content.decode()

    assert page.count('value="第四十条"') == 2
    convention.refresh_from_db()
    assert "sanctions" not in convention.fields


# -- the text -------------------------------------------------------------------------------


def test_a_word_file_is_read_as_articles(client: Client, convention: Revision) -> None:
    file = sent(files.word("濮阳市华龙区烘焙行业协会自律规约", *RULES), "规约.docx")

    answer = client.post(page_of(convention, "body"), {"file": file, "text": ""}, follow=True)

    page = answer.content.decode()
    assert "读到 2 章 3 条" in page
    assert "诚实信用" in page
    assert "规约.docx" in page
    convention.refresh_from_db()
    assert convention.attachments.get().role == Attachment.Role.BODY


def test_pasted_text_is_read_as_articles(client: Client, convention: Revision) -> None:
    answer = client.post(page_of(convention, "body"), {"text": "\n".join(RULES)}, follow=True)

    assert "读到 2 章 3 条" in answer.content.decode()


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "规约.docx", "空文件"),
        (files.pdf(password="1234"), "规约.pdf", "去掉密码"),
        (b"PK\x05\x06" + b"\0" * 18, "规约.docx", "压缩包"),
        (b"MZ" + b"\0" * 100, "规约.docx", "Windows 程序"),
        (files.photo(), "规约.jpg", "正文请上传 Word 文档"),
    ],
)
def test_a_file_that_cannot_be_the_text_is_refused_at_its_field(
    client: Client, convention: Revision, content: bytes, name: str, sentence: str
) -> None:
    answer = client.post(
        page_of(convention, "body"), {"file": sent(content, name), "text": "第一条　先留着。"}
    )

    assert sentence in str(answer.context["form"].errors["file"])
    assert "第一条　先留着。" in answer.content.decode()
    convention.refresh_from_db()
    assert convention.blocks == []


def test_sixty_megabytes_are_refused_in_words(client: Client, convention: Revision) -> None:
    answer = client.post(
        page_of(convention, "body"),
        {"file": sent(b"%PDF-1.4\n" + b"\0" * HUGE, "扫描.pdf"), "text": "已经写了很多"},
    )

    assert "50 MB" in str(answer.context["form"].errors["file"])
    assert "已经写了很多" in answer.content.decode()
    assert not Upload.objects.exists()


def test_pasted_words_that_came_with_a_file_stay_in_their_box(
    client: Client, convention: Revision
) -> None:
    answer = client.post(
        page_of(convention, "body"),
        {"file": sent(files.word(*RULES), "规约.docx"), "text": "第九条　另外粘贴的。"},
    )

    page = answer.content.decode()
    assert "您粘贴的文字没有采用" in page
    assert "第九条　另外粘贴的。" in page
    assert "读到 2 章 3 条" in page


def test_one_article_is_corrected_in_place(client: Client, convention: Revision) -> None:
    client.post(page_of(convention, "body"), {"text": "\n".join(RULES)})
    convention.refresh_from_db()

    editing = client.get(f"{page_of(convention, 'body')}?edit=a2").content.decode()
    assert "第二条　会员应当遵守下列原则：\n（一）公平公正；" in editing
    answer = client.post(
        page_of(convention, "article", "a2"),
        {"text": "第二条　会员应当诚实信用。", "version": str(convention.version)},
    )

    assert answer.url == f"{page_of(convention, 'body')}#a2"
    convention.refresh_from_db()
    texts = [block["text"] for block in convention.blocks]
    assert "会员应当诚实信用。" in texts
    assert "公平公正；" not in texts
    assert "本规约自发布之日起施行。" in texts


@pytest.mark.parametrize("anchor", ["a2", "a99"])
def test_a_correction_that_comes_too_late_keeps_its_words(
    client: Client, convention: Revision, anchor: str
) -> None:
    client.post(page_of(convention, "body"), {"text": "\n".join(RULES)})

    answer = client.post(
        page_of(convention, "article", anchor), {"text": "第二条　我改的。", "version": "0"}
    )

    page = answer.content.decode()
    assert "第二条　我改的。" in page
    assert "已经变动" in page or "另一个窗口" in page


def test_the_whole_text_is_corrected_at_once(client: Client, convention: Revision) -> None:
    client.post(page_of(convention, "body"), {"text": "\n".join(RULES)})
    convention.refresh_from_db()
    address = page_of(convention, "whole_text")
    shown = client.get(address).context["form"]["text"].value()

    late = client.post(address, {"text": "全文改过", "version": "0"})
    client.post(
        address, {"text": shown + "第四条　新的一条。\n", "version": str(convention.version)}
    )

    assert "全文改过" in late.content.decode()
    convention.refresh_from_db()
    assert convention.blocks[-1]["number"] == "第四条"


def test_the_documents_own_title_replaces_the_working_title(
    client: Client, convention: Revision
) -> None:
    text = "濮阳市华龙区烘焙业自律公约\n" + "\n".join(RULES)

    client.post(page_of(convention, "body"), {"text": text})

    convention.refresh_from_db()
    assert convention.title == "濮阳市华龙区烘焙业自律公约"


# -- files ----------------------------------------------------------------------------------


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


# -- who ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "step", ["revision", "fields", "body", "whole_text", "attachments", "check", "findings"]
)
def test_another_organisations_draft_is_not_found(pledge: Revision, step: str) -> None:
    stranger = Client()
    stranger.force_login(people.representative(association()))
    officer = Client()
    officer.force_login(people.officer("handler"))

    assert stranger.get(page_of(pledge, step)).status_code == 404
    assert stranger.post(page_of(pledge, step)).status_code in (404, 405)
    assert officer.get(page_of(pledge, step)).status_code == 404


def test_a_draft_is_thrown_away_after_one_question(client: Client, pledge: Revision) -> None:
    client.get(page_of(pledge, "discard"))
    assert Revision.objects.filter(pk=pledge.pk).exists()

    client.post(page_of(pledge, "discard"))

    assert not Revision.objects.filter(pk=pledge.pk).exists()
