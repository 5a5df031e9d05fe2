"""Two versions of one document beside each other: text, fields, attachments (版本比较)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from . import presentation
from .documents import blocks as block_rules
from .documents.blocks import Block
from .documents.diff.cells import Cell, compared
from .documents.diff.compare import ADDED, CHANGED, REMOVED, SAME, BlockChange, Change, diff
from .documents.diff.words import Segment, segments
from .documents.places import place_names
from .models import Revision
from .workflow import State

_MOVED = "moved"


@dataclass(frozen=True, slots=True)
class TextChange:
    """One article that changed, came, went or moved. ``kind`` is changed, added, removed or moved
    (moved and otherwise the same); ``old`` and ``new`` are how people call its two places."""

    kind: str
    moved: bool
    renumbered: bool
    old: str
    new: str
    blocks: tuple[BlockChange, ...]

    @property
    def name(self) -> str:
        """How it is called now, or was called."""
        return self.new or self.old


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A run of articles that stayed as they were."""

    words: str
    renumbered: bool
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class FactChange:
    """One field that changed, came or went."""

    section: str
    term: str
    kind: str
    words: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class TableChange:
    """A table of the fields, cell by cell; its first row are the names of the columns."""

    section: str
    cells: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class FileChange:
    """An attachment that came or went."""

    kind: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs between two versions, the older first."""

    old: Revision
    new: Revision
    summary: str
    title: tuple[Segment, ...]
    text: tuple[TextChange | Unchanged, ...]
    facts: tuple[FactChange, ...]
    tables: tuple[TableChange, ...]
    files: tuple[FileChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        changed = any(isinstance(part, TextChange) for part in self.text)
        return not (self.title or changed or self.facts or self.tables or self.files)


def comparison_of(one: Revision, other: Revision) -> Comparison:
    """What differs between two versions of a document, given in any order."""
    old, new = sorted((one, other), key=lambda revision: revision.number)
    before, after = block_rules.from_json(old.blocks), block_rules.from_json(new.blocks)
    found = diff(before, after)
    facts, tables = _fields(new.filing.material, old.fields, new.fields)
    return Comparison(
        old=old,
        new=new,
        summary=found.summary,
        title=segments(old.title, new.title) if old.title != new.title else (),
        text=tuple(_text(found.changes, before, after)),
        facts=tuple(facts),
        tables=tuple(tables),
        files=tuple(_files(old, new)),
    )


def compared_by_default(revision: Revision) -> Revision | None:
    """What a version is compared with unless somebody chooses: the last approved one before it,
    else the one before it; None for a first version."""
    earlier = revision.filing.revisions.filter(number__lt=revision.number).order_by("-number")
    return earlier.filter(state__in=(State.APPROVED, State.SUPERSEDED)).first() or earlier.first()


def _text(
    changes: Sequence[Change], before: Sequence[Block], after: Sequence[Block]
) -> Iterator[TextChange | Unchanged]:
    """The changes in their order, runs of unchanged articles put together."""
    old_names, new_names = list(place_names(before).values()), list(place_names(after).values())

    def shown(change: Change) -> TextChange:
        return TextChange(
            _MOVED if change.kind == SAME else change.kind,
            change.moved,
            change.renumbered,
            "" if change.old_start is None else old_names[change.old_start],
            "" if change.new_start is None else new_names[change.new_start],
            change.blocks,
        )

    for stayed, run in groupby(changes, key=lambda one: one.kind == SAME and not one.moved):
        if not stayed:
            yield from map(shown, run)
            continue
        same = list(run)
        names = [shown(one).new for one in same]
        yield Unchanged(
            names[0] if len(names) == 1 else f"{names[0]}至{names[-1]}",
            any(one.renumbered for one in same),
            tuple(block for one in same for block in one.new),
        )


def _fields(
    material: str, old: dict[str, object], new: dict[str, object]
) -> tuple[list[FactChange], list[TableChange]]:
    facts: list[FactChange] = []
    tables: list[TableChange] = []
    before = {section.title: section for section in presentation.sections(material, old)}
    after = {section.title: section for section in presentation.sections(material, new)}
    for title in list(dict.fromkeys([*after, *before])):
        empty = presentation.Section(title)
        was, now = before.get(title, empty), after.get(title, empty)
        facts += _facts(title, dict(was.facts), dict(now.facts))
        if was.rows != now.rows:
            columns = now.columns or was.columns
            tables.append(TableChange(title, compared(_grid(was, columns), _grid(now, columns))))
    return facts, tables


def _facts(title: str, was: dict[str, str], now: dict[str, str]) -> Iterator[FactChange]:
    for term in dict.fromkeys([*now, *was]):
        before, after = was.get(term, ""), now.get(term, "")
        if before != after:
            kind = CHANGED if before and after else ADDED if after else REMOVED
            yield FactChange(title, term, kind, segments(before, after))


def _grid(section: presentation.Section, columns: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return (columns, *section.rows)


def _files(old: Revision, new: Revision) -> Iterator[FileChange]:
    was, now = (
        {
            (attachment.role, attachment.upload.original_id): attachment
            for attachment in revision.attachments.in_order().select_related("upload")
        }
        for revision in (old, new)
    )
    for kind, having, lacking in ((ADDED, now, was), (REMOVED, was, now)):
        for key, attachment in having.items():
            if key not in lacking:
                yield FileChange(kind, attachment.upload.name, attachment.get_role_display())
