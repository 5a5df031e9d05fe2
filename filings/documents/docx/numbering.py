"""Automatic numbering (自动编号): the 第三条 that stands in numbering.xml and not in the text."""

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from filings.documents.docx.names import Names
from filings.documents.docx.number_formats import written

_PLACEHOLDER = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list as defined: where it starts, how it is written, what resets it."""

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(slots=True)
class _List:
    """A list definition that is used by paragraphs, and how far it has counted."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The visible numbers of a document, asked for in reading order."""

    def __init__(self, root: etree._Element | None, names: Names) -> None:
        self._names = names
        self._abstract: dict[str, dict[int, Level]] = {}
        self._style_links: dict[str, str] = {}
        self._instances: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        self._lists: dict[str, _List] = {}
        self._started: set[str] = set()
        if root is not None:
            self._read(root)

    def level_of_style(self, number_id: str, style: str) -> int:
        """The level that a list gives to a paragraph style; 0 when it names none."""
        for index, level in self._levels(number_id).items():
            if level.style == style:
                return index
        return 0

    def style_link(self, number_id: str) -> str:
        """The numbering style that defines this list elsewhere, or ""."""
        return self._style_links.get(self._instances.get(number_id, ("", {}, {}))[0], "")

    def next(self, number_id: str, index: int) -> str:
        """Counts one paragraph and returns its visible number; "" without one, "•" for bullets."""
        if number_id not in self._instances:
            return ""
        abstract, _, starts = self._instances[number_id]
        levels = self._levels(number_id)
        level = levels.get(index)
        if level is None:
            return ""
        counted = self._lists.setdefault(abstract, _List(levels))
        counts = counted.counts
        if number_id not in self._started:
            self._started.add(number_id)
            for changed, start in starts.items():
                counts[changed] = start - 1
        counts[index] = counts.get(index, level.start - 1) + 1
        for lower in range(index + 1, _LEVELS):
            restart = levels[lower].restart if lower in levels else None
            if restart is None or (restart > 0 and index < restart):
                counts.pop(lower, None)
        if level.number_format == "bullet":
            return "•"
        return self._shown(level, levels, counts).strip()

    def _shown(self, level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            shown = levels.get(at, Level())
            number_format = "decimal" if level.legal else shown.number_format
            return written(counts.get(at, shown.start), number_format)

        return _PLACEHOLDER.sub(number, level.text)

    def _levels(self, number_id: str) -> dict[int, Level]:
        if number_id not in self._instances:
            return {}
        abstract, overrides, _ = self._instances[number_id]
        return self._abstract.get(abstract, {}) | overrides

    def _read(self, root: etree._Element) -> None:
        name = self._names
        for entry in root:
            if entry.tag == name.abstractNum:
                key = entry.get(name.abstractNumId) or ""
                self._abstract[key] = self._read_levels(entry)
                link = entry.find(name.numStyleLink)
                if link is not None:
                    self._style_links[key] = link.get(name.val) or ""
            elif entry.tag == name.num:
                self._read_instance(entry)

    def _read_instance(self, entry: etree._Element) -> None:
        name = self._names
        reference = entry.find(name.abstractNumId)
        abstract = reference.get(name.val) or "" if reference is not None else ""
        overrides: dict[int, Level] = {}
        starts: dict[int, int] = {}
        for override in entry.findall(name.lvlOverride):
            index = _integer(override.get(name.ilvl), 0)
            for level in self._read_levels(override).values():
                overrides[index] = level
            start = override.find(name.startOverride)
            if start is not None:
                starts[index] = _integer(start.get(name.val), 1)
                base = overrides.get(index) or self._abstract.get(abstract, {}).get(index)
                if base is not None:
                    overrides[index] = replace(base, start=starts[index])
        self._instances[entry.get(name.numId) or ""] = (abstract, overrides, starts)

    def _read_levels(self, parent: etree._Element) -> dict[int, Level]:
        name = self._names
        levels = {}
        for entry in parent.findall(name.lvl):
            values = {child.tag: child for child in entry}

            def value(tag: str, values: dict[str, etree._Element] = values) -> str | None:
                return values[tag].get(name.val) if tag in values else None

            restart = value(name.lvlRestart)
            levels[_integer(entry.get(name.ilvl), 0)] = Level(
                start=_integer(value(name.start), 1),
                number_format=_format(values.get(name.numFmt), name) or _chosen(entry, name),
                text=value(name.lvlText) or "",
                restart=None if restart is None else _integer(restart, 0),
                legal=name.isLgl in values and value(name.isLgl) not in ("0", "false"),
                style=value(name.pStyle) or "",
            )
        return levels


def _format(element: etree._Element | None, name: Names) -> str:
    return (element.get(name.val) or "") if element is not None else ""


def _chosen(level: etree._Element, name: Names) -> str:
    """The format inside mc:AlternateContent, as Word 2010 and later write unusual formats."""
    for element in level.iter(name.numFmt):
        found = _format(element, name)
        if found:
            return found
    return "decimal"


def _integer(text: str | None, default: int) -> int:
    try:
        return int(text) if text else default
    except ValueError:
        return default
