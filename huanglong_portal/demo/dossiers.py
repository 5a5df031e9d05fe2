"""Dossiers (报送件): a paper with the files in which it is sent, ready to be made."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from random import Random

from filings.documents.blocks import Block
from filings.documents.text import to_text
from filings.materials import Material
from huanglong_portal.common.dates import write_date

from .articles import merged_table
from .cases import SANCTIONS, told_in_fields, write_case
from .chronology import Chronology, chronology
from .conventions import Flaw, write_convention
from .dice import dice_for
from .ethics_codes import write_ethics_code
from .evidence import (
    attendance,
    award_notice,
    experts_opinion,
    opinions_table,
    resolution,
    signed_pledge,
)
from .organisations import Organisation
from .paper import Paper
from .pdf_files import text_pdf
from .pledges import write_pledge
from .scans import photographed, scanned_pdf
from .scripts import OTHER_SANCTION, Part
from .scripts import SANCTIONS as SANCTION_OF
from .standards import write_participation, write_standard
from .word_files import Maker, word_file

Make = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Enclosure:
    """One file: its name, what it is for, and how to make it."""

    name: str
    role: str
    caption: str
    make: Make


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is filed in one version of a document. The text comes as a file or is pasted."""

    paper: Paper
    body: Enclosure | None = None
    pasted: str = ""
    enclosures: Sequence[Enclosure] = field(default_factory=tuple)


def put_together(
    organisation: Organisation, part: Part, filed_on: dt.date, seed: int, *, again: bool = False
) -> Dossier:
    """The dossier for ``part``; ``again`` is the version filed after a return."""
    year = "before" if part.earlier else "now"
    dice = dice_for(seed, organisation.credit_code, part.material, part.what, year)
    times = chronology(organisation, filed_on, dice_for(seed, organisation.credit_code, year))
    match part.material:
        case Material.CONVENTION:
            return _convention(organisation, part, times, seed, again=again)
        case Material.ETHICS_CODE:
            paper = write_ethics_code(organisation, times, dice)
            return _with_body(paper, organisation, dice, "职业道德准则")
        case Material.STANDARD:
            return _standard(organisation, part, filed_on, dice)
        case Material.PLEDGE:
            return _pledge(organisation, part, times, dice, again=again)
        case _:
            return _case(organisation, part, times, seed, dice, again=again)


def _convention(
    organisation: Organisation, part: Part, times: Chronology, seed: int, *, again: bool
) -> Dossier:
    # The same dice in every year and version: the rules stay the same where nobody changed them.
    paper = write_convention(
        organisation,
        times,
        dice_for(seed, organisation.credit_code, "rules"),
        flaws=() if again or part.flaw not in _FLAWS else (_FLAWS[part.flaw],),
        amended=part.amended or (again and part.flaw == "wording"),
    )
    dice = dice_for(seed, organisation.credit_code, "convention files", part.earlier)
    dossier = _with_body(paper, organisation, dice, "自律规约", wide=_register(organisation))
    proofs = [
        Enclosure(
            "会议决议（盖章）.pdf",
            "assembly",
            f"{times.assembly_title(organisation)}决议",
            partial(scanned_pdf, [resolution(organisation, times, paper)], _fork(dice)),
        ),
        Enclosure(
            "专家论证意见（签字）.pdf",
            "experts",
            "专家论证意见",
            partial(scanned_pdf, [experts_opinion(organisation, times, paper)], _fork(dice)),
        ),
        Enclosure(
            "签到表.pdf",
            "assembly",
            "签到表",
            partial(scanned_pdf, [attendance(organisation, times, _fork(dice))], _fork(dice)),
        ),
        Enclosure(
            "征求意见汇总表.xlsx",
            "consultation",
            "征求意见汇总表",
            partial(opinions_table, organisation, paper, _fork(dice)),
        ),
    ]
    count = 1 if part.earlier else (4, 2, 3, 2)[organisation.index % 4]
    return replace(dossier, enclosures=proofs[:count])


_FLAWS = {"price": Flaw.PRICE, "quorum": Flaw.QUORUM, "dates": Flaw.DATES}


def _register(organisation: Organisation) -> Block | None:
    """A wide annex, on a landscape page of the Word file."""
    if not organisation.has_members:
        return None
    head = ("类别", "自律事项", "自查内容", "自查频次", "责任人", "自查结果", "整改情况")
    rows = [head]
    for group, items in (
        ("经营", organisation.trade.risks[:3]),
        ("服务", organisation.trade.papers),
    ):
        rows += [
            (group, item, "有无此类情形、记录是否完整", "每半年", "", "", "") for item in items
        ]
    return merged_table(rows, "附件　会员自律自查登记表")


def _standard(organisation: Organisation, part: Part, filed_on: dt.date, dice: Random) -> Dossier:
    if part.what == "participation" or not organisation.trade.standards:
        return Dossier(write_participation(organisation, filed_on, dice))
    known = organisation.trade.standards
    status = {"issued": "in_force", "upcoming": "upcoming", "drafting": "drafting"}[part.what]
    place = 2 if status == "drafting" and len(known) > 1 else 1
    paper = write_standard(
        organisation, known[place - 1], filed_on, dice, place=place, status=status
    )
    return _with_body(paper, organisation, dice, "标准文本")


def _pledge(
    organisation: Organisation, part: Part, times: Chronology, dice: Random, *, again: bool
) -> Dossier:
    paper = write_pledge(organisation, times, dice)
    if part.flaw == "fees" and not again:
        fees = [{**fee, "basis": "按照历年惯例收取"} for fee in paper.fields["fees"]]
        paper = replace(paper, fields=paper.fields | {"fees": fees})
    sealed = Enclosure(
        "诚信承诺书（签字盖章）.pdf",
        "sealed",
        "签字盖章的诚信承诺书",
        partial(scanned_pdf, [signed_pledge(organisation, paper)], _fork(dice)),
    )
    # Some send the text along, some only fill in the form and attach what was signed.
    if dice.random() < 0.5:
        return Dossier(replace(paper, blocks=()), enclosures=(sealed,))
    return replace(_with_body(paper, organisation, dice, "诚信承诺书"), enclosures=(sealed,))


def _case(
    organisation: Organisation,
    part: Part,
    times: Chronology,
    seed: int,
    dice: Random,
    *,
    again: bool,
) -> Dossier:
    sanction, wrong = "", 0
    if part.what == "sanction":
        sanction, wrong = SANCTION_OF.get(organisation.trade.key, OTHER_SANCTION)
    rules = write_convention(
        organisation, times, dice_for(seed, organisation.credit_code, "rules"), amended=part.amended
    )
    paper = write_case(
        organisation,
        times,
        dice,
        kind=part.what,
        sanction=sanction,
        wrong=wrong,
        rules_title=rules.title,
        article=rules.fields["sanctions"].get(sanction, ""),
    )
    if again:
        measure = SANCTIONS.get(sanction, "处理")
        added = Block("paragraph", "", f"{measure}决定书的送达、申辩和复核材料已归入自律档案备查。")
        paper = replace(paper, blocks=[*paper.blocks, added])
    if "revise" not in part.course.value and dice.random() < 0.4:
        dossier = Dossier(told_in_fields(paper))
    else:
        dossier = _with_body(paper, organisation, dice, "典型案例")
    if part.what == "reward":
        on = times.promulgated_on
        photo = Enclosure(
            f"IMG_{on:%Y%m%d}_093012.jpg",
            "evidence",
            f"{write_date(on)}公示照片",
            partial(photographed, award_notice(organisation, paper, on), _fork(dice)),
        )
        return replace(dossier, enclosures=(photo,))
    return dossier


def _with_body(
    paper: Paper,
    organisation: Organisation,
    dice: Random,
    label: str,
    wide: Block | None = None,
) -> Dossier:
    """The text as a Word file of one make or another, as a PDF, or pasted."""
    hands = ("styled", "plain", "automatic", "pdf", "pasted", "plain", "pasted")
    first = {0: "styled", 1: "plain", 2: "automatic", 3: "pdf"}
    hand = dice.choice(hands)
    if paper.material == Material.CONVENTION:
        hand = first.get(organisation.index, hand)
    if hand == "pdf" and any(block.type == "table" for block in paper.blocks):
        hand = "plain"  # who has a table sends the Word file
    if hand == "pasted":
        return Dossier(paper, pasted=to_text(paper.blocks))
    if hand == "pdf":
        made: Make = partial(text_pdf, list(paper.blocks))
        return Dossier(paper, body=Enclosure(f"{label}.pdf", "body", "正文原件", made))
    maker = Maker(hand)
    made = partial(
        word_file,
        list(paper.blocks),
        maker,
        header=organisation.name,
        wide=wide if maker is Maker.STYLED else None,
    )
    return Dossier(paper, body=Enclosure(f"{label}（定稿）.docx", "body", "正文原件", made))


def _fork(dice: Random) -> Random:
    """Dice of their own for a file that is made elsewhere."""
    return dice_for(dice.random())
