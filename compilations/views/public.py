"""Where the QR code of a colophon leads: is this printed volume current?"""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from ..models import Edition, EditionVolume


@login_not_required
@require_safe
def book(request: HttpRequest, public_id: UUID, position: int) -> HttpResponse:
    """Title, edition and whether it was released or replaced; never its content."""
    found = get_object_or_404(
        EditionVolume.objects.select_related("volume", "edition__round", "current"),
        edition__public_id=public_id,
        volume__position=position,
    )
    is_released = found.edition.state == Edition.State.RELEASED
    newer = None
    if is_released:
        newer = (
            Edition.objects.filter(
                state=Edition.State.RELEASED,
                volumes__volume_id=found.volume_id,
                released_at__gt=found.edition.released_at,
            )
            .order_by("-released_at")
            .first()
        )
    return render(
        request,
        "compilations/book.html",
        {
            "edition_volume": found,
            "edition": found.edition,
            "is_released": is_released,
            "newer": newer,
        },
    )
