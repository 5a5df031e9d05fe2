"""The door to comparing: two lists of blocks in, what happened to each article out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from filings.documents.blocks import Block
from filings.documents.diff.cells import CHANGED, Cell, compared
from filings.documents.diff.matching import kept_in_order, pairs
from filings.documents.diff.units import Unit, units
from filings.documents.diff.words import ADDED, REMOVED, SAME, Segment, segments

__all__ = ["ADDED", "CHANGED", "REMOVED", "SAME", "BlockChange", "Change", "Diff", "diff"]

_SHOWN = ((CHANGED, "修改"), (ADDED, "新增"), (REMOVED, "删除"))


@dataclass(frozen=True, slots=True)
class BlockChange:
    """What happened to one block of an article; the side that has it not is None."""

    kind: str
    old: Block | None
    new: Block | None

    @property
    def words(self) -> tuple[Segment, ...]:
        """The changed words of the text (for a table its caption)."""
        return segments(self.old.text if self.old else "", self.new.text if self.new else "")

    @property
    def cells(self) -> tuple[tuple[Cell, ...], ...]:
        """The table, cell by cell; () for other blocks."""
        return compared(self.old.rows if self.old else (), self.new.rows if self.new else ())

    @property
    def notes(self) -> tuple[Segment, ...]:
        """The changed words of the footnotes, a line each."""
        return segments(
            "\n".join(self.old.notes) if self.old else "",
            "\n".join(self.new.notes) if self.new else "",
        )


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one article, heading or paragraph.

    `kind` is "same", "changed", "added" or "removed"; `moved` says that it stands elsewhere among
    the others. `old_start` and `new_start` are the indexes of its first block.
    """

    kind: str
    moved: bool
    old: tuple[Block, ...]
    new: tuple[Block, ...]
    old_start: int | None
    new_start: int | None

    @property
    def renumbered(self) -> bool:
        """Whether it is the same article under another number; no change by itself."""
        return bool(self.old and self.new) and self.old[0].number != self.new[0].number

    @property
    def blocks(self) -> tuple[BlockChange, ...]:
        """What happened to each block, in order."""
        if self.kind == SAME:
            together = zip(self.old, self.new, strict=True)
            return tuple(BlockChange(SAME, old, new) for old, new in together)
        return tuple(_block_changes(self.old, self.new))


@dataclass(frozen=True, slots=True)
class Diff:
    """All changes in the order of the new version; what was removed stands where it stood."""

    changes: tuple[Change, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing but numbers changed."""
        return all(change.kind == SAME and not change.moved for change in self.changes)

    @property
    def summary(self) -> str:
        """“修改 3 处，新增 1 处，删除 2 处，移动 1 处”, or “内容没有变化”."""
        count = Counter(change.kind for change in self.changes)
        said = [f"{word} {count[kind]} 处" for kind, word in _SHOWN if count[kind]]
        moved = sum(change.moved for change in self.changes)
        if moved:
            said.append(f"移动 {moved} 处")
        return "，".join(said) or "内容没有变化"


def diff(old: Sequence[Block], new: Sequence[Block]) -> Diff:
    """Compares two versions of a document."""
    before, after = units(old), units(new)
    found = pairs(before, after)
    in_order = kept_in_order(found)
    survivors = set(found.values())
    changes: list[Change] = []
    reached = 0
    for index, unit in enumerate(after):
        if index not in found:
            changes.append(Change(ADDED, False, (), unit.blocks, None, unit.start))
            continue
        source = before[found[index]]
        if index in in_order:
            changes += _removed(before, range(reached, found[index]), survivors)
            reached = found[index] + 1
        kind = SAME if source.key == unit.key else CHANGED
        moved = index not in in_order
        changes.append(Change(kind, moved, source.blocks, unit.blocks, source.start, unit.start))
    changes += _removed(before, range(reached, len(before)), survivors)
    return Diff(tuple(changes))


def _removed(before: Sequence[Unit], places: range, survivors: set[int]) -> Iterator[Change]:
    for place in places:
        if place not in survivors:
            unit = before[place]
            yield Change(REMOVED, False, unit.blocks, (), unit.start, None)


def _block_changes(old: Sequence[Block], new: Sequence[Block]) -> Iterator[BlockChange]:
    a, b = [_content(block) for block in old], [_content(block) for block in new]
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "equal":
            for one, other in zip(old[a1:a2], new[b1:b2], strict=True):
                yield BlockChange(SAME, one, other)
        else:
            yield from _replaced(old[a1:a2], new[b1:b2])


def _replaced(old: Sequence[Block], new: Sequence[Block]) -> Iterator[BlockChange]:
    """A changed stretch: blocks of one type in the same place changed, the rest went or came."""
    rest = list(new)
    for block in old:
        if rest and rest[0].type == block.type and block.type != "image":
            yield BlockChange(CHANGED, block, rest.pop(0))
        else:
            yield BlockChange(REMOVED, block, None)
    for block in rest:
        yield BlockChange(ADDED, None, block)


def _content(block: Block) -> tuple[object, ...]:
    return (block.type, block.text, block.rows, block.spans, block.image, block.notes)
