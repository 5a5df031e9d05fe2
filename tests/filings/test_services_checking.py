"""Facts gathered for the checks from a real draft."""

import pytest

from filings import services
from filings.services.checking import facts_of, findings_of
from tests.factories import filings, organisations, people

pytestmark = pytest.mark.django_db


def test_a_character_that_cannot_be_printed_is_found_in_text_and_fields() -> None:
    association = organisations.association()
    filer = people.representative(association)
    draft = filings.draft(association, filer)
    services.take_body_from_text(
        revision_id=draft.pk, text="第一条　会员诚信经营。\n第二条　联系人𰻝某。", by=filer
    )
    draft.refresh_from_db()
    draft.fields = {**draft.fields, "extra": ["上门服务😀"]}

    rare = [
        (one.finding.quote, one.finding.place)
        for one in findings_of(draft)
        if one.finding.rule_id == "rare-glyphs"
    ]
    assert rare == [("😀", "fields"), ("𰻝", "a2")]


def test_what_printing_makes_plain_anyway_is_no_rare_character() -> None:
    association = organisations.association()
    draft = filings.draft(association, people.representative(association))
    draft.title = "诚信\u200b承诺书\u00a0⽤户"

    assert facts_of(draft).missing_glyphs == frozenset()
