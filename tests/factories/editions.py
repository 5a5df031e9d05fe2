"""Editions with approved pledges in them, made through the doors."""

from associations.models import Association, User
from compilations import services
from compilations.models import Edition
from filings.models import Revision, Round, Upload
from filings.services import perform
from huanglong_portal.common import blobs
from tests.factories import files, filings, organisations, people


def give_signed_page(revision: Revision, content: bytes) -> None:
    """Let the sealed copy of a draft have real pages."""
    blob = blobs.store(content, "application/pdf")
    Upload.objects.filter(attachments__revision=revision).update(
        name="签字盖章页.pdf", original=blob, rebuilt=blob, pages_blob=blob
    )


def approved_pledge(
    association: Association, handler: User, chief: User, signed: bytes | None = None
) -> Revision:
    """A signed pledge of the organisation, taken through all the doors. ``signed`` are the bytes
    of its signed page, for one that cannot be opened."""
    filer = people.representative(association)
    revision = filings.draft(association, filer)
    give_signed_page(revision, signed or files.pdf())
    for action, who in (
        ("submit", filer),
        ("claim", handler),
        ("endorse", handler),
        ("approve", chief),
    ):
        revision = perform(revision_id=revision.pk, action=action, by=who)
    return revision


def approved_pledges(count: int) -> list[Revision]:
    """Pledges of as many organisations, approved in the open round."""
    handler, chief = people.officer("handler"), people.officer("chief", name="赵某")
    return [approved_pledge(organisations.association(), handler, chief) for _ in range(count)]


def edition(count: int = 2, *, damaged: int = 0) -> Edition:
    """A draft edition of the open round with that many approved pledges, and some more whose
    signed page cannot be opened."""
    if count:
        approved_pledges(count)
    for _ in range(damaged):
        approved_pledge(
            organisations.association(),
            people.officer("handler"),
            people.officer("chief"),
            signed=b"%PDF-1.7 this is no PDF",
        )
    if not Round.objects.open().exists():
        filings.open_round()
    return services.open_edition(
        round_id=Round.objects.open().get().pk, by=people.officer("handler", name="孙某")
    )


def association_of(edition: Edition) -> Association:
    """The first organisation whose document is in the edition."""
    return edition.volumes.get(volume__material="pledge").entries.first().association
