"""Scenes: one document's part made ready – the papers written, the files ordered, the days set."""

from dataclasses import dataclass

from .dice import dice_for
from .dossiers import Dossier, Enclosure, put_together
from .organisations import Organisation
from .register import APPLICANTS
from .rounds import slug_of
from .scripts import Part
from .timeline import EARLIER_CLOSED, EARLIER_OPENED, OPENED, Timeline
from .workshop import Workshop


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a document's story plays: who, in which round, with what."""

    organisation: Organisation
    part: Part
    round_slug: str
    versions: tuple[Dossier, ...]
    days_ago: tuple[int, ...]


def prepare_scene(
    organisation: Organisation,
    part: Part,
    *,
    timeline: Timeline,
    workshop: Workshop,
    seed: int,
) -> Scene:
    """Write the papers, order their files, and settle the days of the acts."""
    acts = part.course.value
    days = _days(organisation, part)
    versions: tuple[Dossier, ...] = ()
    if "draft" in acts:
        filed_on = timeline.day(days[0])
        versions = (put_together(organisation, part, filed_on, seed),)
        if "revise" in acts:
            versions += (put_together(organisation, part, filed_on, seed, again=True),)
    starts = [place for place, act in enumerate(acts) if act in ("draft", "revise")]
    for number, dossier in enumerate(versions):
        for place, enclosure in enumerate(files_of(dossier)):
            key = file_key(organisation, part, number, place)
            workshop.order(key, enclosure.make, days_ago=days[starts[number]])
    slug = slug_of(timeline, earlier=part.earlier)
    return Scene(organisation, part, slug, versions, days)


def files_of(dossier: Dossier) -> list[Enclosure]:
    """All files of one version, its text first."""
    return [*([dossier.body] if dossier.body else []), *dossier.enclosures]


def file_key(organisation: Organisation, part: Part, version: int, place: int) -> str:
    """Under which the workshop keeps a file."""
    year = "before" if part.earlier else "now"
    return f"{organisation.credit_code}/{year}/{part.material}/{part.what}/{version}/{place}"


def _days(organisation: Organisation, part: Part) -> tuple[int, ...]:
    """How many days ago each act is: between the opening of the round and now (or its close)."""
    dice = dice_for(organisation.credit_code, part.material, part.what, part.earlier, "days")
    if part.earlier:
        first, last = EARLIER_OPENED - 6, EARLIER_CLOSED + 6
        begun, ended = dice.randint(first - 40, first), dice.randint(last, last + 20)
    else:
        # Who was admitted in between begins after that.
        latest = 50 if organisation.index in APPLICANTS else OPENED - 4
        begun = dice.randint(OPENED - 32, latest)
        ended = dice.randint(2, 12) if part.course.is_open else dice.randint(4, 28)
    acts = len(part.course.value)
    if acts == 1:
        return (ended,)
    between = sorted((dice.randint(ended, begun) for _ in range(acts - 2)), reverse=True)
    return (begun, *between, ended)
