"""The text of a draft: read from a file, pasted, corrected. Nothing typed is lost."""

import pytest
from django.test import Client

from filings.models import Attachment, Revision, Upload
from tests.factories import files
from tests.filings.views.pages import page_of, sent

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


def test_who_had_to_sign_in_again_comes_back_to_the_article(
    client: Client, convention: Revision
) -> None:
    answer = client.get(page_of(convention, "article", "a2"))

    assert answer.url == f"{page_of(convention, 'body')}?edit=a2#a2"


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
