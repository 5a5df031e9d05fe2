import pytest

from filings.documents.gaps import numbering_gaps
from filings.documents.text import parse


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("第一条 甲。\n第二条 乙。\n第二条之一 丙。\n第三条 丁。", []),
        ("第一条 甲。\n第三条 乙。", ["第 1 条后面的编号不连续（接着是第 3 条）"]),
        ("第一条 甲。\n第一条 乙。", ["第 1 条出现了两次"]),
        ("第二条 甲。", ["编号从第 2 条开始，前面没有读到第 1 条"]),
        (
            "第一章 总则\n第一条 甲。\n第三章 附则\n第二条 乙。",
            ["第 1 章后面的编号不连续（接着是第 3 章）"],
        ),
        ("第一章 总则\n第一条 甲。\n第二章 罚则\n第一条 每章另起。", []),
        ("第一条 甲。\n第二条 乙。\n## 附件 议事规则\n第一条 附件另起。", []),
        ("第一条 甲：\n（一）乙；\n（1）丙；\n（2）丁；\n（二）戊；\n（1）己。", []),
        (
            "第一条 甲：\n（一）乙；\n（三）丙。",
            ["第一条里（一）后面的编号不连续（接着是（三））"],
        ),
        ("第一条 甲：\n（2）乙。", ["第一条里的分项从（2）开始"]),
    ],
)
def test_numbers_that_skip_or_repeat_are_named(text, said):
    assert numbering_gaps(parse(text).blocks) == said


def test_many_gaps_are_counted_instead_of_listed():
    text = "\n".join(f"第{number}条 甲。" for number in range(1, 41, 2))
    said = numbering_gaps(parse(text).blocks)
    assert len(said) == 9
    assert said[-1] == "另有 11 处编号不连续或重复"
