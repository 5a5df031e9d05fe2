"""Mail is written to the outbox; it leaves after the transaction has committed."""

from . import outbox


def send_later(*, key: str, to: str, subject: str, body: str) -> None:
    """Queue one plain-text mail; the same ``key`` is sent once."""
    outbox.post("mail", {"to": to, "subject": subject, "body": body}, key=f"mail:{key}")
