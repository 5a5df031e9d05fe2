"""What a first start brings: demo data, and the five volumes made of it."""

from pathlib import Path

from django.core.management import call_command
from django.db.models import Count, Q

from associations.models import Association
from filings.models import Round
from filings.workflow import State


def nobody_is_here() -> bool:
    """Whether the register is empty, so that demo data would disturb nobody."""
    return not Association.objects.exists()


def bring_demo_data() -> None:
    call_command("demo")


def has_volumes(folder: Path) -> bool:
    return any(folder.glob("*.pdf"))


def print_volumes(folder: Path) -> None:
    """Compile the round with most approved documents into `folder`; nothing without any."""
    approved = Count("slots__revisions", filter=Q(slots__revisions__state=State.APPROVED))
    fullest = Round.objects.annotate(approved=approved).filter(approved__gt=0)
    if chosen := fullest.order_by("-approved").first():
        call_command("compile", round=chosen.slug, output=str(folder))
