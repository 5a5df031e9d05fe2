"""Blocks become lines of the page; tables are measured before they are set."""

from hypothesis import given
from hypothesis import strategies as st

from compilations.typesetting.body import lines, table
from filings.documents.blocks import Block


def test_what_belongs_to_an_article_is_set_inside_it() -> None:
    looks = [
        line.look
        for line in lines(
            [
                Block("chapter", "第一章", "总则"),
                Block("article", "第一条", "为了……，做到："),
                Block("item", "（一）", "明码标价；"),
                Block("paragraph", text="前款所称……"),
                Block("heading", "一、", "其他"),
                Block("paragraph", text="另行规定。"),
            ]
        )
    ]

    assert looks == [
        "chapter",
        "article",
        "item inside",
        "paragraph inside",
        "heading",
        "paragraph",
    ]


def test_a_number_with_its_own_blank_gets_no_other() -> None:
    made = lines([Block("item", "（一）", "甲"), Block("item", "1.", "乙")])

    assert [line.gap for line in made] == ["", " "]


def test_merged_cells_are_drawn_once() -> None:
    made = table((("内容", "指标"), ("质量", "甲"), ("", "乙")), spans=((1, 0, 2, 1),))

    assert [[cell.text for cell in row.cells] for row in made.rows] == [["质量", "甲"], ["乙"]]
    assert made.rows[0].cells[0].rowspan == 2


def test_a_head_that_spans_two_rows_is_repeated_whole() -> None:
    made = table((("项", "数", ""), ("", "上", "下"), ("甲", "1", "2")), spans=((0, 0, 2, 1),))

    assert len(made.head) == 2


def test_columns_of_short_words_are_not_broken() -> None:
    made = table((("序号", "项目", "要求"), ("1", "餐具消毒", "热力消毒，时间不少于十分钟。" * 6)))

    squares = [width / 100 * 442 / 12 for width in made.widths]
    assert squares[0] >= 2
    assert squares[1] >= 4


@given(
    st.lists(
        st.lists(st.text(alphabet="报送1材料，", max_size=60), min_size=3, max_size=3),
        min_size=1,
        max_size=8,
    )
)
def test_widths_fill_the_measure(rows: list[list[str]]) -> None:
    made = table(rows)

    assert abs(sum(made.widths) - 100) < 0.1
    assert all(width > 3 for width in made.widths)
