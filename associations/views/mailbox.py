"""The development mailbox: what a machine without a mail server would have sent."""

import email
import email.policy
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail as a file of the mailbox."""

    file: str
    to: str
    subject: str
    date: str
    text: str


@login_not_required
@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    """The newest mails."""
    files = sorted(_folder().glob("*.log"), reverse=True)[:_SHOWN]
    return render(request, "associations/mailbox.html", {"letters": [_read(f) for f in files]})


@login_not_required
@require_safe
def letter(request: HttpRequest, file: str) -> HttpResponse:
    """One mail, as text."""
    known = {path.name: path for path in _folder().glob("*.log")}
    if file not in known:
        raise Http404
    return render(request, "associations/letter.html", {"letter": _read(known[file])})


def _folder() -> Path:
    if not settings.DEVELOPMENT_MAILBOX:
        raise Http404
    return Path(settings.EMAIL_FILE_PATH)


def _read(path: Path) -> Letter:
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    body = mail.get_body(preferencelist=("plain",))
    text = body.get_content() if body else ""
    return Letter(
        file=path.name,
        to=str(mail["to"] or ""),
        subject=str(mail["subject"] or ""),
        date=str(mail["date"] or ""),
        text=text.rsplit("\n-----", 1)[0].strip(),
    )
