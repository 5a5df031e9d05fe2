"""A published document at its permanent address, and its earlier versions."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from associations.models import Association
from huanglong_portal.common import blobs
from huanglong_portal.common.models import Blob

from ...materials import TRAITS, Material
from ...models import Filing, PublicationEvent, Revision
from ...public_document import public_document, public_title
from ...publication_history import Swap, public_history
from .caching import public_page


@dataclass(frozen=True, slots=True)
class Address:
    """Which document an address names. ``public_id`` only where an organisation has several."""

    code: str
    material: str
    public_id: Any = None

    def url(self, number: int | None = None) -> str:
        """The address of the document, or of its version ``number``."""
        args = [self.code, self.material]
        if self.public_id:
            args.append(self.public_id)
        name = "one_document" if self.public_id else "document"
        if number is None:
            return reverse(f"public:{name}", args=args)
        return reverse(f"public:{name}_version", args=[*args, number])


def address_of(filing: Filing) -> Address:
    """The permanent address of a filing, whose association is at hand."""
    several = TRAITS[filing.material].several
    return Address(
        filing.association.credit_code, filing.material, filing.public_id if several else None
    )


def listed_title(filing: Filing) -> str:
    """The title of a published filing as it stands in public lists."""
    revision = _public(filing.published_revision)
    return public_title(material=filing.material, title=revision.title, fields=revision.fields)


@login_not_required
@public_page
def document(
    request: HttpRequest,
    code: str,
    material: str,
    public_id: Any = None,
    number: int | None = None,
) -> HttpResponse:
    """What is public now, or an earlier version that may still be read; 410 once withdrawn."""
    filing = _filing(code, material, public_id)
    events = _events(filing)
    history = public_history(
        Swap(event.version, event.kind, event.revision_id) for event in events.values()
    )
    if history.withdrawn:
        event = events[history.withdrawn.version]
        context = {"filing": filing, "event": event}
        return render(request, "filings/public/withdrawn.html", context, status=410)
    revision = filing.published_revision
    if revision is None:
        raise Http404
    if number is not None and number != revision.number:
        revision = filing.revisions.filter(number=number).first()
        if revision is None or not history.may_read(revision.pk):
            raise Http404
    return render(
        request,
        f"filings/public/{'pledge' if material == Material.PLEDGE else 'document'}.html",
        _context(filing, revision, [events[swap.version] for swap in history.readable]),
    )


@login_not_required
def promise(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """The short address of a single promise, to be read aloud or printed."""
    address = Address(code, Material.PLEDGE).url()
    return redirect(f"{address}#promise-{number}")


@login_not_required
@public_page
def image(request: HttpRequest, code: str, digest: str) -> HttpResponse:
    """A picture that stands in a document of this organisation that is public now."""
    revisions = Revision.objects.published().filter(publishing__association__credit_code=code)
    if not any(
        block.get("image") == digest
        for blocks in revisions.values_list("blocks", flat=True)
        for block in blocks
    ):
        raise Http404
    blob = Blob.objects.filter(pk=digest, media_type__startswith="image/").first()
    if blob is None:
        raise Http404
    with blobs.open_blob(digest) as stream:
        return HttpResponse(stream.read(), content_type=blob.media_type)


def _filing(code: str, material: str, public_id: Any) -> Filing:
    """The filing an address names, with what is public of it in one reading."""
    if material not in Material.values or TRAITS[material].several != bool(public_id):
        raise Http404
    chosen = Filing.objects.filter(
        association__in=Association.objects.listed_publicly().filter(credit_code=code.upper()),
        material=material,
        publication_version__gt=0,
    ).select_related("association", "published_revision")
    if public_id:
        chosen = chosen.filter(public_id=public_id)
    filing = chosen.order_by("-published_at").first()
    if filing is None:
        raise Http404
    return filing


def _public(revision: Revision | None) -> Revision:
    """A revision that a pointer names. Raises ValueError for none: nothing here shows such."""
    if revision is None:
        raise ValueError("nothing is public of this filing")
    return revision


def _events(filing: Filing) -> dict[int, PublicationEvent]:
    """The swaps of the pointer up to the one that was read with the filing, by their version."""
    events = filing.publication_events.filter(version__lte=filing.publication_version)
    return {
        event.version: event
        for event in events.select_related("revision").defer("revision__blocks", "revision__fields")
    }


def _context(
    filing: Filing, revision: Revision, readable: list[PublicationEvent]
) -> dict[str, Any]:
    """``readable`` are the swaps whose version may be read, the current one first."""
    address = address_of(filing)
    shown = public_document(
        material=filing.material,
        title=revision.title,
        fields=revision.fields,
        blocks=revision.blocks,
    )
    is_current = revision.pk == filing.published_revision_id
    own_address = address.url(None if is_current else revision.number)
    return {
        "section": "public:pledges",
        "filing": filing,
        "association": filing.association,
        "revision": revision,
        "document": shown,
        "is_current": is_current,
        "versions": [_version(address, event, event is readable[0]) for event in readable],
        "address": address.url(),
        "permanent_address": settings.PUBLIC_URL + own_address,
        "image_urls": {
            block.image: reverse("public:image", args=[address.code, block.image])
            for _, block in shown.blocks
            if block.image
        },
        "chapters": [pair for pair in shown.blocks if pair[1].type == "chapter"],
        "published_on": next(
            (event.at for event in readable if event.revision_id == revision.pk), None
        ),
    }


def _version(address: Address, event: PublicationEvent, is_current: bool) -> dict[str, Any]:
    """A readable version as an event of a timeline."""
    revision = _public(event.revision)
    return {
        "at": event.at,
        "what": f"第 {revision.number} 版{'（现行）' if is_current else ''}",
        "url": address.url(None if is_current else revision.number),
        "note": revision.get_change_kind_display(),
        "digest": revision.digest,
        "tone": "good" if is_current else "",
    }
