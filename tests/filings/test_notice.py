import hashlib
import re

import pytest

from filings import notice

# Taken once from the published text, blanks left out.
ORIGINAL_CHARACTERS = 1951
ORIGINAL_DIGEST = "a07c2e2bffd2dbbfe0d5bfab09b91d277c9d684dad8a215c7ef97c27cc75a086"


def flowing(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_notice_is_faithful_to_the_original_to_the_character():
    whole = flowing("".join(paragraph.text for paragraph in notice.NOTICE_PARAGRAPHS))

    assert len(whole) == ORIGINAL_CHARACTERS
    assert hashlib.sha256(whole.encode()).hexdigest() == ORIGINAL_DIGEST


def test_anchors_are_unique_and_in_reading_order():
    anchors = [s.anchor for p in notice.NOTICE_PARAGRAPHS for s in p.sentences]
    headings = [p.anchor for p in notice.NOTICE_PARAGRAPHS if p.anchor]

    assert len(set(anchors + headings)) == len(anchors + headings)
    assert anchors == sorted(anchors, key=lambda a: ["引一二三".index(a[0]), *a[2:].split("-")])


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        ("一-1-2", "不得含有排除、限制竞争的内容"),
        ("一-1-4", "警告、行业内通报批评、公开谴责、取消会员资格、向有关部门通报"),
        ("一-4-2", "服务内容、服务方式、服务对象和收费标准"),
        ("二-1-3", "黑名单"),
        ("三-2", "区社会组织管理股"),
    ],
)
def test_each_anchor_names_the_sentence_the_bureau_means(anchor, words):
    assert words in notice.sentence(anchor)


def test_an_anchor_is_written_out_for_a_letter():
    assert notice.citation("一-1-2") == "通知一（一）第2句"
    assert notice.citation("三-2") == "通知三第2句"
    assert notice.citation("引-1") == "通知导语第1句"


def test_an_unknown_anchor_is_refused():
    with pytest.raises(KeyError):
        notice.sentence("四-1-1")
    with pytest.raises(KeyError):
        notice.citation("一-9-9")
