import pytest

from filings.documents.numbers import head, ordinal


@pytest.mark.parametrize(
    ("line", "kind", "number", "rest", "value"),
    [
        ("第十二条　会员", "article", "第十二条", "会员", 12),
        ("第 12 条 会员", "article", "第12条", "会员", 12),
        ("第１２条会员", "article", "第１２条", "会员", 12),
        ("第十二条之一　会员", "article", "第十二条之一", "会员", 12),
        ("第一百零三条：会员", "article", "第一百零三条", "会员", 103),
        ("第三章总则", "chapter", "第三章", "总则", 3),
        ("第二节 会员", "section", "第二节", "会员", 2),
        ("第一编 总则", "part", "第一编", "总则", 1),
        ("一、服务", "chinese", "一、", "服务", 1),
        ("(二)收费", "chinese-bracketed", "(二)", "收费", 2),
        ("（ 三 ）收费", "chinese-bracketed", "（三）", "收费", 3),
        ("4．咨询", "arabic", "4．", "咨询", 4),
        ("5、咨询", "arabic", "5、", "咨询", 5),
        ("（6）咨询", "arabic-bracketed", "（6）", "咨询", 6),
        ("③咨询", "circled", "③", "咨询", 3),
        ("⑵咨询", "circled", "⑵", "咨询", 2),
        ("4.1.2 一般要求", "decimal", "4.1.2", "一般要求", None),
        ("A.1 附录", "decimal", "A.1", "附录", None),
        ("3 术语", "bare", "3", "术语", 3),
        ("b) 乙", "letter", "b)", "乙", 2),
        ("\uf06c 甲", "bullet", "•", "甲", None),
    ],
)
def test_the_number_of_a_line_is_recognised_as_printed(line, kind, number, rest, value):
    found = head(line)
    assert found is not None
    assert (found.kind, found.number, found.rest, found.value) == (kind, number, rest, value)


@pytest.mark.parametrize(
    "line",
    [
        "第三条规定的情形",
        "第三条、第五条",
        "第三方机构",
        "3.5倍以下",
        "2024年3月1日",
        "3 月 1 日",
        "一会员一票",
        "会员第一条",
        "",
        "第零零甲条",
    ],
)
def test_words_that_only_resemble_a_number_have_none(line):
    assert head(line) is None


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("第十二条", (12, None)),
        ("第十二条之一", (12, 1)),
        ("（三）", (3, None)),
        ("甲", (None, None)),
    ],
)
def test_a_printed_number_has_its_ordinal(number, value):
    assert ordinal(number) == value
