"""What a text repeats at its head (title, number, adoption) and the page sets itself. Pure."""

import re
from collections.abc import Sequence

from filings.documents.blocks import Block

_NOTE = re.compile(r"^[（(].*(?:通过|施行|实施|制定|修订|发布).*[）)]$")


def split_leading(
    title: str, number: str, blocks: Sequence[Block]
) -> tuple[str, tuple[Block, ...]]:
    """(adoption note as written, text without the repeated lines).

    Lines that together spell the title, a line that is only the number, and one bracketed note
    of adoption are taken off; the first other line is where the text begins.
    """
    wanted, number = _bare(title), _bare(number)
    spelled = note = ""
    start = 0
    for block in blocks:
        if block.type not in ("title", "paragraph", "heading") or block.number:
            break
        text = _bare(block.text)
        if wanted.startswith(spelled + text) and spelled != wanted:
            spelled += text
        elif not note and _NOTE.match(text):
            note = block.text.strip()
        elif text not in (wanted, number):
            break
        start += 1
    if spelled not in ("", wanted):
        return "", tuple(blocks)  # it only began like the title
    return note, tuple(blocks[start:])


def _bare(text: str) -> str:
    return "".join(text.split())
