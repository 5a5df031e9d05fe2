"""Finding the documents of other organisations that a submitted text is like."""

from collections import Counter
from collections.abc import Sequence

from django.db import transaction

from huanglong_portal.common import dates

from ..documents import blocks as block_rules
from ..documents.blocks import Block
from ..documents.places import place_names
from ..likeness import Sketch, compare, estimate, sketch
from ..models import Filing, LikeText, Revision, SketchKey, TextSketch
from ..workflow import State

_KEYS = 16  # of two texts with a fifth in common, 97 % share one of so many
_HOLDERS = 200  # a number that more texts hold is everybody's; the newest are looked at
_ESTIMATED, _COMPARED, _KEPT = 60, 8, 5
_WORTH_COMPARING, _WORTH_TELLING = 0.08, 0.15


@transaction.atomic
def find_likeness(*, revision_id: int) -> int:
    """Compare a submitted version with other organisations' documents of the same material, keep
    the likest, and put its own text into the index; returns how many were kept.

    What it costs does not grow with the number of documents: candidates come from an index, and
    only a handful are read. Harmless when run twice; drafts and empty texts are left alone.
    """
    revision = Revision.objects.select_related("filing").get(pk=revision_id)
    body = block_rules.from_json(revision.blocks)
    ours = sketch(body)
    if revision.state == State.DRAFT or not ours:
        return 0
    filing = Filing.objects.select_for_update(of=("self",)).get(pk=revision.filing_id)
    _index(filing, revision, ours)
    candidates = _likest(filing, _candidates(filing, ours), ours)
    found = _compared(revision, body, candidates)
    revision.like_texts.all().delete()
    LikeText.objects.bulk_create(found)
    return len(found)


def _index(filing: Filing, revision: Revision, ours: Sketch) -> None:
    """Make this version the one by which the document is found, unless a newer one is."""
    known = TextSketch.objects.filter(filing=filing).select_related("revision").first()
    if known and known.revision.number > revision.number:
        return
    kept, _ = TextSketch.objects.update_or_create(
        filing=filing,
        defaults={
            "revision": revision,
            "association_id": filing.association_id,
            "numbers": list(ours),
        },
    )
    kept.keys.all().delete()
    SketchKey.objects.bulk_create(
        SketchKey(sketch=kept, material=filing.material, number=number) for number in ours[:_KEYS]
    )


def _candidates(filing: Filing, ours: Sketch) -> list[int]:
    """Sketches that share the most keys, one's own among them."""
    shared: Counter[int] = Counter()
    for number in ours[:_KEYS]:
        shared.update(
            SketchKey.objects.filter(material=filing.material, number=number)
            .order_by("-sketch_id")
            .values_list("sketch_id", flat=True)[:_HOLDERS]
        )
    return [sketch_id for sketch_id, _ in shared.most_common(_ESTIMATED)]


def _likest(filing: Filing, sketch_ids: Sequence[int], ours: Sketch) -> list[Revision]:
    """Other organisations' versions among those that are estimated to be the likest."""
    estimated = [
        (estimate(ours, known.numbers), known.revision_id)
        for known in TextSketch.objects.filter(pk__in=sketch_ids).exclude(
            association=filing.association_id
        )
    ]
    worth = sorted((pair for pair in estimated if pair[0] >= _WORTH_COMPARING), reverse=True)
    chosen = [revision_id for _, revision_id in worth[:_COMPARED]]
    return list(Revision.objects.filter(pk__in=chosen))


def _compared(
    revision: Revision, body: Sequence[Block], candidates: Sequence[Revision]
) -> list[LikeText]:
    names = place_names(body)
    moment = dates.now()
    found = []
    for other in candidates:
        theirs = block_rules.from_json(other.blocks)
        alike = compare(body, theirs)
        if alike.share < _WORTH_TELLING:
            continue
        their_names = place_names(theirs)
        matches = [
            {
                "anchor": match.anchor,
                "place": names[match.anchor],
                "other_place": their_names[match.other_anchor],
                "likeness": match.likeness,
            }
            for match in alike.matches
        ]
        found.append(
            LikeText(revision=revision, other=other, share=alike.share, matches=matches, at=moment)
        )
    return sorted(found, key=lambda one: -one.share)[:_KEPT]
