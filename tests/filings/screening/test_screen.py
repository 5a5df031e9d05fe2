import pytest
from hypothesis import given
from hypothesis import strategies as st

from filings.documents.blocks import Block
from filings.screening import CATEGORIES, FLAGGED_FROM, screen, screen_line, screen_lines

GUILTY_AND_INNOCENT = [
    ("会员不得低于协会公布的最低价销售。", "禁止以低于成本的价格倾销，依照反不正当竞争法处理。"),
    ("各企业的产量由协会核定。", "重污染天气期间，企业应当执行政府发布的限产措施。"),
    ("会员不得争抢其他会员的客户。", "会员不得以诋毁、贿赂等不正当手段争抢其他会员的客户。"),
    ("会员不得采用未经协会认可的新设备。", "会员不得使用国家明令淘汰的设备。"),
    ("会员不得与非会员企业合作。", "不得限制会员与非会员企业合作。"),
    ("经销商零售价不得低于协会规定的价格。", "供应商不得限定经销商的零售价格。"),
    ("会员每周向秘书处报送各自报价。", "本会发布行业信息不得披露单个会员的价格。"),
    ("从事本行业的经营者必须加入本会。", "入会自愿、退会自由，本会不强制入会。"),
    ("会员应当缴纳自律保证金一万元。", "本会不得向会员收取保证金。"),
    ("会员之间协商一致后统一调价。", "价格调整应当与客户协商一致。"),
]


@pytest.mark.parametrize(("guilty", "innocent"), GUILTY_AND_INNOCENT)
def test_the_same_words_are_guilty_or_innocent_by_what_is_done_with_them(guilty, innocent):
    assert screen_line(guilty)
    assert screen_line(innocent) == []


def test_a_hit_says_what_was_seen_on_what_law_it_rests_and_what_to_do():
    (hit, *_) = screen_line("会员不得低于协会公布的最低价销售。", anchor="a12")

    assert hit.anchor == "a12"
    assert hit.category == "price_fixing"
    assert FLAGGED_FROM <= hit.certainty < 1
    assert "第十七条第一项" in hit.basis
    assert "最低价" in hit.why
    assert "自主定价" in hit.advice
    assert hit.label == "固定或者协调价格"


def test_punishing_a_competitive_act_is_restrictive_and_punishing_a_collusive_one_is_not():
    assert screen_line("对擅自降价招揽顾客的会员，给予行业内通报批评。")
    assert screen_line("对串通涨价的会员，给予行业内通报批评。") == []


def test_what_excuses_the_first_half_does_not_excuse_what_follows_but():
    assert screen_line("会员自愿入会，但入会后三年内不得退会。")


def test_government_prices_are_no_agreement_until_the_members_add_to_them():
    assert screen_line("停车收费应当严格执行政府指导价，不得突破上限。") == []
    assert screen_line("在政府指导价基础上，会员统一上浮百分之十收费。")


def test_fines_are_named_after_what_they_enforce():
    hits = screen_line("会员擅自降价的，罚款五千元。")

    assert [hit.category for hit in hits] == ["price_fixing", "coercion"]


def test_names_of_laws_are_not_read_as_words_about_prices():
    assert screen_line("会员应当遵守《中华人民共和国价格法》和《反垄断法》。") == []


def test_items_are_read_with_the_sentence_that_opens_their_list():
    blocks = [
        Block("article", "第九条", "会员不得有下列行为："),
        Block("item", "（一）", "相互串通涨价；"),
        Block("item", "（二）", "跨区域承揽业务。"),
        Block("article", "第十条", "会员可以跨区域承揽业务。"),
    ]

    assert [(hit.anchor, hit.category) for hit in screen(blocks)] == [("a9-2", "market_allocation")]


def test_a_table_of_minimum_charges_is_read_row_by_row_under_its_head():
    table = Block(
        "table",
        rows=(("项目", "行业最低收费（元）"), ("婚宴", "880"), ("", "")),
    )
    public = Block("table", rows=(("项目", "会费标准（元）"), ("会员单位", "600")))

    assert [hit.category for hit in screen([table])] == ["price_fixing"]
    assert screen([public]) == []


def test_footnotes_are_read_too():
    note = Block("paragraph", text="收费另见注。", notes=("各会员不得低于协会指导价收费。",))

    assert [hit.category for hit in screen([note])] == ["price_fixing"]


def test_plain_text_is_read_by_line_with_the_lead_of_its_list():
    lines = [
        "会员不得有下列行为：",
        "（一）串通投标；",
        "（二）降价促销；",
        "",
        "会员可以降价促销。",
    ]

    assert [number for number, _ in screen_lines(lines)] == [3]


def test_numbering_blanks_and_quotes_do_not_matter():
    plain = screen_line("会员统一执行协会制定的价格")
    dressed = screen_line("第十二条　会员 统一执行“协会制定的价格” ")

    assert [h.category for h in plain] == [h.category for h in dressed]
    assert plain[0].certainty == dressed[0].certainty


@given(st.text(alphabet="会员协会不得低于价格统一的，。；：（）《》“”0９ \n", max_size=60))
def test_any_text_is_screened_without_complaint(text):
    for hit in screen_line(text):
        assert FLAGGED_FROM <= hit.certainty < 1
        assert hit.category in CATEGORIES


@given(st.lists(st.sampled_from([c for pair in GUILTY_AND_INNOCENT for c in pair]), max_size=4))
def test_a_clause_is_as_suspicious_as_its_worst_sentence(sentences):
    together = {hit.category for hit in screen_line("".join(sentences))}
    apart = {hit.category for sentence in sentences for hit in screen_line(sentence)}

    assert apart <= together
