"""Text that stands in a Word package as another format (altChunk): HTML, MHT or plain text.

Some producers store the whole document this way and let Word convert it when it is opened.
"""

import re

from filings.documents.docx.html_text import html_lines
from filings.documents.encodings import decoded
from filings.documents.outline import Line


def foreign_lines(name: str, content: bytes) -> list[Line] | None:
    """The lines of a foreign part called `name`; None when its format cannot be read."""
    start = content[:1000].lstrip().lower()
    extension = name.rpartition(".")[2].lower()
    if extension in ("mht", "mhtml", "eml") or start.startswith(b"mime-version"):
        html = _html_of_mht(content)
        return None if html is None else html_lines(html)
    if extension in ("htm", "html", "xhtml") or start.startswith((b"<html", b"<!doctype html")):
        return html_lines(decoded(content, declared=_declared(content)))
    if extension == "txt":
        return [Line(line) for line in decoded(content).splitlines()]
    return None


def _html_of_mht(content: bytes) -> str | None:
    from email import message_from_bytes  # few documents need the library

    message = message_from_bytes(content)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):
                return decoded(body, declared=part.get_content_charset() or _declared(body))
    return None


def _declared(content: bytes) -> str:
    match = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", content[:2000], re.I)
    return match[1].decode("ascii") if match else ""
