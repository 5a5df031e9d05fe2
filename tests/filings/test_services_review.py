"""The one door of the workflow: who may, what is written, who wins a race."""

import dataclasses

import pytest
from django.db import DatabaseError, connection, transaction

from associations.models import Association, User
from filings import manifest, services
from filings.models import Attachment, Decision, Filing, Revision
from filings.workflow import Action, State
from huanglong_portal.common import audit
from huanglong_portal.common.errors import Conflict, DomainError, NotAllowed, Refused
from huanglong_portal.common.models import AuditEvent
from tests.factories import filings, organisations, people
from tests.racing import race, winners


@dataclasses.dataclass
class Cast:
    """An organisation, who files for it, and the officers who review."""

    association: Association
    filer: User
    handler: User
    chief: User


@pytest.fixture
def cast(db: None) -> Cast:
    association = organisations.association()
    return Cast(
        association,
        people.representative(association),
        people.officer("handler"),
        people.officer("chief"),
    )


def _assert_sound() -> None:
    """What must hold after anything: no half-done step, pointer on an approved revision."""
    assert list(audit.broken_links()) == []
    for revision in Revision.objects.exclude(state=State.DRAFT):
        assert Decision.objects.filter(revision=revision).count() <= 1
    for filing in Filing.objects.exclude(published_revision=None):
        assert filing.published_revision.state in (State.APPROVED, State.SUPERSEDED)


def test_from_submission_to_publication(cast: Cast) -> None:
    approved = filings.approved(cast.association, cast.filer, cast.handler, cast.chief)

    assert approved.state == State.APPROVED
    assert approved.filing.published_revision_id == approved.pk
    assert approved.decision.by == cast.chief
    assert approved.decision.revision_digest == approved.digest
    _assert_sound()


def test_a_submission_gets_a_receipt_that_carries_the_digest_of_the_content(cast: Cast) -> None:
    submitted = filings.submitted(cast.association, cast.filer)
    content = manifest.canonical(
        material="pledge",
        credit_code=cast.association.credit_code,
        title=submitted.title,
        fields=submitted.fields,
        blocks=submitted.blocks,
        attachments=[
            (attachment.role, attachment.caption, attachment.upload.original_id)
            for attachment in submitted.attachments.in_order()
        ],
    )

    assert submitted.digest == manifest.digest(content)
    assert submitted.receipt.digest == submitted.digest
    assert submitted.receipt.number.startswith("HL")


def test_every_step_is_on_the_trail_with_its_person(cast: Cast) -> None:
    approved = filings.approved(cast.association, cast.filer, cast.handler, cast.chief)
    events = AuditEvent.objects.filter(
        target_type="filings.Revision", target_id=str(approved.pk)
    ).order_by("seq")

    assert [(event.action, event.actor_id) for event in events] == [
        ("filings.begin_draft", cast.filer.pk),
        ("filings.submit", cast.filer.pk),
        ("filings.claim", cast.handler.pk),
        ("filings.endorse", cast.handler.pk),
        ("filings.approve", cast.chief.pk),
    ]


def test_who_endorsed_cannot_approve(cast: Cast) -> None:
    endorsed = filings.endorsed(cast.association, cast.filer, cast.chief)

    with pytest.raises(NotAllowed, match="不同的人"):
        services.perform(revision_id=endorsed.pk, action=Action.APPROVE, by=cast.chief)


def test_a_handler_cannot_approve(cast: Cast) -> None:
    endorsed = filings.endorsed(cast.association, cast.filer, cast.handler)

    with pytest.raises(NotAllowed, match="由负责人办理"):
        services.perform(
            revision_id=endorsed.pk, action=Action.APPROVE, by=people.officer("handler")
        )


def test_the_other_office_cannot_decide(cast: Cast) -> None:
    submitted = filings.submitted(cast.association, cast.filer)

    with pytest.raises(NotAllowed, match="另一科室"):
        services.perform(
            revision_id=submitted.pk,
            action=Action.CLAIM,
            by=people.officer("handler", "district-section"),
        )


def test_an_officer_who_represents_the_organisation_cannot_review_it(cast: Cast) -> None:
    submitted = filings.submitted(cast.association, cast.filer)
    cast.association.mandates.create(user=cast.handler, role="handler", valid_from=people.LONG_AGO)

    with pytest.raises(NotAllowed, match="同时代表该组织"):
        services.perform(revision_id=submitted.pk, action=Action.CLAIM, by=cast.handler)


def test_a_return_must_say_why(cast: Cast) -> None:
    review = filings.in_review(cast.association, cast.filer, cast.handler)

    with pytest.raises(Refused, match="请写明退回的原因"):
        services.perform(revision_id=review.pk, action=Action.RETURN, by=cast.handler)

    returned = services.perform(
        revision_id=review.pk, action=Action.RETURN, by=cast.handler, note="收费依据请写明文号"
    )
    assert returned.state == State.RETURNED


def test_remarks_are_reason_enough_for_a_return(cast: Cast) -> None:
    review = filings.in_review(cast.association, cast.filer, cast.handler)
    services.add_remark(
        revision_id=review.pk, by=cast.handler, text="请写明依据", anchor="fees", place="收费标准"
    )

    returned = services.perform(revision_id=review.pk, action=Action.RETURN, by=cast.handler)

    assert returned.state == State.RETURNED


def test_a_returned_document_comes_back_as_a_new_version_with_the_old_content(cast: Cast) -> None:
    review = filings.in_review(cast.association, cast.filer, cast.handler)
    services.perform(revision_id=review.pk, action=Action.RETURN, by=cast.handler, note="请改")

    again = services.revise(filing_id=review.filing_id, slot_id=review.slot_id, by=cast.filer)

    assert (again.number, again.state, again.fields) == (2, State.DRAFT, review.fields)


def test_the_newly_approved_version_takes_the_place_of_the_old(cast: Cast) -> None:
    first = filings.approved(cast.association, cast.filer, cast.handler, cast.chief)
    second = services.revise(filing_id=first.filing_id, slot_id=first.slot_id, by=cast.filer)
    for action, by in (
        (Action.SUBMIT, cast.filer),
        (Action.CLAIM, cast.handler),
        (Action.ENDORSE, cast.handler),
        (Action.APPROVE, cast.chief),
    ):
        services.perform(revision_id=second.pk, action=action, by=by)
    first.refresh_from_db()

    assert first.state == State.SUPERSEDED
    assert Filing.objects.get(pk=first.filing_id).published_revision_id == second.pk
    assert [event.kind for event in first.filing.publication_events.all()] == [
        "replaced",
        "published",
    ]


def test_until_then_the_old_version_stays_public(cast: Cast) -> None:
    first = filings.approved(cast.association, cast.filer, cast.handler, cast.chief)
    second = services.revise(filing_id=first.filing_id, slot_id=first.slot_id, by=cast.filer)
    services.perform(revision_id=second.pk, action=Action.SUBMIT, by=cast.filer)

    assert Filing.objects.get(pk=first.filing_id).published_revision_id == first.pk


def test_deciding_on_an_open_tab_of_an_older_version_is_refused(cast: Cast) -> None:
    first = filings.in_review(cast.association, cast.filer, cast.handler)
    services.perform(revision_id=first.pk, action=Action.WITHDRAW, by=cast.filer)
    second = services.revise(filing_id=first.filing_id, slot_id=first.slot_id, by=cast.filer)
    services.perform(revision_id=second.pk, action=Action.SUBMIT, by=cast.filer)

    with pytest.raises(Conflict, match="已有新版本"):
        services.perform(revision_id=first.pk, action=Action.ENDORSE, by=cast.handler)
    second.refresh_from_db()
    assert second.state == State.SUBMITTED


def test_a_decision_on_other_content_than_was_seen_is_refused(cast: Cast) -> None:
    review = filings.in_review(cast.association, cast.filer, cast.handler)

    with pytest.raises(Conflict, match="已有新版本"):
        services.perform(
            revision_id=review.pk,
            action=Action.ENDORSE,
            by=cast.handler,
            expected_digest="0" * 64,
        )


def test_who_comes_late_hears_who_decided(cast: Cast) -> None:
    approved = filings.approved(cast.association, cast.filer, cast.handler, cast.chief)

    with pytest.raises(Conflict, match=f"已由{cast.chief.name}于.*审结"):
        services.perform(
            revision_id=approved.pk,
            action=Action.RETURN,
            by=people.officer("chief"),
            note="请改",
        )


def test_a_suspended_organisation_cannot_submit(cast: Cast) -> None:
    draft = filings.draft(cast.association, cast.filer)
    cast.association.state = Association.State.SUSPENDED
    cast.association.save()

    with pytest.raises(NotAllowed, match="暂停报送"):
        services.perform(revision_id=draft.pk, action=Action.SUBMIT, by=cast.filer)


def test_unpublishing_takes_it_off_at_once_and_keeps_the_reason(cast: Cast) -> None:
    approved = filings.approved(cast.association, cast.filer, cast.handler, cast.chief)
    services.unpublish(filing_id=approved.filing_id, by=cast.chief, reason="收费标准有误")

    assert not Filing.objects.published().exists()
    assert approved.filing.publication_events.first().reason == "收费标准有误"


@pytest.mark.both_databases
@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE filings_revision SET title = 'x'",
        "UPDATE filings_revision SET fields = '{}'",
        "UPDATE filings_revision SET digest = ''",
        "DELETE FROM filings_revision",
        "UPDATE filings_decision SET note = 'x'",
        "DELETE FROM filings_receipt",
        "UPDATE filings_publicationevent SET reason = 'x'",
    ],
)
def test_what_was_submitted_and_decided_cannot_be_rewritten(cast: Cast, attack: str) -> None:
    filings.approved(cast.association, cast.filer, cast.handler, cast.chief)

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(attack)


@pytest.mark.both_databases
def test_attachments_are_frozen_with_their_revision(cast: Cast) -> None:
    submitted = filings.submitted(cast.association, cast.filer)
    upload = filings.upload(cast.association, cast.filer, "另一份.pdf")

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Attachment.objects.create(revision=submitted, upload=upload)


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
def test_eight_chiefs_approve_at_once_and_one_decision_stands() -> None:
    association = organisations.association()
    endorsed = filings.endorsed(
        association, people.representative(association), people.officer("handler")
    )
    chiefs = [people.officer("chief") for _ in range(8)]

    results = race(
        *(
            lambda chief=chief: services.perform(
                revision_id=endorsed.pk, action=Action.APPROVE, by=chief
            )
            for chief in chiefs
        )
    )

    assert len(winners(results)) == 1
    assert all(isinstance(r, Conflict) for r in results if isinstance(r, Exception))
    assert Decision.objects.count() == 1
    _assert_sound()


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
def test_return_and_withdrawal_at_once_leave_one_outcome() -> None:
    association = organisations.association()
    filer, handler = people.representative(association), people.officer("handler")
    review = filings.in_review(association, filer, handler)

    results = race(
        lambda: services.perform(
            revision_id=review.pk, action=Action.RETURN, by=handler, note="请改"
        ),
        lambda: services.perform(revision_id=review.pk, action=Action.WITHDRAW, by=filer),
    )

    assert len(winners(results)) == 1
    assert all(isinstance(r, DomainError) for r in results if isinstance(r, Exception))
    review.refresh_from_db()
    assert review.decision.outcome == review.state
    _assert_sound()
