from hypothesis import given
from hypothesis import strategies as st

from filings.documents.blocks import Block
from filings.documents.text import parse
from filings.likeness import compare

OURS = parse(
    "第一条　会员应当依法经营、诚信经营，公平参与市场竞争，自觉接受社会监督。\n"
    "第二条　会员应当建立食品原料进货查验制度，如实记录供货者的名称和联系方式。\n"
    "第三条　本规约自颁布之日起施行。"
).blocks
SHUFFLED = parse(
    "第一条　会员应当建立食品原料进货查验制度，如实记录供货者名称和联系方式。\n"
    "第二条　本规约自颁布之日起施行。\n"
    "第三条　会员应当依法经营、诚信经营，公平参与市场竞争，自觉接受社会的监督。"
).blocks
OTHER = parse("第一条　演出团体应当尊重原创，未经许可不得搬演他人的节目，不得假唱假奏。").blocks


def test_a_borrowed_text_is_matched_article_by_article_whatever_its_order():
    likeness = compare(OURS, SHUFFLED)

    assert [(match.anchor, match.other_anchor) for match in likeness.matches] == [
        ("a1", "a3"),
        ("a2", "a1"),
    ]
    assert likeness.share > 0.9


def test_another_text_is_not_alike():
    likeness = compare(OURS, OTHER)

    assert likeness.matches == ()
    assert likeness.share == 0


def test_everybodys_short_sentences_do_not_count():
    closing = parse("第一条　本规约自颁布之日起施行。").blocks

    assert compare(closing, OURS).matches == ()


def test_items_belong_to_their_article():
    listed = parse(
        "第一条　会员应当做到：\n"
        "（一）依法经营、诚信经营，公平参与市场竞争；\n"
        "（二）自觉接受社会监督。"
    ).blocks

    assert [match.anchor for match in compare(listed, listed).matches] == ["a1"]


def test_nothing_is_like_nothing():
    assert compare([], OURS).share == 0
    assert compare(OURS, []).share == 0


texts = st.lists(st.text(alphabet="会员应当诚信经营公平竞争", min_size=0, max_size=30), max_size=5)


@given(texts)
def test_a_text_is_wholly_like_itself(lines):
    blocks = [Block("paragraph", text=line) for line in lines]

    likeness = compare(blocks, blocks)

    assert likeness.share in (0.0, 1.0)
    assert all(match.likeness == 1.0 for match in likeness.matches)


@given(texts, texts)
def test_a_share_is_a_share(ours, theirs):
    share = compare(
        [Block("paragraph", text=line) for line in ours],
        [Block("paragraph", text=line) for line in theirs],
    ).share

    assert 0 <= share <= 1
