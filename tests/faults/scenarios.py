"""The operations that are killed at every boundary, and what must then be true."""

import io
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import pikepdf

from associations.models import Association, User
from filings import services
from filings.models import Decision, Filing, PublicationEvent, Receipt, Revision, Upload
from filings.workflow import Action, State
from huanglong_portal.common.errors import Conflict
from huanglong_portal.common.models import AuditEvent, OutboxMessage
from tests.factories import filings, organisations, people
from tests.faults.crashing import Scenario


@dataclass(frozen=True)
class _Person:
    association: Association
    user: User


def uploading() -> Scenario:
    """Taking in a file: never a row without bytes, never a row without its trail."""

    def prepare() -> _Person:
        association = organisations.association()
        return _Person(association, people.representative(association))

    def operate(person: _Person) -> None:
        services.upload(
            association_id=person.association.pk,
            content=io.BytesIO(small_pdf(person.association.name)),
            name="章程.pdf",
            by=person.user,
        )

    def check(person: _Person) -> None:
        rows = Upload.objects.filter(association=person.association)
        told = AuditEvent.objects.filter(
            action="filings.upload", association_id=person.association.pk
        )
        assert rows.count() == told.count() <= 1, "a file and its trail are not one"

    def check_done(person: _Person) -> None:
        rows = Upload.objects.filter(association=person.association)
        assert rows.filter(state=Upload.State.ACCEPTED).exists(), "the file was not taken in"
        assert len({row.original_id for row in rows}) == 1, "the same bytes are kept twice"

    return Scenario(prepare, operate, check, check_done)


@dataclass(frozen=True)
class _Reviewed:
    """A revision and who acts on it."""

    revision: Revision
    by: User

    @property
    def now(self) -> Revision:
        return Revision.objects.select_related("filing").get(pk=self.revision.pk)

    def told(self, action: str) -> int:
        """How often the trail says that it was done."""
        return AuditEvent.objects.filter(
            action=f"filings.{action}", target_id=str(self.revision.pk)
        ).count()


def submitting() -> Scenario:
    """Submission: frozen with receipt and trail, or still a whole draft."""

    def prepare() -> _Reviewed:
        association = organisations.association()
        person = people.representative(association)
        return _Reviewed(filings.draft(association, person), person)

    def operate(subject: _Reviewed) -> None:
        act(subject, Action.SUBMIT)

    def check(subject: _Reviewed) -> None:
        now, receipts = subject.now, Receipt.objects.filter(revision=subject.revision)
        done = now.state == State.SUBMITTED
        assert done or now.state == State.DRAFT, f"it is {now.state}"
        assert receipts.count() == subject.told("submit") == int(done), "half a submission"
        assert bool(now.digest) == done, "the digest does not go with the state"

    def check_done(subject: _Reviewed) -> None:
        assert subject.now.state == State.SUBMITTED, "trying again did not submit it"
        check(subject)

    return Scenario(prepare, operate, check, check_done)


def approving() -> Scenario:
    """Approval of a pledge: decision, trail and publication together, or none of them."""

    def prepare() -> _Reviewed:
        association = organisations.association()
        person = people.representative(association)
        endorsed = filings.endorsed(association, person, people.officer("handler"))
        return _Reviewed(endorsed, people.officer("chief"))

    def operate(subject: _Reviewed) -> None:
        act(subject, Action.APPROVE)

    def check(subject: _Reviewed) -> None:
        now = subject.now
        done = now.state == State.APPROVED
        assert done or now.state == State.ENDORSED, f"it is {now.state}"
        decisions = Decision.objects.filter(revision=now)
        published = PublicationEvent.objects.filter(filing=now.filing)
        assert decisions.count() == subject.told("approve") == int(done), "half a decision"
        assert published.count() == int(done), "published without a decision, or the reverse"
        pointer = Filing.objects.get(pk=now.filing_id).published_revision_id
        assert pointer == (now.pk if done else None), "the pointer does not go with the state"

    def check_done(subject: _Reviewed) -> None:
        assert subject.now.state == State.APPROVED, "trying again did not approve it"
        check(subject)
        waiting = OutboxMessage.objects.filter(topic="mail", done_at__isnull=True)
        assert waiting.exists(), "nobody will be told"

    return Scenario(prepare, operate, check, check_done)


def act(subject: _Reviewed, action: Action) -> None:
    """Do it as a person does who is not sure that it worked: “already done” is fine."""
    with suppress(Conflict):
        services.perform(revision_id=subject.revision.pk, action=action, by=subject.by)


def small_pdf(said: str) -> bytes:
    """One page that nobody else has."""
    content = io.BytesIO()
    with pikepdf.new() as document:
        page = document.add_blank_page()
        page.Contents = document.make_stream(b"% " + said.encode() + b"\n0 0 100 100 re f")
        document.save(content, deterministic_id=True)
    return content.getvalue()


SCENARIOS: dict[str, Callable[[], Scenario]] = {
    "uploading": uploading,
    "submitting": submitting,
    "approving": approving,
}
