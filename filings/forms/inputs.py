"""Shorthand for the fields that the material forms are made of.

Nothing is required of a draft, so no field is ``required``; a field that is ``wanted`` in the end
is not marked as optional on the page.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from django import forms

from huanglong_portal.common.forms import CountField, DayField

AnyField = TypeVar("AnyField", bound=forms.Field)


def optional(field: AnyField) -> AnyField:
    """The same field, marked 选填."""
    field.wanted = False  # type: ignore[attr-defined]
    return field


def _wanted(field: AnyField) -> AnyField:
    field.wanted = True  # type: ignore[attr-defined]
    return field


def line(label: str, *, help_text: str = "", longest: int = 200, **attrs: str) -> forms.CharField:
    """One line of text."""
    return _wanted(
        forms.CharField(
            label=label,
            help_text=help_text,
            max_length=longest,
            required=False,
            widget=forms.TextInput(attrs=attrs),
        )
    )


def text(label: str, *, help_text: str = "", rows: int = 4) -> forms.CharField:
    """Several lines of text."""
    return _wanted(
        forms.CharField(
            label=label,
            help_text=help_text,
            max_length=20_000,
            required=False,
            widget=forms.Textarea(attrs={"rows": rows}),
        )
    )


def day(label: str, *, help_text: str = "") -> DayField:
    """A day."""
    return _wanted(DayField(label=label, help_text=help_text, required=False))


def count(label: str, *, help_text: str = "") -> CountField:
    """How many."""
    return _wanted(CountField(label=label, help_text=help_text, required=False))


def one_of(
    label: str, words: Mapping[str, str], *, help_text: str = "", listed: bool = False
) -> forms.ChoiceField:
    """One of a few: buttons, or a list where there are many."""
    choices: list[Any] = [("", "请选择")] if listed else []
    return _wanted(
        forms.ChoiceField(
            label=label,
            help_text=help_text,
            choices=[*choices, *words.items()],
            required=False,
            widget=forms.Select if listed else forms.RadioSelect,
        )
    )


def tick(label: str) -> forms.BooleanField:
    """Yes, when ticked."""
    return forms.BooleanField(label=label, required=False)
