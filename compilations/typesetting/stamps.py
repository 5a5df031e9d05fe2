"""What is put on every page when its place is known: running head, page number, proof mark.

GB/T 9704—2012 7.5: the page number in 14 pt half-width figures between dashes, 7 mm below the
measure, one square in from the outer edge: odd pages right, even pages left.
"""

from dataclasses import dataclass

from .typefaces import KAI_STACK, LATIN, SANS_STACK, FontCase, width

PROOF_STATE = "HLproof"  # name of the multiplying graphics state among a page's resources
_MM = 72 / 25.4
LEFT, RIGHT = 28 * _MM, 184 * _MM
# Even pages are bound on their right: the measure moves 2 mm to the left.
EVEN_SHIFT = -2 * _MM
_FOLIO_SIZE = 14.0
_FOLIO_Y = 26.7 * _MM
_HEAD_SIZE = 10.5
_HEAD_Y = 267.5 * _MM
_RULE_Y = 265.6 * _MM


@dataclass(frozen=True, slots=True)
class Heads:
    """The two running heads of a page's neighbourhood: the volume left, the organisation right."""

    volume: str
    association: str


def stamp(
    case: FontCase, *, number: int, shown: str, heads: Heads | None, is_proof: bool = False
) -> bytes:
    """The operators for page ``number`` (its parity decides the side); ``shown`` is its folio."""
    is_right = number % 2 == 1
    written = []
    if heads:
        text = heads.association if is_right else heads.volume
        start = RIGHT - width(text, KAI_STACK, _HEAD_SIZE) if is_right else LEFT
        written.append(case.show(text, KAI_STACK, _HEAD_SIZE, start, _HEAD_Y))
        written.append(
            b"q .35 w .35 G %.2f %.2f m %.2f %.2f l S Q" % (LEFT, _RULE_Y, RIGHT, _RULE_Y)
        )
    if shown:
        folio = f"— {shown} —"
        start = LEFT + _FOLIO_SIZE
        if is_right:
            start = RIGHT - _FOLIO_SIZE - width(folio, (LATIN,), _FOLIO_SIZE)
        written.append(case.show(folio, (LATIN,), _FOLIO_SIZE, start, _FOLIO_Y))
    if is_proof:
        written.append(_proof(case))
    return b"\n".join(written)


def _proof(case: FontCase) -> bytes:
    """校样 across the page, multiplied into it: light on paper, seen over scans, hiding nothing."""
    mark = case.show("校　样", SANS_STACK, 110, -165, -40)
    return b"q /%s gs .88 g .766 .643 -.643 .766 300 420 cm %s Q" % (PROOF_STATE.encode(), mark)


def roman(number: int) -> str:
    """1 → i, 4 → iv, 12 → xii."""
    written = ""
    for value, letters in (
        (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"),
        (1, "i"),
    ):  # fmt: skip
        while number >= value:
            written += letters
            number -= value
    return written
