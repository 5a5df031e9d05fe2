"""The files of the demo are what people send, and say what was written in them."""

import datetime as dt
import io
import re
from functools import partial

import pikepdf
import pytest
from docx import Document
from PIL import Image

from filings.documents.blocks import Block
from filings.documents.reading import read
from huanglong_portal.common import dates
from huanglong_portal.demo.chronology import chronology
from huanglong_portal.demo.conventions import write_convention
from huanglong_portal.demo.dice import dice_for
from huanglong_portal.demo.evidence import attendance, opinions_table, resolution
from huanglong_portal.demo.organisations import Organisation, invent
from huanglong_portal.demo.paper import Paper
from huanglong_portal.demo.pdf_files import text_pdf
from huanglong_portal.demo.scans import photographed, scanned_pdf
from huanglong_portal.demo.seals import draw_seal
from huanglong_portal.demo.sheets import A4, Sheet, draw
from huanglong_portal.demo.stage import Stage, Story
from huanglong_portal.demo.timeline import Timeline
from huanglong_portal.demo.word_files import Maker, word_file
from huanglong_portal.demo.workshop import Workshop

ORGANISATION = next(invent(1, seed=1))
DICE = partial(dice_for, "test")


def rules_of(organisation: Organisation) -> Paper:
    times = chronology(organisation, dt.date(2026, 10, 20), DICE())
    return write_convention(organisation, times, DICE())


RULES = rules_of(ORGANISATION)


def outline(blocks: list[Block]) -> list[tuple[str, str, str]]:
    return [(block.type, block.number, block.text) for block in blocks]


@pytest.mark.parametrize("maker", Maker)
def test_rules_in_a_word_file_of_any_make_are_read_back_word_for_word(maker: Maker) -> None:
    reading = read(word_file(RULES.blocks, maker, header=ORGANISATION.name), "docx")

    assert outline(reading.blocks) == outline(list(RULES.blocks))
    assert reading.warnings == []


def test_merged_cells_and_a_landscape_annex_are_in_the_word_file() -> None:
    table = Block("table", "", "表1", (("类", "项"), ("甲", "一"), ("", "二")), ((1, 0, 2, 1),))
    document = Document(io.BytesIO(word_file([table], Maker.STYLED, wide=table)))
    upright, wide = document.sections

    assert document.tables[0].cell(1, 0)._tc is document.tables[0].cell(2, 0)._tc
    assert upright.page_width < upright.page_height
    assert wide.page_width > wide.page_height


def test_automatic_numbers_stand_nowhere_in_the_text() -> None:
    document = Document(io.BytesIO(word_file(RULES.blocks, Maker.AUTOMATIC)))
    printed = [p.text for p in document.paragraphs if re.match(r"第.{1,4}[章条]", p.text)]

    assert printed == []


def test_rules_in_a_pdf_keep_all_their_articles() -> None:
    reading = read(text_pdf(RULES.blocks), "pdf")

    assert sum(block.type == "article" for block in reading.blocks) == RULES.articles


def test_a_scan_holds_pictures_of_pages_and_no_letters() -> None:
    times = chronology(ORGANISATION, dt.date(2026, 10, 20), DICE())
    scan = scanned_pdf(
        [resolution(ORGANISATION, times, RULES), attendance(ORGANISATION, times, DICE())], DICE()
    )
    with pikepdf.open(io.BytesIO(scan)) as pdf:
        boxes = [[float(value) for value in page.mediabox] for page in pdf.pages]
        fonts = [page.resources.get("/Font") for page in pdf.pages]

    assert boxes[0][2] < boxes[0][3]
    assert boxes[-1][2] > boxes[-1][3]
    assert fonts == [None] * len(boxes)


def test_a_photo_is_a_jpeg_of_the_sheet() -> None:
    with Image.open(io.BytesIO(photographed(Sheet("公　示", ("内容。",)), DICE()))) as photo:
        assert photo.format == "JPEG"
        assert photo.height > photo.width


def test_a_long_sheet_goes_on_overleaf_and_the_seal_is_red() -> None:
    pages = draw(Sheet("长", ["一段很长的话，" * 30] * 12, seal="演示", closing=["某会"]), DICE())
    seal = draw_seal("濮阳市华龙区某某协会", 200, DICE())
    red, green, _, alpha = seal.getpixel((100, 100))

    assert len(pages) > 1
    assert pages[0].size == A4
    assert alpha > 0
    assert red > 2 * green


def test_a_rare_character_in_a_name_is_drawn_and_not_left_out() -> None:
    def ink(name: str) -> int:
        page = draw(Sheet(name), DICE())[0].convert("L")
        return sum(page.histogram()[:128])

    assert ink("喆堃镕") > 1.5 * ink("一一一") > 0


def test_opinions_come_as_a_workbook() -> None:
    assert opinions_table(ORGANISATION, RULES, DICE())[:2] == b"PK"


def test_the_workshop_makes_a_few_files_on_the_spot_and_each_once() -> None:
    with Workshop() as workshop:
        workshop.order("甲", partial(bytes, 3), days_ago=1)

        assert workshop.begin() == 1
        assert workshop.fetch("甲") == bytes(3)
        with pytest.raises(KeyError):
            workshop.fetch("甲")


def test_the_workshop_lets_helpers_make_many_files() -> None:
    with Workshop() as workshop:
        for size in range(50):
            workshop.order(str(size), partial(bytes, size), days_ago=size)
        workshop.begin()

        assert [len(workshop.fetch(str(size))) for size in range(50)] == list(range(50))


def test_stories_are_played_together_in_the_order_of_time() -> None:
    timeline, stage, seen = Timeline(dt.date(2026, 11, 24)), Stage(), []

    def story(name: str, *days: int) -> Story:
        for ago in days:
            yield timeline.at(ago, DICE())
            seen.append((name, dates.today()))

    stage.enter(story("甲", 30, 10))
    stage.enter(story("乙", 20))

    assert stage.play() == 3
    assert [name for name, _ in seen] == ["甲", "乙", "甲"]
    assert [day for _, day in seen] == sorted(day for _, day in seen)


def test_a_story_that_goes_back_in_time_is_refused() -> None:
    def story() -> Story:
        yield Timeline(dt.date(2026, 11, 24)).at(3, DICE())
        yield Timeline(dt.date(2026, 11, 24)).at(30, DICE())

    stage = Stage()
    stage.enter(story())

    with pytest.raises(ValueError, match="went back"):
        stage.play()


def test_everything_happens_on_weekdays_at_office_hours() -> None:
    timeline = Timeline(dt.date(2026, 11, 24))
    moments = [timeline.at(ago, dice_for(ago)) for ago in range(1, 60)]

    assert all(moment.weekday() < 5 and 9 <= moment.hour < 18 for moment in moments)
