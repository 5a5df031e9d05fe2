"""The template tags of the shared parts: ``{% load portal %}``.

Each part is drawn by a template in ``templates/partials/``; the tags here only prepare what a
template cannot compute. Filters that format are plain functions of ``phrases`` and ``dates``.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import quote

from django import template
from django.core.paginator import Paginator
from django.forms import BaseForm, BaseFormSet
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from .. import dates, numerals, phrases, qr
from ..shapes import SHAPES
from ..state_looks import look_of

register = template.Library()

register.filter("filesize_cn", phrases.file_size)
register.filter("masked_mobile", phrases.masked_mobile)
register.filter("digest_short", phrases.digest_short)
register.filter("money", phrases.money)
register.filter("percent", phrases.percent)


def _as_date(value: object) -> dt.date | None:
    """A date out of a date, a moment or an ISO string; None when there is none."""
    if isinstance(value, dt.datetime):
        return timezone.localtime(value).date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


@register.filter
def cn_date(value: object) -> str:
    """2026年11月23日, from a date, a moment or an ISO string; anything else is shown as it is."""
    day = _as_date(value)
    return dates.write_date(day) if day else str(value or "")


@register.filter
def cn_datetime(value: dt.datetime | None) -> str:
    """2026年11月23日 14:05 in Asia/Shanghai; empty for None."""
    return dates.write_datetime(value) if value else ""


@register.filter
def days_left(due: object) -> str:
    """还剩 12 天（12月5日 24:00 截止）, counted from today; empty when there is no date."""
    day = _as_date(due)
    return phrases.days_left(day, dates.today()) if day else ""


@register.filter
def chinese(number: int) -> str:
    """A number in Chinese numerals: 12 → 十二."""
    return numerals.to_chinese(number)


@register.filter
def qr_image(text: str) -> str:
    """A QR code that reads ``text``, as the source of an ``<img>``."""
    return f"data:image/svg+xml,{quote(qr.svg(text))}"


@register.filter
def lookup(mapping: Mapping[Any, Any] | None, key: object) -> Any:
    """``mapping[key]``, or None when there is no mapping or no such key."""
    return mapping.get(key) if mapping else None


@register.filter
def elided(paginator: Paginator, number: int) -> list[int | None]:
    """The page numbers worth showing around ``number``; None stands for the pages left out."""
    shown = paginator.get_elided_page_range(number, on_each_side=1, on_ends=1)
    return [page if isinstance(page, int) else None for page in shown]


@register.simple_tag
def shape(name: str) -> SafeString:
    """The line drawing ``name`` as inline SVG, hidden from screen readers."""
    drawing = mark_safe(SHAPES[name])  # noqa: S308 - constants of our own, never user text
    return format_html(
        '<svg class="shape shape--{}" viewBox="0 0 16 16" aria-hidden="true">{}</svg>',
        name,
        drawing,
    )


@register.inclusion_tag("partials/state_tag.html")
def state_tag(state: object, word: str = "") -> dict[str, Any]:
    """The tag of a state key (``"in_review"``); ``word`` replaces the usual one."""
    return {"look": look_of(str(getattr(state, "value", state)), word)}


@register.inclusion_tag("partials/trail.html")
def trail(*pairs: str) -> dict[str, Any]:
    """Where am I: label and address by turns; the last label stands alone and is this page.

    ``{% trail "诚信承诺" pledges_url association.name %}``
    """
    links = [(pairs[i], pairs[i + 1]) for i in range(0, len(pairs) - 1, 2)]
    here = pairs[-1] if len(pairs) % 2 else ""
    return {"links": links, "here": here}


@register.inclusion_tag("partials/nav_link.html", takes_context=True)
def nav_link(context: Mapping[str, Any], label: str, name: str) -> dict[str, Any]:
    """An entry of the main navigation; nothing where the site has no page ``name``."""
    try:
        url = reverse(name)
    except NoReverseMatch:
        return {}
    path = getattr(context.get("request"), "path", "")
    current = ""
    if path == url:
        current = "page"
    elif context.get("section") == name or (url != "/" and path.startswith(url)):
        current = "true"
    return {"label": label, "url": url, "current": current}


@dataclass(frozen=True, slots=True)
class FieldError:
    """One line of an error summary."""

    label: str
    message: str
    target: str


def _field_errors(form: BaseForm) -> list[FieldError]:
    """Every error of ``form``, those of the whole form first, each with the field to go to."""
    found = [FieldError("", str(message), "") for message in form.non_field_errors()]
    for field in form:
        # A group of choices has no id of its own: its first choice is where one begins.
        target = field.id_for_label or f"{field.auto_id}_0"
        found += [
            FieldError(str(field.label or ""), str(message), target) for message in field.errors
        ]
    return found


@register.inclusion_tag("partials/error_summary.html")
def error_summary(*forms: BaseForm | BaseFormSet | None) -> dict[str, Any]:
    """A list of everything wrong in ``forms`` and form sets, each line a link to its field."""
    found: list[FieldError] = []
    for form in forms:
        if isinstance(form, BaseFormSet):
            if form.is_bound:
                found += [FieldError("", str(message), "") for message in form.non_form_errors()]
                for member in form.forms:
                    found += _field_errors(member)
        elif form is not None and form.is_bound:
            found += _field_errors(form)
    return {"errors": found}


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a chart; ``width`` is its share of the longest bar, 0–100."""

    label: str
    value: float
    width: float
    url: str = ""


@register.inclusion_tag("partials/chart.html")
def bar_chart(
    rows: Sequence[Sequence[Any]], title: str, unit: str = "", label: str = "", of: float = 0
) -> dict[str, Any]:
    """A chart that is its own table: rows of (label, value) or (label, value, address).

    ``of`` is the value of a full bar; without it the longest bar is full.
    """
    longest = of or max((row[1] for row in rows), default=0) or 1
    bars = [
        Bar(
            str(row[0]),
            row[1],
            round(100 * row[1] / longest, 2),
            row[2] if len(row) > 2 else "",
        )
        for row in rows
    ]
    return {"bars": bars, "title": title, "unit": unit, "label": label}


class MarkedWords(Protocol):
    """A stretch of compared text: ``kind`` is same, added or removed."""

    kind: str
    text: str


_MARKS = {
    "added": '<ins><span class="visually-hidden">（新增：）</span>{}</ins>',
    "removed": '<del><span class="visually-hidden">（删去：）</span>{}</del>',
}


@register.filter
def marked(words: Iterable[MarkedWords]) -> SafeString:
    """Compared text as HTML: what came underlined, what went struck through, both also in words."""
    pieces = [format_html(_MARKS.get(piece.kind, "{}"), piece.text) for piece in words]
    return mark_safe("".join(pieces))  # noqa: S308 - every piece is escaped by format_html


@register.filter
def marked_before(words: Iterable[MarkedWords]) -> SafeString:
    """The older side of compared text: what stayed and what went."""
    return marked(piece for piece in words if piece.kind != "added")


class TableBlock(Protocol):
    """What a block of type ``table`` offers."""

    rows: Sequence[Sequence[str]]
    spans: Sequence[tuple[int, int, int, int]]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as HTML wants it."""

    text: str
    rowspan: int
    colspan: int


@register.filter
def table_cells(block: TableBlock) -> list[list[Cell]]:
    """The rows of a table block without the cells that a merged neighbour covers."""
    spans = {(row, column): (down, across) for row, column, down, across in block.spans}
    covered = {
        (row + i, column + j)
        for (row, column), (down, across) in spans.items()
        for i in range(down)
        for j in range(across)
        if i or j
    }
    return [
        [
            Cell(text, *spans.get((row, column), (1, 1)))
            for column, text in enumerate(cells)
            if (row, column) not in covered
        ]
        for row, cells in enumerate(block.rows)
    ]
