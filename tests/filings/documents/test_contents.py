import pytest

from filings.documents.contents import find_paper_lines


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (
            ["目　录", "第一章 总则", "第二章 罚则", "第一章　总则", "第一条 甲。"],
            ["第一章　总则", "第一条 甲。"],
        ),
        (["目录", "第一章 总则…………1", "第二章 罚则 2", "正文。"], ["正文。"]),
        (["甲……1", "乙……2", "丙……3", "正文。"], ["正文。"]),
        (["甲……1", "正文。"], ["甲……1", "正文。"]),
        (["目录", "本规约不设目录。"], ["目录", "本规约不设目录。"]),
        (["— 1 —", "正文。", "第 2 页 共 9 页"], ["正文。"]),
        (["- 3 -", "1", "正文。"], ["1", "正文。"]),
    ],
)  # fmt: skip
def test_contents_tables_and_page_numbers_are_found(lines, left):
    paper = find_paper_lines(lines)
    assert [line for index, line in enumerate(lines) if index not in paper] == left
    assert bool(paper.warnings) == bool(paper.dropped) == (len(left) < len(lines))
