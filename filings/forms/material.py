"""What every material's form shares: parts with headings, stored fields in and out, tables.

The name of a form field is the path of its value in the revision's fields: ``assembly__due``
stands for ``fields["assembly"]["due"]``. A draft asks for shape only, so nothing is required;
and whatever is right is saved even while something else is not.
"""

import copy
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict

from .rows import RowKind, RowSet, row_set, with_more_rows, with_pasted_rows


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the form: heading, one sentence, the notice's sentence it rests on, its fields
    and its table."""

    key: str
    title: str
    fields: tuple[str, ...]
    words: str = ""
    source: str = ""
    table: str = ""


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part with its bound fields, as the template draws it."""

    part: Part
    fields: list[forms.BoundField]
    table: RowSet | None


class MaterialForm(forms.Form):
    """Base of the five forms. ``parts`` is their order on the page, ``tables`` their rows."""

    parts: ClassVar[tuple[Part, ...]] = ()
    tables: ClassVar[tuple[RowKind, ...]] = ()

    title = forms.CharField(
        label="名称", max_length=200, error_messages={"required": "请填写名称。"}
    )

    def __init__(
        self, data: QueryDict | None = None, *, title: str, fields: Mapping[str, Any]
    ) -> None:
        if data is not None:
            data = self._with_asked_rows(data)
        self.stored = fields
        super().__init__(data, initial={"title": title, **self._initial(fields)})
        self.row_sets = {
            kind.prefix: row_set(kind, data, _at(fields, kind.path) or []) for kind in self.tables
        }

    def _with_asked_rows(self, data: QueryDict) -> QueryDict:
        """Rows that a button asked for are added before anything is read."""
        for kind in self.tables:
            if data.get("more") == kind.prefix:
                data = with_more_rows(data, kind)
            if kind.pasted and data.get(f"{kind.prefix}-paste", "").strip():
                data = with_pasted_rows(data, kind)
        return data

    def _initial(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        return {
            name: value
            for name in self.base_fields
            if name != "title" and (value := _at(fields, name)) is not None
        }

    def is_valid(self) -> bool:
        return all([super().is_valid(), *(table.is_valid() for table in self.row_sets.values())])

    @property
    def shown_parts(self) -> Iterator[ShownPart]:
        """The parts in their order, for the template."""
        for part in self.parts:
            yield ShownPart(
                part, [self[name] for name in part.fields], self.row_sets.get(part.table)
            )

    @property
    def saved_title(self) -> str:
        """The title to save: what was typed, or the stored one while that is empty."""
        return str(self.cleaned_data.get("title") or self.initial["title"])

    def saved_fields(self) -> dict[str, Any]:
        """The revision's fields with everything that was typed and makes sense.

        Call after ``is_valid``; where a value makes no sense the stored one stays.
        """
        fields = copy.deepcopy(dict(self.stored))
        for name in self.base_fields:
            if name != "title" and name in self.cleaned_data:
                _put(fields, name, _as_json(self.cleaned_data[name]))
        for kind in self.tables:
            table = self.row_sets[kind.prefix]
            if table.management_form.is_valid():  # else the rows did not arrive: keep the stored
                rows = [{name: _as_json(v) for name, v in row.items()} for row in table.rows]
                _put(fields, kind.path, rows)
        return fields

    @classmethod
    def anchor_of(cls, place: str) -> str:
        """Where on the form's page a finding's ``place`` is: a field, a table or a part."""
        name = place.replace(".", "__")
        if name in cls.base_fields:
            return f"div_id_{name}"
        head = name.split("__")[0]
        for part in cls.parts:
            if part.table and part.table == head:
                return f"part-{part.key}"
            if any(field == head or field.startswith(f"{head}__") for field in part.fields):
                return f"part-{part.key}"
        return ""

    @classmethod
    def label_of(cls, place: str) -> str:
        """How the form calls a finding's ``place``: the label of its field, or of its part."""
        name = place.replace(".", "__")
        if name in cls.base_fields:
            return str(cls.base_fields[name].label)
        anchor = cls.anchor_of(place)
        return next((part.title for part in cls.parts if anchor == f"part-{part.key}"), "填报内容")


def _at(fields: Mapping[str, Any], name: str) -> Any:
    """The stored value at the path that ``name`` spells, or None."""
    value: Any = fields
    for step in name.split("__"):
        if not isinstance(value, Mapping):
            return None
        value = value.get(step)
    return value


def _put(fields: dict[str, Any], name: str, value: Any) -> None:
    """Store a value at its path; an empty one is taken out, and so is what it leaves empty."""
    *steps, last = name.split("__")
    if steps:
        inner = fields.get(steps[0])
        inner = dict(inner) if isinstance(inner, Mapping) else {}
        _put(inner, "__".join([*steps[1:], last]), value)
        last, value = steps[0], inner
    if value in (None, "", [], {}):
        fields.pop(last, None)
    else:
        fields[last] = value


def _as_json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value
