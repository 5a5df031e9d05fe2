"""What the officers' pages show of an edition: five spines, runs under way, what is in and out."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Prefetch, Q

from filings.models import Slot
from filings.querysets import PROGRESS
from huanglong_portal.common import dates

from .models import BoundPart, Build, Edition, EditionVolume, Entry, Fragment
from .pace import in_words, remaining_seconds
from .typesetting.titles import title_lines


@dataclass(frozen=True, slots=True)
class Spine:
    """One volume in the row: what it holds, its current book, the run under way."""

    edition_volume: EditionVolume
    number: int
    included: int
    left_out: int
    organisations: int
    current: Build | None
    parts: tuple[BoundPart, ...]
    running: Build | None
    words: str
    done: int
    whole: int
    failed: Build | None

    @property
    def title_lines(self) -> tuple[str, ...]:
        """The title broken by sense, as on the cover."""
        return title_lines(self.edition_volume.volume.title)


def spines(edition: Edition) -> list[Spine]:
    """The volumes of an edition in order; the number of queries does not grow with them."""
    rows = (
        edition.volumes.select_related("volume", "current")
        .prefetch_related(
            Prefetch("current__parts", queryset=BoundPart.objects.select_related("blob"))
        )
        .annotate(
            included=Count("entries", filter=Q(entries__included=True)),
            left_out=Count("entries", filter=Q(entries__included=False)),
            organisations=Count(
                "entries__association", filter=Q(entries__included=True), distinct=True
            ),
        )
    )
    latest: dict[int, Build] = {}
    runs = (
        Build.objects.filter(edition_volume__edition=edition)
        .with_progress()
        .defer("manifest")
        .order_by("requested_at", "pk")
    )
    for build in runs:
        latest[build.edition_volume_id] = build
    return [_spine(row, number, latest.get(row.pk)) for number, row in enumerate(rows, start=1)]


def _spine(row: Any, number: int, last: Build | None) -> Spine:
    running = last if last and last.state in (Build.State.SETTING, Build.State.BINDING) else None
    failed = last if last and last.state == Build.State.FAILED else None
    words, done, whole = _progress(running, number, row.organisations) if running else ("", 0, 0)
    return Spine(
        edition_volume=row,
        number=number,
        included=row.included,
        left_out=row.left_out,
        organisations=row.organisations,
        current=row.current,
        parts=tuple(row.current.parts.all()) if row.current else (),
        running=running,
        words=words,
        done=done,
        whole=whole,
        failed=failed,
    )


def _progress(build: Build, number: int, organisations: int) -> tuple[str, int, int]:
    """正在排版第 3 册，已排 120 篇，约还需 40 秒，可以关闭本页."""
    made = build.set_pieces  # type: ignore[attr-defined]
    if build.state == Build.State.SETTING and made < build.total:
        elapsed = (dates.now() - build.requested_at).total_seconds()
        left = remaining_seconds(done=made, before=build.reused, whole=build.total, elapsed=elapsed)
        said = [f"正在排版第 {number} 册，已排 {made}/{build.total} 篇", in_words(left)]
        return "，".join([*filter(None, said), "可以关闭本页"]), made, build.total
    whole = max(organisations, 1)
    return f"正在合成第 {number} 册，马上就好，可以关闭本页", min(build.bound, whole), whole


def entries_of(edition_volume: EditionVolume) -> list[dict[str, Any]]:
    """The documents of a volume in order, each with the state of its newest set piece."""
    entries = list(
        edition_volume.entries.select_related("association", "revision", "filing").defer(
            "revision__blocks", "revision__fields", "revision__warnings"
        )
    )
    pieces: dict[int, Fragment] = {}
    for fragment in Fragment.objects.filter(
        revision__in=[entry.revision_id for entry in entries]
    ).order_by("pk"):
        pieces[fragment.revision_id] = fragment
    return [{"entry": entry, "piece": pieces.get(entry.revision_id)} for entry in entries]


def missing_of(edition_volume: EditionVolume) -> list[tuple[Slot, str]]:
    """The lines of the task lists from which nothing came into the volume, with their progress."""
    present = Entry.objects.filter(edition_volume=edition_volume).values("association")
    slots = (
        Slot.objects.filter(
            round=edition_volume.edition.round, material=edition_volume.volume.material
        )
        .exclude(association__in=present)
        .with_progress()
        .select_related("association")
        .order_by("association__name_sort_key")
    )
    return [(slot, PROGRESS[slot.progress]) for slot in slots]  # type: ignore[attr-defined]
