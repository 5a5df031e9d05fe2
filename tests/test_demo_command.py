"""`manage.py demo`: everything is filed through the doors, once, in every state."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import pytest_django
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import transaction

from associations.models import Association, Mandate, Posting, User
from credit.models import Listing, ListingStep, Score
from filings.materials import Material
from filings.models import (
    CarryOver,
    Decision,
    Declaration,
    Endorsement,
    Filing,
    PublicationEvent,
    Revision,
    Round,
    Upload,
)
from filings.workflow import State
from huanglong_portal.common import dates
from huanglong_portal.common.models import AuditEvent
from huanglong_portal.demo.people import PASSWORD
from huanglong_portal.demo.performance import perform

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]


@pytest.fixture(scope="module")
def said(django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[str]:
    """What the command said; the demo stands for all tests of this file, and goes with them."""
    with django_db_blocker.unblock(), transaction.atomic():
        output = io.StringIO()
        call_command("demo", associations=4, stdout=output)
        yield output.getvalue()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _demo(said: str) -> None:
    """Every test here looks at the demo."""


def test_it_says_what_it_did(said: str) -> None:
    assert "演示数据已装入：4 家组织" in said
    assert "100%" in said


def test_a_second_run_changes_nothing_and_says_so() -> None:
    output = io.StringIO()
    before = (AuditEvent.objects.count(), Revision.objects.count(), Upload.objects.count())

    call_command("demo", associations=4, stdout=output)

    assert "没有改动" in output.getvalue()
    assert (AuditEvent.objects.count(), Revision.objects.count(), Upload.objects.count()) == before


def test_every_state_of_a_revision_is_there() -> None:
    assert set(Revision.objects.values_list("state", flat=True)) == set(State)


def test_slots_are_answered_in_every_other_way_too() -> None:
    kinds = set(Declaration.objects.filter(replaced_at=None).values_list("kind", flat=True))

    assert kinds == set(Declaration.Kind)
    assert CarryOver.objects.filter(revision__state=State.APPROVED).exists()


def test_publications_were_made_replaced_and_ended() -> None:
    kinds = set(PublicationEvent.objects.values_list("kind", flat=True))

    assert kinds == set(PublicationEvent.Kind)


def test_a_finished_round_lies_behind_the_open_one() -> None:
    earlier, current = Round.objects.order_by("opens_on")

    assert (earlier.state, current.state) == (Round.State.CLOSED, Round.State.OPEN)
    assert earlier.closes_on < current.opens_on <= dates.today() <= current.closes_on
    assert earlier.slug != current.slug


def test_returned_documents_carry_remarks_on_their_articles_and_were_filed_again() -> None:
    returned = Revision.objects.filter(state=State.RETURNED, filing__material=Material.CONVENTION)
    priced = returned.get(remarks__text__contains="反垄断法")
    remark = priced.remarks.order_by("number").first()

    assert remark is not None
    assert remark.anchor.startswith("a")
    assert remark.answer == "changed"
    again = priced.filing.revisions.get(number=priced.number + 1)
    assert "最低指导价" in json.dumps(priced.blocks, ensure_ascii=False)
    assert "最低指导价" not in json.dumps(again.blocks, ensure_ascii=False)


def test_nobody_endorses_and_approves_the_same_document() -> None:
    approvals = Decision.objects.filter(outcome="approved").select_related("revision")

    assert approvals
    for approval in approvals:
        assert approval.by_id != Endorsement.objects.get(revision=approval.revision).by_id


def test_files_of_every_kind_came_through_the_inspection() -> None:
    kinds = set(Upload.objects.values_list("file_kind", flat=True))

    assert kinds == {"docx", "pdf", "xlsx", "jpg"}
    assert set(Upload.objects.values_list("state", flat=True)) == {Upload.State.ACCEPTED}


def test_the_text_of_every_rules_was_read_with_all_its_articles() -> None:
    for revision in Revision.objects.filter(filing__material=Material.CONVENTION):
        numbers = [block["number"] for block in revision.blocks if block["type"] == "article"]

        assert len(numbers) == len(set(numbers)) >= 20, revision
        assert not [warning for warning in revision.warnings if "不连续" in warning]


def test_one_listing_went_through_the_whole_procedure_by_two_people() -> None:
    listing = Listing.objects.get()
    steps = list(
        ListingStep.objects.filter(listing=listing)
        .order_by("number")
        .values_list("action", flat=True)
    )

    assert steps == ["propose", "serve", "list", "publish"]
    assert listing.proposed_by_id != listing.decided_by_id
    assert listing.association.standing == "abnormal"


def test_every_organisation_has_a_score_of_today() -> None:
    assert Score.objects.filter(is_latest=True).count() == 4


def test_the_trail_is_in_the_order_of_time_and_whole() -> None:
    moments = list(AuditEvent.objects.order_by("seq").values_list("at", flat=True))

    assert moments == sorted(moments)
    assert moments[-1] <= dates.now()
    call_command("verify_audit", stdout=io.StringIO())


def test_the_accounts_that_are_told_can_sign_in() -> None:
    accounts = json.loads((Path(settings.VAR_DIR) / "demo-accounts.json").read_text("utf-8"))

    assert {account["password"] for account in accounts} == {PASSWORD}
    for account in accounts:
        user = User.objects.get(username=account["username"])
        assert user.check_password(PASSWORD)
        assert user.is_staff == (account["url"] == "/admin/")
    assert set(Posting.objects.values_list("role", flat=True)) == set(Posting.Role)


def test_organisations_are_marked_and_have_their_people() -> None:
    assert Association.objects.filter(is_demo=True).count() == Association.objects.count() == 4
    assert set(Mandate.objects.values_list("role", flat=True)) == set(Mandate.Role)


def test_an_organisation_more_joins_a_demo_that_is_there() -> None:
    outcome = perform(5, 1, lambda line: None)

    assert outcome is not None
    assert outcome.organisations == 1
    assert Association.objects.count() == 5


def test_a_crowd_files_pledges_and_shares_one_sealed_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huanglong_portal.demo.performance.STARRING", 4)

    perform(7, 1, lambda line: None)

    crowd = Association.objects.order_by("pk")[4:]
    pages = Upload.objects.filter(association__in=crowd)
    assert Filing.objects.filter(association__in=crowd, material=Material.PLEDGE).count() == 3
    assert len(set(pages.values_list("original", flat=True))) == 1 < pages.count()


def test_it_refuses_to_run_in_production(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "PRODUCTION", True)

    with pytest.raises(CommandError, match="正式环境"):
        call_command("demo")
