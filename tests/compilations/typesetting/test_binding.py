"""Books: one subset of each face, the right numbers, links that lead where they say."""

import re
from functools import cache
from pathlib import Path

import pikepdf
import pytest
import time_machine

from compilations.typesetting import sheets
from compilations.typesetting.binding import bind
from compilations.typesetting.entries import Book, Chapter, Document, Imprint, Opening, Part
from filings.documents.blocks import Block
from filings.presentation import Section

TITLE = "濮阳市华龙区行业协会商会健全行业自律规约汇编"


@cache
def piece(number: int) -> sheets.Sheet:
    """A document of its own words."""
    rare = "喆堃镕璟祎"[number % 5]
    text = f"会员单位应当诚实守信，经办人张{rare}，共{number}项。" * (20 + number * 40)
    return sheets.set_document(
        Document(
            f"第{number}份自律规约",
            blocks=(Block("chapter", "第一章", "总则"), Block("article", "第一条", text)),
        )
    )


def volume(count: int = 3, *, is_proof: bool = False, first_page: int = 1) -> Book:
    """A book of that many chapters."""
    return Book(
        Imprint(
            title=TITLE,
            bureau="濮阳市华龙区民政局",
            edition="2026年度",
            month="2026年11月",
            colophon=(("编印单位", "濮阳市华龙区民政局"),),
            address="https://hualong.example/v",
            is_proof=is_proof,
        ),
        tuple(
            Chapter(
                Opening(
                    f"第{number}行业协会",
                    (("住　　所", "某某路1号"),),
                    f"https://h.example/{number}",
                ),
                (
                    Part(
                        f"第{number}份自律规约",
                        piece(number).pages,
                        lambda number=number: piece(number).pdf,
                    ),
                ),
                industry="餐饮业" if number % 2 else "建筑业",
            )
            for number in range(count)
        ),
        preface=("说明。",),
        back=(Section("报送情况一览表", columns=("单位", "情况"), rows=(("甲", "已收录"),)),),
        first_page=first_page,
    )


@pytest.fixture
def bound(tmp_path: Path) -> pikepdf.Pdf:
    """A bound book of three chapters."""
    bind(volume(), tmp_path / "book.pdf")
    return pikepdf.open(tmp_path / "book.pdf")


def labels(pdf: pikepdf.Pdf) -> list[str]:
    """What a reader shows for each page."""
    return [page.label for page in pdf.pages]


def spoken(page: pikepdf.Page) -> str:
    """The page's text, through the fonts' own tables."""
    tables = {}
    for name, font in page.Resources.Font.items():
        written = font.ToUnicode.read_bytes().decode()
        tables[name] = {
            glyph: bytes.fromhex(text).decode("utf-16-be")
            for glyph, text in re.findall(r"<([0-9a-f]{4})> <([0-9a-f]+)>", written)
        }
    page.contents_coalesce()
    said, current = "", {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            current = tables[str(operands[0])]
        if str(operator) in ("Tj", "TJ"):
            shown = operands[0] if str(operator) == "TJ" else [operands[0]]
            for string in shown:
                if isinstance(string, pikepdf.String):
                    codes = bytes(string).hex()
                    said += "".join(current[codes[at : at + 4]] for at in range(0, len(codes), 4))
    return said


def test_every_face_is_embedded_once_for_the_whole_book(bound: pikepdf.Pdf) -> None:
    fonts = {
        font.objgen: str(font.BaseFont)
        for page in bound.pages
        for font in page.Resources.Font.values()
    }

    families = [name.split("+")[1] for name in fonts.values()]
    assert len(families) == len(set(families))
    assert len({page.Resources.Font.objgen for page in bound.pages}) == 1
    for font in bound.pages[0].Resources.Font.values():
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert "/FontFile3" in descriptor or "/FontFile2" in descriptor


def test_text_of_every_page_can_be_read_out(bound: pikepdf.Pdf) -> None:
    everything = "".join(spoken(page) for page in bound.pages)

    assert TITLE in spoken(bound.pages[-2])
    for number in range(3):
        assert f"张{'喆堃镕'[number]}，共{number}项" in everything


def test_front_matter_is_roman_and_the_body_begins_at_one(bound: pikepdf.Pdf) -> None:
    shown = labels(bound)

    assert shown[:4] == ["封面", "封二", "i", "ii"]
    body = shown.index("1")
    assert body % 2 == 0  # a right-hand page
    assert "— 1 —" in spoken(bound.pages[body])
    assert "第0行业协会" in spoken(bound.pages[body])


def test_running_heads_name_the_volume_left_and_the_organisation_right(bound: pikepdf.Pdf) -> None:
    body = labels(bound).index("1")

    assert spoken(bound.pages[body + 1]).endswith(f"{TITLE}— 2 —")
    assert spoken(bound.pages[body + 8]).endswith("第2行业协会— 9 —")


def test_the_contents_say_and_link_the_right_pages(bound: pikepdf.Pdf) -> None:
    shown = labels(bound)
    body = shown.index("1")
    at = next(index for index, page in enumerate(bound.pages) if "目　　录" in spoken(page))

    links = bound.pages[at].Annots
    targets = [
        next(i for i, page in enumerate(bound.pages) if page.objgen == link.Dest[0].objgen)
        for link in links
    ]

    said = [int(number) for number in re.findall(r"(?<=\.)(\d+)", _ordered(bound.pages[at]))]
    assert [target - body + 1 for target in targets[: len(said)]] == said
    for link, target in zip(list(links)[:2], targets[:2], strict=True):
        assert float(link.Rect[0]) < float(link.Rect[2])
        assert "第0" in spoken(bound.pages[target])


def _ordered(page: pikepdf.Page) -> str:
    """Text with the page number of each line behind its leader."""
    text = spoken(page)
    # the number is set before its leader: put it behind
    return re.sub(r"(\d+)(\.{3,})", r"\2\1", text)


def test_bookmarks_name_organisations_and_documents(bound: pikepdf.Pdf) -> None:
    with bound.open_outline() as outline:
        names = [item.title for item in outline.root]
        chapter = next(item for item in outline.root if item.title == "第1行业协会")

    assert names == [
        "编 印 说 明",
        "目录",
        "第0行业协会",
        "第1行业协会",
        "第2行业协会",
        "附录一　报送情况一览表",
        "按行业索引",
    ]
    assert [child.title for child in chapter.children] == ["第1份自律规约"]
    assert chapter.children[0].children[0].title.startswith("第一章")


def test_the_book_says_its_title_language_and_maker(bound: pikepdf.Pdf) -> None:
    assert str(bound.docinfo.Title) == f"{TITLE}（2026年度）"
    assert str(bound.docinfo.Author) == "濮阳市华龙区民政局"
    assert str(bound.Root.Lang) == "zh-CN"


def test_a_book_of_our_own_pages_is_pdf_a(bound: pikepdf.Pdf) -> None:
    with bound.open_metadata() as metadata:
        assert metadata.pdfa_status == "2B"
    assert bound.Root.OutputIntents[0].DestOutputProfile.N == 3


def test_a_proof_carries_its_mark_on_every_page_with_matter(tmp_path: Path) -> None:
    bind(volume(1, is_proof=True), tmp_path / "proof.pdf")

    with pikepdf.open(tmp_path / "proof.pdf") as proof:
        assert all("校　样" in spoken(page) for page in proof.pages)


def test_the_same_pieces_give_the_same_book(tmp_path: Path) -> None:
    for name, day in (("a.pdf", "2026-11-01"), ("b.pdf", "2026-11-30")):
        with time_machine.travel(day, tick=False):
            bind(volume(2), tmp_path / name)

    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_book_joined_through_scratch_files_is_the_same_to_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bind(volume(), tmp_path / "plain.pdf")
    monkeypatch.setattr("compilations.typesetting.binder._OPEN_PIECES", 1)

    bind(volume(), tmp_path / "joined.pdf")

    with (
        pikepdf.open(tmp_path / "plain.pdf") as plain,
        pikepdf.open(tmp_path / "joined.pdf") as joined,
    ):
        assert [spoken(page) for page in joined.pages] == [spoken(page) for page in plain.pages]
        assert labels(joined) == labels(plain)


def test_a_later_part_goes_on_counting(tmp_path: Path) -> None:
    bind(volume(1, first_page=401), tmp_path / "part.pdf")

    with pikepdf.open(tmp_path / "part.pdf") as part:
        assert "401" in labels(part)
        assert "1" not in labels(part)


def test_a_damaged_piece_is_no_silent_gap(tmp_path: Path) -> None:
    whole = volume(1)
    (chapter,) = whole.chapters
    broken = Book(
        whole.imprint,
        (Chapter(chapter.opening, (Part("坏的", 2, lambda: b"%PDF-1.7 broken"),)),),
    )

    with pytest.raises(pikepdf.PdfError):
        bind(broken, tmp_path / "book.pdf")


def test_even_pages_move_towards_the_binding(bound: pikepdf.Pdf) -> None:
    body = labels(bound).index("1")

    odd, even = (bound.pages[body + at].obj.Contents[0].read_bytes() for at in (0, 1))

    assert odd == b"q"
    assert b"-5.669 0 cm" in even
