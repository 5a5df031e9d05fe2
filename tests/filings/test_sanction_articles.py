"""Finding the articles that provide the five measures."""

from filings import sanction_articles
from filings.documents.text import parse


def test_the_articles_of_the_five_measures_are_found() -> None:
    blocks = parse(
        "第一条　会员被警告三次的，不得评优。\n"
        "第三十九条　违反本规约的，给予下列处理：\n"
        "（一）警告；\n（二）行业内通报批评；\n（三）公开谴责。\n"
        "第四十条　情节严重的，取消会员资格，并向有关部门通报。\n"
    ).blocks

    assert sanction_articles.find(blocks) == {
        "warning": "第三十九条",
        "internal_criticism": "第三十九条",
        "public_censure": "第三十九条",
        "expulsion": "第四十条",
        "referral": "第四十条",
    }


def test_a_measure_mentioned_in_passing_is_no_provision() -> None:
    assert sanction_articles.find(parse("第一条　被警告的会员应当整改。\n").blocks) == {}


def test_what_follows_a_chapter_belongs_to_no_article_before_it() -> None:
    blocks = parse("第一条　可以警告。\n第二章　处理\n公开谴责另行规定。\n").blocks

    assert sanction_articles.find(blocks) == {}
