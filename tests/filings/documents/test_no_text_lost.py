"""No text is lost: every character of a source is in some block, or was left out with a word."""

import io
from collections import Counter
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from filings.documents.blocks import plain_text
from filings.documents.docx.reader import read_docx
from filings.documents.extraction import Reading, put_together
from tests.filings.documents.word_files import (
    deleted,
    field,
    ins,
    level,
    listed,
    notes,
    numbering,
    old_textbox,
    p,
    r,
    table,
    tc,
    textbox,
    tr,
    word,
)

TEXTS = st.text(
    st.sampled_from("会员应当遵守第一二三条章（）()、。；：1234 　.目录…abc•①&<>\"'"),
    min_size=1,
    max_size=12,
).map(escape)


FOOTNOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
RUNS = st.one_of(
    TEXTS.map(r),
    TEXTS.map(lambda text: r(text, "<w:b/>")),
    TEXTS.map(lambda text: r(text, "<w:vanish/>")),
    TEXTS.map(lambda text: ins(r(text))),
    TEXTS.map(deleted),
    TEXTS.map(lambda text: field("REF x", text)),
    TEXTS.map(lambda text: field("PAGE", text)),
    TEXTS.map(lambda text: textbox(p(r(text)))),
    TEXTS.map(lambda text: old_textbox(p(r(text)) + p(r(text)))),
    TEXTS.map(lambda text: f"<w:sdt><w:sdtContent>{r(text)}</w:sdtContent></w:sdt>"),
    TEXTS.map(
        lambda text: (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
            f"<w:sdtContent>{r(text)}</w:sdtContent></w:sdt>"
        )
    ),
    TEXTS.map(lambda text: f'<w:hyperlink w:anchor="a">{r(text)}</w:hyperlink>'),
    TEXTS.map(lambda text: f"<w:unknown><w:deeper>{r(text)}</w:deeper></w:unknown>"),
    st.sampled_from(["<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", FOOTNOTE]),
)
INSIDE = st.lists(RUNS, max_size=4).map("".join)
DELETED_MARK = '<w:rPr><w:del w:id="9" w:author="王"/></w:rPr>'
PARAGRAPHS = st.one_of(
    INSIDE.map(p),
    INSIDE.map(lambda runs: p(runs, '<w:jc w:val="center"/>')),
    INSIDE.map(lambda runs: p(runs, DELETED_MARK)),
    INSIDE.map(listed),
    INSIDE.map(lambda runs: p(runs, '<w:pStyle w:val="TOC1"/>')),
)
ROWS = st.lists(INSIDE.map(p).map(tc), min_size=1, max_size=3).map(lambda cells: tr(*cells))
BODIES = st.lists(
    PARAGRAPHS | st.lists(ROWS, min_size=1, max_size=3).map(lambda rows: table(*rows)), max_size=6
).map("".join)


def characters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


@given(BODIES)
def test_every_character_of_a_word_file_is_read_or_named(body):
    content = word(
        body,
        numbering=numbering(level(0, "chineseCountingThousand", "第%1条")),
        footnotes=notes("footnotes", "脚注文字"),
    )
    reading = put_together(read_docx(io.BytesIO(content)))
    missing = characters(_visible(body)) - _accounted(reading)
    assert not missing
    assert len(reading.warnings) >= bool(reading.dropped)
    assert not any("没有读出来" in warning for warning in reading.warnings)


def _accounted(reading: Reading) -> Counter[str]:
    return characters(plain_text(reading.blocks) + "".join(reading.dropped))


def _visible(body: str) -> str:
    """All words of the source once; a text box is stored twice."""
    root = etree.fromstring(
        "<x xmlns:w='w' xmlns:r='r' xmlns:mc='mc' xmlns:v='v' xmlns:a='a' xmlns:wp='wp'"
        f" xmlns:wps='wps'>{body}</x>"
    )
    for fallback in root.iter("{mc}Fallback"):
        fallback.clear()
    return "".join(text.text or "" for text in root.iter("{w}t", "{w}delText"))
