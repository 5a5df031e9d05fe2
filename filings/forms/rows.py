"""Rows of a small table that people fill in: fees, experts, publicity. Works without scripts:
blank rows stand ready, a button adds more, and lines copied from a spreadsheet are taken in."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.http import QueryDict

_MOST_ROWS = 300
_MORE = 5
_NO = {"", "否", "不", "不自愿", "会员义务", "no", "false", "0", "×"}


class RowForm(forms.Form):
    """One row; every cell may stay empty, and a row that is wholly empty does not count."""

    def values(self) -> dict[str, Any]:
        """The cells that were filled in and make sense; {} for an empty or deleted row."""
        typed = getattr(self, "cleaned_data", {})
        if typed.get("DELETE"):
            return {}
        found = {
            name: value
            for name, value in typed.items()
            if name != "DELETE" and value not in (None, "")
        }
        return found if any(value is not False for value in found.values()) else {}


@dataclass(frozen=True, slots=True)
class RowKind:
    """A table of a material's form: where its rows live, what it is called, how many blank rows
    stand ready, and whether lines may be pasted into it."""

    prefix: str
    path: str
    title: str
    form: type[RowForm]
    blank: int = 1
    pasted: bool = False


class RowSet(BaseFormSet):
    """The rows of one table."""

    kind: RowKind

    @property
    def cells(self) -> list[forms.BoundField]:
        """The cells of an empty row, for the head of the table."""
        return [cell for cell in self.empty_form if cell.name != "DELETE"]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """What was filled in, in order."""
        return [values for form in self.forms if (values := form.values())]

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["DELETE"].label = "删除这一行"


def row_set(
    kind: RowKind, data: Mapping[str, Any] | None, rows: Sequence[Mapping[str, Any]]
) -> RowSet:
    """The table of ``kind``, bound to ``data`` or filled with stored ``rows``."""
    made: type[RowSet] = formset_factory(  # type: ignore[assignment]
        kind.form,
        formset=RowSet,
        extra=kind.blank if rows else max(kind.blank, 2),
        max_num=_MOST_ROWS,
        absolute_max=_MOST_ROWS,
        can_delete=True,
    )
    table = made(data, prefix=kind.prefix, initial=list(rows))
    table.kind = kind
    return table


def with_more_rows(data: QueryDict, kind: RowKind) -> QueryDict:
    """The submitted data with a few blank rows added to the table."""
    grown = data.copy()
    grown[f"{kind.prefix}-TOTAL_FORMS"] = str(_total(data, kind) + _MORE)
    return grown


def with_pasted_rows(data: QueryDict, kind: RowKind) -> QueryDict:
    """The submitted data with the lines of the paste box put into the first free rows."""
    grown = data.copy()
    names = [name for name in kind.form.base_fields if name != "DELETE"]
    total = _total(data, kind)
    free = [
        place
        for place in range(total)
        if not any(data.get(f"{kind.prefix}-{place}-{name}") for name in names)
    ]
    for cells in pasted_lines(data.get(f"{kind.prefix}-paste", ""), kind.form):
        if free:
            place = free.pop(0)
        elif total < _MOST_ROWS:
            place, total = total, total + 1
        else:
            break
        for name, cell in zip(names, cells, strict=False):
            grown[f"{kind.prefix}-{place}-{name}"] = _cell(kind.form.base_fields[name], cell)
    grown[f"{kind.prefix}-TOTAL_FORMS"] = str(total)
    grown[f"{kind.prefix}-paste"] = ""
    return grown


def pasted_lines(text: str, form: type[RowForm]) -> list[list[str]]:
    """Lines copied from a spreadsheet as lists of cells; a head line and empty lines are left out.

    Cells are parted by tabs, or by two spaces or more where somebody copied from a document.
    """
    delimiter = "\t" if "\t" in text else "  "
    if delimiter == "\t":
        lines = list(csv.reader(io.StringIO(text), delimiter="\t"))
    else:
        lines = [
            [cell for cell in line.split(delimiter) if cell.strip()] for line in text.splitlines()
        ]
    labels = {str(field.label) for field in form.base_fields.values()}
    return [
        [cell.strip() for cell in cells]
        for cells in lines
        if any(cell.strip() for cell in cells) and cells[0].strip() not in labels
    ]


def _cell(field: forms.Field, written: str) -> str:
    """A cell as the form sends it: yes and no are written in many ways."""
    if isinstance(field, forms.BooleanField):
        return "" if written.lower() in _NO else "on"
    return written


def _total(data: QueryDict, kind: RowKind) -> int:
    given = data.get(f"{kind.prefix}-TOTAL_FORMS", "0")
    return min(int(given), _MOST_ROWS) if given.isdigit() else 0
