"""Filters of the credit pages: ``{% load credit %}``."""

from django import template

from ..models import Score
from ..scoring.bill import write_points

register = template.Library()

register.filter("points", write_points)


@register.filter
def grade_mark(score: Score) -> str:
    """AAA, AA or A for a score in the first band; "" for all others."""
    return score.rules.mark_of(score.total) if score.band == "A" else ""
