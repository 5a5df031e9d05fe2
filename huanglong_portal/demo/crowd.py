"""Everybody beyond the forty (``--associations 3000``): for scale, not for reading.

They come onto the register through the import and file through the same doors, one pledge each
and rules for every sixth. Their text is pasted, and they all attach the same sealed page: it is
taken in and inspected once, the others' uploads are copies of that row.
"""

import io
import uuid
from collections.abc import Callable, Sequence

from django.contrib.auth.hashers import make_password

from associations.models import Association, Mandate, User
from filings import services
from filings.documents.text import to_text
from filings.materials import Material
from filings.models import Slot, Upload
from huanglong_portal.common.dates import clock_at

from .chronology import chronology
from .conventions import write_convention
from .dice import dice_for
from .explanations import explain
from .organisations import Organisation
from .paper import Paper
from .people import PASSWORD, Cast, username_of
from .pledges import write_pledge
from .rounds import slug_of
from .scans import scanned_pdf
from .sheets import Sheet
from .timeline import REGISTERED, Timeline

_PER_PERSON = 5
_RULES_EVERY = 6
_SEALED = "签字盖章页.pdf"
_ATTACHED: dict[str, tuple[str, ...]] = {
    Material.PLEDGE: ("sealed",),
    Material.CONVENTION: ("consultation", "experts", "assembly"),
}
_STEPS = ("submit", "claim", "endorse", "approve")


def enlist(organisations: Sequence[Organisation], timeline: Timeline) -> None:
    """One representative for every five organisations."""
    secret = make_password(PASSWORD)
    heads = organisations[::_PER_PERSON]
    User.objects.bulk_create(
        [
            User(username=username_of(one), name=one.legal_representative, password=secret)
            for one in heads
        ],
        batch_size=500,
    )
    people = User.objects.in_bulk([username_of(one) for one in heads], field_name="username")
    registered = Association.objects.in_bulk(
        [one.credit_code for one in organisations], field_name="credit_code"
    )
    Mandate.objects.bulk_create(
        [
            Mandate(
                user=people[username_of(heads[place // _PER_PERSON])],
                association=registered[one.credit_code],
                role=Mandate.Role.ADMINISTRATOR,
                valid_from=timeline.day(REGISTERED),
            )
            for place, one in enumerate(organisations)
        ],
        batch_size=500,
    )


def file_all(
    organisations: Sequence[Organisation],
    cast: Cast,
    timeline: Timeline,
    seed: int,
    told: Callable[[int], None],
) -> None:
    """File for everybody: five in six are approved, one waits somewhere in review."""
    for place, organisation in enumerate(organisations):
        dice = dice_for(seed, organisation.credit_code, "crowd")
        moment = timeline.at(dice.randint(3, 60), dice)
        steps = _STEPS if dice.random() < 0.85 else _STEPS[: dice.randint(0, 3)]
        with clock_at(moment):
            times = chronology(organisation, timeline.day(64), dice)
            _file(organisation, write_pledge(organisation, times, dice), steps, cast, timeline)
            if place % _RULES_EVERY == 0:
                paper = write_convention(organisation, times, dice)
                _file(organisation, paper, steps, cast, timeline)
        told(place + 1)


def _file(
    organisation: Organisation,
    paper: Paper,
    steps: Sequence[str],
    cast: Cast,
    timeline: Timeline,
) -> None:
    slot = Slot.objects.select_related("association").get(
        round__slug=slug_of(timeline, earlier=False),
        association__credit_code=organisation.credit_code,
        material=paper.material,
    )
    filer = slot.association.mandates.select_related("user").get().user
    draft = services.begin_filing(slot_id=slot.pk, by=filer, title=paper.title)
    services.save_draft(revision_id=draft.pk, by=filer, title=paper.title, fields=paper.fields)
    if paper.material == Material.CONVENTION:
        services.take_body_from_text(revision_id=draft.pk, text=to_text(paper.blocks), by=filer)
    upload = _sealed_page(slot, filer)
    for role in _ATTACHED[paper.material]:
        services.attach(revision_id=draft.pk, upload_id=upload.pk, by=filer, role=role)
    if steps:
        explain(draft.pk, filer)
    who = {
        "submit": filer,
        "claim": cast.handler(slot.office_id, organisation),
        "endorse": cast.handler(slot.office_id, organisation),
        "approve": cast.chiefs[slot.office_id],
    }
    for action in steps:
        services.perform(revision_id=draft.pk, action=action, by=who[action])


def _sealed_page(slot: Slot, by: User) -> Upload:
    """The sealed page among the uploads of the organisation of ``slot``."""
    own = Upload.objects.filter(association=slot.association_id, name=_SEALED).first()
    if own is not None:
        return own
    known = Upload.objects.filter(name=_SEALED).first()
    if known is None:
        page = Sheet("签字盖章页", ("本页为规模测试用的演示页。",), closing=("演示",), seal="演示")
        return services.upload(
            association_id=slot.association_id,
            content=io.BytesIO(scanned_pdf([page], dice_for(_SEALED))),
            name=_SEALED,
            by=by,
        )
    known.pk = None
    known.public_id = uuid.uuid4()
    known.association_id = slot.association_id
    known.uploaded_by = by
    known.save(force_insert=True)
    return known
