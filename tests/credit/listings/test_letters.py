"""What the two letters must say."""

import datetime as dt
from dataclasses import replace

import pytest

from credit.listings.grounds import GROUNDS
from credit.listings.letters import Letter, Matter, decision, how_to_leave, prior_notice
from credit.listings.periods import PERIODS

ON = dt.date(2026, 11, 17)
MATTER = Matter(
    name="濮阳市华龙区餐饮行业协会",
    credit_code="51410902XN00000120",
    ground=GROUNDS["AB1"],
    facts="2025年度工作报告未报送。",
    evidence=["系统截图。", " ", "催报记录"],
    measures=["列为重点监督管理对象"],
    bureau="濮阳市华龙区民政局",
)


def text(letter: Letter) -> str:
    return "\n".join(letter.paragraphs)


def test_the_notice_tells_facts_evidence_basis_measures_and_rights() -> None:
    letter = prior_notice(MATTER, number="华民告〔2026〕3号", on=ON, periods=PERIODS)

    assert letter.title == "拟列入活动异常名录告知书"
    assert letter.addressee == "濮阳市华龙区餐饮行业协会（统一社会信用代码：51410902XN00000120）："
    assert "2025年度工作报告未报送。" in text(letter)
    assert "1. 系统截图；2. 催报记录。" in text(letter)
    assert "民政部令第60号第十一条" in text(letter)
    assert "列为重点监督管理对象" in text(letter)
    assert "10 个工作日内，可以向我局陈述、申辩" in text(letter)
    assert "不会因陈述、申辩而加重处理" in text(letter)


def test_a_corrected_figure_is_in_the_letter() -> None:
    periods = {**PERIODS, "statement": replace(PERIODS["statement"], amount=15)}

    letter = prior_notice(MATTER, number="", on=None, periods=periods)

    assert "15 个工作日内" in text(letter)


@pytest.mark.parametrize(
    ("heard", "sentence"),
    [(True, "我局已听取并复核你单位的陈述、申辩。"), (False, "你单位在期限内没有陈述、申辩。")],
)
def test_the_decision_says_whether_the_organisation_was_heard(heard: bool, sentence: str) -> None:
    letter = decision(
        MATTER, number="5号", on=ON, reason="证据充分。", heard=heard, periods=PERIODS
    )

    assert letter.title == "列入活动异常名录决定书"
    assert sentence + "证据充分。" in text(letter)
    assert "自2026年11月17日起生效" in text(letter)
    assert "60 日内申请行政复议" in text(letter)
    assert "6 个月内提起行政诉讼" in text(letter)


@pytest.mark.parametrize(
    ("ground_id", "words"),
    [
        ("AB1", "完成整改后，可以申请移出"),
        ("AB5", "列入满6 个月后，由我局移出"),
        ("SV1", "列入满二年，已履行义务"),
        ("SV4", "列入满二年，且未再发生"),
        ("SV7", "注销登记后"),
    ],
)
def test_how_a_listing_ends_depends_on_its_ground(ground_id: str, words: str) -> None:
    assert words in how_to_leave(GROUNDS[ground_id], PERIODS)
