"""A small world with one of everything that can be opened, and one person of every kind."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.test import Client
from django.urls import reverse

from associations.models import Association, Mandate, User
from associations.services import invite
from compilations.models import Edition
from compilations.services import open_edition
from credit import services as credit
from credit.models import CreditEntry, Listing, Paper
from filings import services
from filings.models import Revision
from huanglong_portal.common import dates
from huanglong_portal.common.models import CalendarDay
from tests.access.addresses import Address
from tests.credit.builders import paper
from tests.factories import filings, organisations, people

ROLES = (
    "anonymous",
    "filer",
    "manager",
    "stranger",
    "suspended",
    "handler",
    "chief",
    "other_office",
    "administrator",
)
NOBODY = UUID(int=0)


@dataclass
class World:
    """Organisation A with a public pledge, a draft on top, a listing; organisation B with a
    submitted pledge; a suspended one; all the officers."""

    people: dict[str, User | None]
    own: Association
    public: Revision
    draft: Revision
    submitted: Revision
    listing: Listing
    paper: Paper
    edition: Edition

    def client(self, role: str) -> Client:
        """A browser of a person of this kind."""
        client = Client(raise_request_exception=False)
        if person := self.people[role]:
            client.force_login(person)
        return client

    def samples(self, address: Address) -> list[tuple[str, str]]:
        """(thing, URL) for every thing that the address can be asked for."""
        if not address.arguments:
            return [("", reverse(address.name))]
        found = _things(self, address)
        return [(thing, reverse(address.name, kwargs=values)) for thing, values in found.items()]


def build() -> World:
    """Make the world through the doors."""
    own = organisations.association("濮阳市华龙区餐饮行业协会")
    strange = organisations.association("濮阳市华龙区家政行业协会")
    suspended = organisations.association("濮阳市华龙区物业管理协会")
    manager, stranger = people.representative(own), people.representative(strange)
    handler, chief = people.officer("handler"), people.officer("chief")
    public = filings.approved(own, manager, handler, chief)
    listing = credit.propose_listing(
        association_id=own.pk,
        ground_id="AB1",
        facts="2025年度工作报告未报送。",
        evidence="年度报告系统截图",
        by=handler,
    )
    world = World(
        people={
            "anonymous": None,
            "filer": people.representative(own, "handler"),
            "manager": manager,
            "stranger": stranger,
            "suspended": people.representative(suspended),
            "handler": handler,
            "chief": chief,
            "other_office": people.officer("chief", "district-section"),
            "administrator": people.officer("administrator"),
        },
        own=own,
        public=public,
        draft=services.revise(filing_id=public.filing_id, slot_id=public.slot_id, by=manager),
        submitted=filings.submitted(strange, stranger),
        listing=listing,
        paper=paper(own, handler),
        edition=open_edition(round_id=public.slot.round_id, by=chief),
    )
    _ask_waiver(own, manager)
    invite(association_id=own.pk, email="new@hualong.example", role="handler", by=manager)
    credit.rescore(on=dates.today())
    CalendarDay.objects.create(day=dt.date(2027, 1, 1), works=False)
    suspended.state = Association.State.SUSPENDED
    suspended.save()
    return world


def _ask_waiver(association: Association, filer: User) -> None:
    """A request of A's own that waits: its code of ethics has no text yet."""
    begun = filings.draft(association, filer, "ethics_code")
    services.ask_waiver(
        revision_id=begun.pk, rule_id="body-present", reason="全文正在装订。", by=filer
    )


def _things(world: World, address: Address) -> dict[str, dict[str, Any]]:
    """Arguments by thing. A new address with arguments needs a line here."""
    own, slot = world.own, world.public.slot
    code = {"code": own.credit_code}
    desk = {"association_id": own.public_id}
    line = {**desk, "round_slug": slot.round.slug, "material": "pledge"}
    document = {**code, "material": "pledge"}
    by_revision = {
        "public": {"public_id": world.public.public_id},
        "draft": {"public_id": world.draft.public_id},
        "submitted elsewhere": {"public_id": world.submitted.public_id},
    }
    upload = {"public_id": world.public.attachments.get().upload.public_id}
    digest = {"digest": "0" * 64}
    receipt = {"number": world.public.receipt.number, "code": world.public.receipt.digest[:12]}
    edition = {"public_id": world.edition.public_id}
    by_name: dict[str, dict[str, dict[str, Any]]] = {
        "public:organisation": {"own": code},
        "public:image": {"none": {**code, **digest}},
        "public:promise": {"own": {**code, "number": 1}},
        "public:document": {"own": document},
        "public:document_version": {
            "public": {**document, "number": 1},
            "draft": {**document, "number": 2},
        },
        "public:one_document": {"own": {**document, "public_id": world.public.filing.public_id}},
        "public:one_document_version": {
            "public": {**document, "public_id": world.public.filing.public_id, "number": 1},
            "draft": {**document, "public_id": world.public.filing.public_id, "number": 2},
        },
        "password_reset_confirm": {"forged": {"uidb64": "MQ", "token": "a-b"}},
        "associations:application": {"own": {"public_id": own.public_id}},
        "associations:invitation": {"forged": {"token": "forged"}},
        "associations:people": {"own": {"public_id": own.public_id}},
        "associations:change_role": {"own": _mandate(world)},
        "associations:revoke": {"own": _mandate(world)},
        "associations:cancel_invitation": {
            "own": {
                "public_id": own.public_id,
                "invitation_id": own.invitations.get().pk,
            }
        },
        "associations:read_message": {"own": {"message_id": _message(world)}},
        "associations:letter": {"none": {"file": "none.log"}},
        "filings:desk": {"own": desk},
        "filings:round": {"own": {**desk, "round_slug": slot.round.slug}},
        "filings:slot": {"own": line},
        "filings:declare": {"own": line},
        "filings:carry_over": {"own": {**line, "public_id": world.public.public_id}},
        "filings:file": {"own": upload},
        "filings:file_page": {"own": {**upload, "page": 1}},
        "filings:receipt_check": {"own": receipt},
        "filings:receipt_code": {"own": receipt},
        "credit:public_listing": {"proposed": {"public_id": world.listing.public_id}},
        "credit:paper": {"own": {"public_id": world.paper.public_id}},
        "credit:listing": {"proposed": {"public_id": world.listing.public_id}},
        "credit:file": {"own": {"public_id": own.public_id}},
        "admin:credit_record": {"own": {"association_id": own.pk}},
        "admin:credit_retract": {"own": {"entry_id": CreditEntry.objects.first().pk}},
        "admin:credit_file": {"own": {"association_id": own.pk}},
        "admin:credit_propose": {"own": {"association_id": own.pk}},
        "admin:credit_notice": {"proposed": {"listing_id": world.listing.pk}},
        "admin:credit_act": {"proposed": {"listing_id": world.listing.pk, "action": "list"}},
        "admin:associations_association_certificate": {"own": {"association_id": own.pk}},
        "compilations:edition": {"draft": edition},
        "compilations:progress": {"draft": edition},
        "compilations:settings": {"draft": edition},
        "compilations:volume": {"draft": {**edition, "position": 1}},
        "compilations:download": {"none": {"part_id": 0}},
        "compilations:package": {"none": {"dispatch_id": 0}},
        "compilations:book": {"draft": {**edition, "position": 1}},
        "admin:auth_user_password_change": {"one": {"id": world.people["manager"].pk}},
        "admin:filings_revision_compare": {"public": {"revision_id": world.public.pk}},
        "admin:app_list": {"filings": {"app_label": "filings"}},
    }
    if address.name in by_name:
        return by_name[address.name]
    if address.name.startswith("filings:") and "public_id" in address.arguments:
        extra: dict[str, Any] = {
            "anchor": {"anchor": "a1"},
            "rule_id": {"rule_id": "pledge-sealed"},
            "other_id": {"other_id": world.public.public_id},
            "clause_id": {"clause_id": "none"},
            "digest": digest,
            "attachment_id": {"attachment_id": world.draft.attachments.get().pk},
        }
        return {
            thing: {
                **values,
                **{k: v for a in address.arguments for k, v in extra.get(a, {}).items()},
            }
            for thing, values in by_revision.items()
        }
    if address.name.startswith("admin:") and "object_id" in address.arguments:
        return {"one": {"object_id": _row(world, address.name)}}
    raise AssertionError(f"{address.name}{address.arguments}: say in world.py what to ask for")


def _mandate(world: World) -> dict[str, Any]:
    mandate = Mandate.objects.get(association=world.own, role="handler")
    return {"public_id": world.own.public_id, "mandate_id": mandate.pk}


def _message(world: World) -> int:
    manager = world.people["manager"]
    assert manager
    return manager.portal_messages.first().pk


def _row(world: World, name: str) -> int | str:
    """The row whose page is asked for: A's own where there is one, otherwise any."""
    app, model = name.removeprefix("admin:").rsplit("_", 1)[0].split("_", 1)
    own: dict[str, int | str] = {
        "user": world.people["manager"].pk,
        "calendarday": "2027-01-01",
        "association": world.own.pk,
        "filing": world.public.filing_id,
        "revision": world.public.pk,
        "round": world.public.slot.round_id,
        "slot": world.public.slot_id,
        "listing": world.listing.pk,
    }
    if model in own:
        return own[model]
    row = apps.get_model(app, model).objects.first()
    return row.pk if row else 0
