import inspect
from pathlib import Path

import pytest

from filings.checks import BY_ID, RULES, Severity, blocking, run
from filings.checks.sources import SOURCES

from .revisions import (
    CONVENTION,
    FOUNDATION,
    case,
    convention,
    ethics_code,
    pledge,
    says,
    standard,
)


@pytest.mark.parametrize("make", [convention, ethics_code, standard, pledge, case])
def test_a_material_in_good_order_has_no_findings(make):
    assert run(make()) == []


def test_the_hardest_findings_come_first_and_block():
    findings = run(convention(scope=None, experts__members=[], ethics=None, assembly__present=30))

    severities = [finding.severity for finding in findings]
    assert severities == sorted(severities, key=list(Severity).index)
    assert {finding.rule_id for finding in blocking(findings)} >= {"required-fields", "quorum"}
    assert all(finding.severity == Severity.MUST_FIX for finding in blocking(findings))


def test_every_rule_rests_on_a_sentence_and_says_what_to_do():
    for rule in RULES:
        assert SOURCES[rule.source]
        assert rule.title
        assert rule.remedy.endswith("。")
        assert rule.materials


def test_rule_ids_are_unique_and_say_their_file():
    ids = [rule.id for rule in RULES]

    assert len(set(ids)) == len(ids)
    assert set(BY_ID) == set(ids)
    for rule in RULES:
        file = Path(inspect.getfile(rule.look)).stem
        assert rule.id.replace("-", "_").startswith(file)


def test_every_rule_has_its_test():
    tested = {path.stem.removeprefix("test_") for path in Path(__file__).parent.glob("test_*.py")}

    assert {Path(inspect.getfile(rule.look)).stem for rule in RULES} <= tested


def test_what_only_bodies_with_members_do_is_not_asked_of_a_foundation():
    facts = convention(association=FOUNDATION, assembly=None, consultation=None, experts=None)

    assert {finding.rule_id for finding in run(facts)} <= {"other-trades", "before-registration"}


def test_a_finding_keeps_its_fingerprint_when_its_article_moves():
    moved = CONVENTION.replace("第四条　会员自主定价，明码标价。", "第四条　会员应当诚信经营。")
    guilty = "会员不得低于本会公布的最低价销售。"
    before = convention(CONVENTION + f"第十一条　{guilty}")
    after = convention(moved + f"第十一条　会员守法。\n第十二条　{guilty}")

    (first,), (second,) = says("competition", before), says("competition", after)

    assert first.place != second.place
    assert first.fingerprint == second.fingerprint
