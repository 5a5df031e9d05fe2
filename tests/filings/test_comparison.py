"""What differs between two versions: text, fields, attachments."""

from typing import Any

import pytest

from associations.models import Association, User
from filings import services
from filings.comparison import Comparison, TextChange, Unchanged, compared_by_default, comparison_of
from filings.models import Revision
from filings.workflow import Action
from tests.factories import filings, organisations, people

pytestmark = pytest.mark.django_db
OLD = """第一条　会员应当明码标价。
第二条　会员应当依法经营。
第三条　会员应当按时缴纳会费。
第四条　本承诺自公布之日起施行，由理事会解释。"""
NEW = """第一条　会员应当明码标价，不得价外加价。
第二条　会员可以自愿参加培训和评比活动。
第三条　会员应当依法经营。
第四条　本承诺自公布之日起施行，由理事会解释。"""


@pytest.fixture
def association() -> Association:
    return organisations.association()


@pytest.fixture
def filer(association: Association) -> User:
    return people.representative(association)


@pytest.fixture
def first(association: Association, filer: User) -> Revision:
    return filings.draft(association, filer)


def _second(first: Revision, filer: User, **fields: Any) -> Revision:
    """An approved first version, and a draft after it whose text and fields differ."""
    handler = people.officer("handler")
    services.take_body_from_text(revision_id=first.pk, text=OLD, by=filer)
    services.perform(revision_id=first.pk, action=Action.SUBMIT, by=filer)
    services.perform(revision_id=first.pk, action=Action.CLAIM, by=handler)
    services.perform(revision_id=first.pk, action=Action.ENDORSE, by=handler)
    services.perform(revision_id=first.pk, action=Action.APPROVE, by=people.officer("chief"))
    second = services.revise(filing_id=first.filing_id, slot_id=first.slot_id, by=filer)
    services.take_body_from_text(revision_id=second.pk, text=NEW, by=filer)
    services.save_draft(
        revision_id=second.pk,
        by=filer,
        title=second.title,
        fields={**second.fields, **fields},
    )
    first.refresh_from_db()
    second.refresh_from_db()
    return second


def _changes(found: Comparison) -> list[tuple[str, str]]:
    return [(part.kind, part.name) for part in found.text if isinstance(part, TextChange)]


def test_articles_that_changed_came_and_went_are_named(first: Revision, filer: User) -> None:
    found = comparison_of(_second(first, filer), first)

    assert (found.old.number, found.new.number) == (1, 2)
    assert sorted(_changes(found)) == [
        ("added", "第二条"),
        ("changed", "第一条"),
        ("removed", "第三条"),
    ]
    unchanged = [part for part in found.text if isinstance(part, Unchanged)]
    assert [part.words for part in unchanged] == ["第三条", "第四条"]
    assert [part.renumbered for part in unchanged] == [True, False]


def test_fields_differ_word_by_word_and_tables_cell_by_cell(first: Revision, filer: User) -> None:
    fee = {**filings.PLEDGE["fees"][0], "amount": "500"}
    found = comparison_of(
        first, _second(first, filer, fees=[fee], hotline="0393-1111111", email="")
    )

    kinds = {change.term: change.kind for change in found.facts}
    assert set(kinds.values()) == {"changed", "removed"}
    (table,) = found.tables
    changed = [cell for row in table.cells for cell in row if cell.kind == "changed"]
    assert [[word.text for word in cell.words] for cell in changed] == [["600", "500", "元/年"]]


def test_an_attachment_that_came_is_told(first: Revision, filer: User) -> None:
    second = _second(first, filer)
    sent = filings.upload(first.filing.association, filer, "会议纪要.pdf")
    services.attach(revision_id=second.pk, upload_id=sent.pk, by=filer, role="assembly")

    assert [(file.kind, file.name) for file in comparison_of(first, second).files] == [
        ("added", "会议纪要.pdf")
    ]


def test_equal_versions_differ_in_nothing(first: Revision, filer: User) -> None:
    second = _second(first, filer)
    services.take_body_from_text(revision_id=second.pk, text=OLD, by=filer)
    second.refresh_from_db()

    assert comparison_of(first, second).is_empty


def test_the_last_approved_version_is_the_one_to_compare_with(first: Revision, filer: User) -> None:
    second = _second(first, filer)
    assert compared_by_default(first) is None

    services.perform(revision_id=second.pk, action=Action.SUBMIT, by=filer)
    services.perform(revision_id=second.pk, action=Action.WITHDRAW, by=filer)
    third = services.revise(filing_id=first.filing_id, slot_id=first.slot_id, by=filer)

    assert compared_by_default(third) == first
