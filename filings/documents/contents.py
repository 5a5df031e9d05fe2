"""Contents tables (目录) and page numbers: lines that belong to the paper, not to the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_CONTENTS_TITLE = re.compile(r"\s*目\s*[录次]\s*")
_LEADER_LINE = re.compile(
    r"\s*\S.{0,80}?(?:[.．·・]{3,}|(?:\s*…){2,}|(?:[.．·]\s){3,})[\s.．·…]*[(（]?\d{1,3}[)）]?\s*"
)
_PAGED_LINE = re.compile(r"(\s*\S.{0,80}?)[\s.．·…]+[(（]?\d{1,3}[)）]?\s*")
_PAGE_NUMBER = re.compile(
    r"\s*(?:[—–―－\-]+\s*\d{1,4}\s*[—–―－\-]+"
    r"|第\s*\d{1,4}\s*页(?:\s*[/，,]?\s*共\s*\d{1,4}\s*页)?)\s*"
)
_LONGEST_ENTRY = 60


def is_page_number(line: str) -> bool:
    """“— 3 —”, “- 3 -”, “第 3 页 共 10 页”."""
    return _PAGE_NUMBER.fullmatch(line) is not None


def is_contents_line(line: str) -> bool:
    """“目录”, or “第一章 总则………1”."""
    return _CONTENTS_TITLE.fullmatch(line) is not None or _has_leader(line)


@dataclass(frozen=True, slots=True)
class PaperLines:
    """The indexes of lines that belong to the paper, and what is said about leaving them out."""

    contents: frozenset[int]
    pages: frozenset[int]
    dropped: tuple[str, ...]

    def __contains__(self, index: int) -> bool:
        return index in self.contents or index in self.pages

    @property
    def warnings(self) -> list[str]:
        """A sentence for contents tables, one for page numbers."""
        said = []
        if self.contents:
            said.append(contents_warning(len(self.contents)))
        if self.pages:
            said.append(f"去掉了单独成行的页码 {len(self.pages)} 处")
        return said


def find_paper_lines(lines: Sequence[str]) -> PaperLines:
    """Contents tables and page numbers among the lines of a text."""
    contents = {index for index in contents_lines(lines) if lines[index].strip()}
    pages = {
        index for index, line in enumerate(lines) if index not in contents and is_page_number(line)
    }
    dropped = tuple(lines[index].strip() for index in sorted(contents | pages))
    return PaperLines(frozenset(contents), frozenset(pages), dropped)


def contents_warning(count: int) -> str:
    """What is said of a contents table of `count` lines that was left out."""
    return f"目录（{count} 行）没有读入正文，印制时会自动生成"


def contents_lines(lines: Sequence[str]) -> set[int]:
    """The indexes of the lines that make up a contents table.

    A table is told by its title “目录” and entries that end in page numbers or come again further
    down, or, without a title, by three entries in a row with dotted leaders.
    """
    found: set[int] = set()
    index = 0
    while index < len(lines):
        if _CONTENTS_TITLE.fullmatch(lines[index]):
            end = _end_of_titled(lines, index)
        else:
            end = _end_of_leaders(lines, index)
            end = end if _count(lines, index, end) >= 3 else index
        found.update(range(index, end))
        index = max(end, index + 1)
    return found


def _end_of_leaders(lines: Sequence[str], start: int) -> int:
    end = last = start
    while end < len(lines) and (not lines[end].strip() or _has_leader(lines[end])):
        end += 1
        last = end if lines[end - 1].strip() else last
    return last


def _has_leader(line: str) -> bool:
    """Whether a line ends in dots and a page number; most are told by their last character."""
    end = line.rstrip()[-1:]
    return (end.isdigit() or end in "）)") and _LEADER_LINE.fullmatch(line) is not None


def _count(lines: Sequence[str], start: int, end: int) -> int:
    return sum(1 for line in lines[start:end] if line.strip())


def _end_of_titled(lines: Sequence[str], title: int) -> int:
    first = title + 1
    while first < len(lines) and not lines[first].strip():
        first += 1
    end = first
    while end < len(lines) and _may_be_entry(lines[end]):
        if end > first and _entry(lines[end]) == _entry(lines[first]):
            return end  # the first entry comes again: the text begins here
        end += 1
    end = first
    while end < len(lines) and (not lines[end].strip() or _PAGED_LINE.fullmatch(lines[end])):
        end += 1
    return end if _count(lines, first, end) else title


def _may_be_entry(line: str) -> bool:
    return len(line.strip()) <= _LONGEST_ENTRY and not line.rstrip().endswith(("。", "；", "，"))


def _entry(line: str) -> str:
    match = _PAGED_LINE.fullmatch(line)
    return re.sub(r"\s+", "", match[1] if match else line)
