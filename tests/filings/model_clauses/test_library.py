import re

import pytest

from filings.documents.blocks import Block
from filings.materials import Material
from filings.model_clauses import ALL, by_key, clauses_for
from filings.notice import SENTENCES
from filings.screening import screen_line

# Cases tell what happened and are not screened.
RULES = [clause for clause in ALL if clause.material != Material.CASE]


@pytest.mark.parametrize("clause", RULES, ids=lambda clause: clause.key)
def test_a_model_clause_is_above_suspicion(clause):
    assert screen_line(clause.text) == []


@pytest.mark.parametrize("clause", ALL, ids=lambda clause: clause.key)
def test_a_model_clause_can_be_borrowed_as_it_stands(clause):
    assert not re.search(r"[×＊*_]{2}|【|某某|\{", clause.text)
    assert clause.text.endswith("。")
    assert clause.source in SENTENCES
    assert clause.topic


def test_keys_are_lasting_and_unique():
    assert len({clause.key for clause in ALL}) == len(ALL)
    assert by_key("convention/price").topic == "价格行为"
    with pytest.raises(KeyError):
        by_key("convention/none")


def test_every_material_has_clauses():
    assert {clause.material for clause in ALL} == set(Material)


def test_clauses_of_the_own_trade_come_first_and_those_of_others_not_at_all():
    clauses = clauses_for(Material.CONVENTION, industry="餐饮", name="濮阳市华龙区餐饮行业协会")

    assert [clause.trade for clause in clauses[:2]] == ["餐饮", ""]
    assert {clause.trade for clause in clauses} == {"餐饮", ""}


def test_the_five_measures_stand_in_the_model():
    text = by_key("convention/measures").text

    for measure in ("警告", "行业内通报批评", "公开谴责", "取消会员资格", "向有关部门通报"):
        assert measure in text


def test_a_convention_made_of_model_clauses_passes_the_checks_on_its_text():
    from filings.checks import run
    from tests.filings.checks.revisions import convention

    texts = [clause.text for clause in clauses_for(Material.CONVENTION, industry="餐饮")]
    blocks = [Block("article", f"第{place}条", text) for place, text in enumerate(texts, 1)]

    findings = run(convention(blocks, sanctions=None))

    assert [finding.rule_id for finding in findings] == []
