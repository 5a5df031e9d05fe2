"""The texts of the demo read like those of real associations, and no two alike."""

import datetime as dt
import re
from random import Random

import pytest

from associations import credit_code
from associations.kinds import Category
from filings.materials import Material
from huanglong_portal.common.numerals import to_chinese
from huanglong_portal.demo.cases import KINDS, SANCTIONS, told_in_fields, write_case
from huanglong_portal.demo.chronology import Chronology, chronology
from huanglong_portal.demo.conventions import Flaw, write_convention
from huanglong_portal.demo.dice import dice_for
from huanglong_portal.demo.dossiers import put_together
from huanglong_portal.demo.ethics_codes import write_ethics_code
from huanglong_portal.demo.organisations import Organisation, invent
from huanglong_portal.demo.paper import Paper
from huanglong_portal.demo.phrasing import Phrasing, clauses
from huanglong_portal.demo.pledges import write_pledge
from huanglong_portal.demo.scripts import SANCTIONS as SANCTION_OF
from huanglong_portal.demo.scripts import Course, parts_of
from huanglong_portal.demo.standards import write_standard

FILED_ON = dt.date(2026, 10, 20)
FORTY = list(invent(40, seed=1))


def dice(organisation: Organisation) -> Random:
    return dice_for(1, organisation.credit_code)


def times(organisation: Organisation) -> Chronology:
    return chronology(organisation, FILED_ON, dice(organisation))


def rules(organisation: Organisation, **options: object) -> Paper:
    return write_convention(organisation, times(organisation), dice(organisation), **options)


def words(paper: Paper) -> str:
    cells = ("".join(cell for row in block.rows for cell in row) for block in paper.blocks)
    return "\n".join(f"{block.text}{told}" for block, told in zip(paper.blocks, cells, strict=True))


def everything_of(organisation: Organisation) -> list[Paper]:
    when, throws = times(organisation), dice(organisation)
    return [
        rules(organisation),
        write_ethics_code(organisation, when, throws),
        write_pledge(organisation, when, throws),
        *(
            write_standard(organisation, one, FILED_ON, throws, place=1, status="in_force")
            for one in organisation.trade.standards
        ),
        *(
            write_case(organisation, when, throws, kind=kind)
            for kind in KINDS
            if kind != "sanction"
        ),
        *(
            write_case(organisation, when, throws, kind="sanction", sanction=sanction)
            for sanction in SANCTIONS
        ),
    ]


def test_three_hundred_organisations_have_right_codes_that_no_real_body_bears() -> None:
    crowd = list(invent(300, seed=5))

    assert [credit_code.problem(one.credit_code) for one in crowd] == [""] * 300
    assert all(one.credit_code[8:10] == "XN" for one in crowd)
    assert all(credit_code.kind_of(one.credit_code) == one.kind for one in crowd)
    assert len({one.credit_code for one in crowd}) == len({one.name for one in crowd}) == 300


def test_forty_organisations_are_of_all_four_categories_and_marked_as_invented() -> None:
    assert {one.category for one in FORTY} == set(Category)
    assert all("演示数据" in one.address and "某" in one.legal_representative for one in FORTY)
    assert {"喆", "堃", "镕"} <= set("".join(one.name for one in FORTY))


def test_the_same_seed_invents_the_same_and_another_seed_something_else() -> None:
    again, other = list(invent(40, seed=1)), list(invent(40, seed=2))

    assert again == FORTY
    assert words(rules(again[5])) == words(rules(FORTY[5]))
    assert [one.name for one in other] != [one.name for one in FORTY]


@pytest.mark.parametrize("organisation", FORTY, ids=lambda one: one.trade.key)
def test_no_blank_of_a_bank_is_left_open(organisation: Organisation) -> None:
    for paper in everything_of(organisation):
        assert not re.search(r"[{}\[\]|~$]|\*\d", words(paper)), paper.title


@pytest.mark.parametrize("organisation", FORTY, ids=lambda one: one.trade.key)
def test_rules_have_twenty_to_seventy_articles_numbered_through(organisation: Organisation) -> None:
    paper = rules(organisation)
    numbers = [block.number for block in paper.blocks if block.type == "article"]

    assert 20 <= paper.articles <= 70
    assert numbers == [f"第{to_chinese(place)}条" for place in range(1, paper.articles + 1)]


def test_two_associations_have_less_than_half_of_their_articles_in_common() -> None:
    texts = [
        {block.text for block in rules(one).blocks if block.type == "article"}
        for one in FORTY
        if one.category == Category.TRADE_ASSOCIATION
    ]
    shares = [
        len(mine & theirs) / min(len(mine), len(theirs))
        for place, mine in enumerate(texts)
        for theirs in texts[place + 1 :]
    ]

    assert max(shares) < 0.5


def test_every_grade_points_at_an_article_that_lays_it_down() -> None:
    for organisation in FORTY:
        paper = rules(organisation)
        texts: dict[str, str] = {}
        article = ""
        for block in paper.blocks:
            article = block.number if block.type == "article" else article
            texts[article] = texts.get(article, "") + block.text
        for grade, place in paper.fields["sanctions"].items():
            assert SANCTIONS[grade][-2:] in texts[place], (organisation.name, grade)


def test_the_steps_of_the_notice_come_in_order_and_the_votes_add_up() -> None:
    for organisation in FORTY:
        when, fields = times(organisation), rules(organisation).fields
        vote = fields["assembly"]

        assert (
            when.consultation_from
            < when.consultation_to
            < when.experts_on
            < when.assembly_on
            < when.promulgated_on
            < when.effective_on
            < FILED_ON
        )
        assert vote["for"] + vote["against"] + vote["abstain"] == vote["present"] <= vote["due"]
        assert vote["present"] * 3 >= vote["due"] * 2


def test_a_flaw_is_in_the_text_or_the_record_and_gone_without_it() -> None:
    organisation = FORTY[1]
    priced, sound = rules(organisation, flaws=[Flaw.PRICE]), rules(organisation)
    few = rules(organisation, flaws=[Flaw.QUORUM]).fields["assembly"]
    late = rules(organisation, flaws=[Flaw.DATES]).fields

    assert "最低指导价" in words(priced)
    assert "最低指导价" not in words(sound)
    assert priced.articles == sound.articles + 2
    assert few["present"] * 3 < few["due"] * 2
    assert late["consultation"]["to"] > late["experts"]["date"]


def test_rules_amended_a_year_later_are_the_same_but_for_a_few_articles() -> None:
    for organisation in FORTY:
        before = [block.text for block in rules(organisation).blocks if block.type == "article"]
        after = rules(organisation, amended=True)
        texts = [block.text for block in after.blocks if block.type == "article"]

        assert before != texts
        assert len(set(before) & set(texts)) > 0.75 * len(before), organisation.name


def test_pledges_speak_to_the_four_subjects_and_every_fee_has_its_ground() -> None:
    for organisation in FORTY:
        paper = write_pledge(organisation, times(organisation), dice(organisation))

        assert all(
            paper.fields[key] for key in ("service_content", "service_manner", "service_audience")
        )
        assert all(paper.fields["commitments"].values())
        assert all(fee["item"] and fee["amount"] and fee["basis"] for fee in paper.fields["fees"])


def test_the_first_four_organisations_go_through_every_course() -> None:
    played = {part.course for one in FORTY[:4] for part in parts_of(one)}

    assert played == set(Course)


def test_all_five_sanctions_and_every_kind_of_case_are_among_the_forty() -> None:
    cases = [
        put_together(one, part, FILED_ON, 1).paper.fields
        for one in FORTY
        for part in parts_of(one)
        if part.material == Material.CASE and "draft" in part.course.value
    ]

    assert {fields["sanction"] for fields in cases} - {""} == set(SANCTIONS)
    assert {fields["case_kind"] for fields in cases} == set(KINDS)
    assert {sanction for sanction, _ in SANCTION_OF.values()} == set(SANCTIONS)


def test_a_case_told_in_the_form_loses_nothing_of_its_story() -> None:
    organisation = FORTY[0]
    written = write_case(organisation, times(organisation), dice(organisation), kind="reward")
    told = told_in_fields(written)
    story = "".join(told.fields[part] for part in ("facts", "handling", "effect"))

    assert told.blocks == ()
    assert all(block.text in story for block in written.blocks[1:] if block.type != "heading")


def test_a_passage_reads_the_same_wherever_it_stands() -> None:
    phrasing = Phrasing("salt", {"服务": ("甲", "乙", "丙"), "会员": "会员"})
    first = phrasing.fill("{会员}提供{服务*2}，[应当|须]明示。")
    phrasing.fill("{服务}")

    assert phrasing.fill("{会员}提供{服务*2}，[应当|须]明示。") == first


def test_a_bank_names_its_clauses_and_says_when_they_are_there() -> None:
    always, trading, plain = clauses("-- 甲!@warning\n必有。\n\n-- 乙$\n经营者有。\n\n无名。")

    assert (always.label, always.always, always.sanction) == ("甲", True, "warning")
    assert trading.only_traders is True
    assert (plain.label, plain.text) == ("", "无名。")
