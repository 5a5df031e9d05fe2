"""The operations that are killed at every boundary, and what must then be true."""

import io
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import pikepdf

from associations.models import Association, User
from filings import services
from filings.models import Upload
from huanglong_portal.common.errors import Conflict
from huanglong_portal.common.models import AuditEvent
from tests.factories import organisations, people
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


def small_pdf(said: str) -> bytes:
    """One page that nobody else has."""
    content = io.BytesIO()
    with pikepdf.new() as document:
        page = document.add_blank_page()
        page.Contents = document.make_stream(b"% " + said.encode() + b"\n0 0 100 100 re f")
        document.save(content, deterministic_id=True)
    return content.getvalue()


def repeated(operation: Callable[..., Any], **arguments: Any) -> None:
    """Do it as a person does who is not sure that it worked: “already done” is fine."""
    with suppress(Conflict):
        operation(**arguments)


SCENARIOS: dict[str, Callable[[], Scenario]] = {"uploading": uploading}
