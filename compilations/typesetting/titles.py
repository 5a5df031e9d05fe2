"""Long titles broken by sense rather than by width (GB/T 9704—2012 7.3.1: 回行时词意完整). Pure."""

import re

LIMIT = 19  # squares of 22 pt that fit between the margins of a title
# A line of a title may well end behind one of these.
_ENDS = re.compile(
    r"行业协会商会|行业协会|联合会|促进会|基金会|俱乐部|服务中心|商会|协会|学会|中心|学校|公司|"
    r"关于|以及|[：，、；—》）”]|的"
)
_GOOD, _POOR = 0.0, 10.0


def title_lines(title: str) -> tuple[str, ...]:
    """A volume's title broken by sense, as on a cover: place and bodies / what of theirs."""
    match = re.match(r"(.+?(?:行业协会商会|行业协会|社会组织))(.+)", title)
    if match is None or len(title) <= 12:
        return (title,)
    first, second = match.groups()
    return (first, second)


def broken_title(title: str, limit: int = LIMIT) -> str:
    """``title`` with line breaks where it is too long for one line, the lines about alike.

    What cannot be broken by sense is broken near the middle, never leaving a stub.
    """
    bare = title.strip()
    if _width(bare) <= limit or "\n" in bare:
        return bare
    parts = 2 if _width(bare) <= 2 * limit else -(-int(_width(bare)) // limit)
    first = _cut(bare, _width(bare) / parts, limit)
    rest = broken_title(bare[first:], limit) if parts > 2 else bare[first:]
    return f"{bare[:first]}\n{rest}"


def _cut(text: str, wanted: float, limit: int) -> int:
    good = {match.end() for match in _ENDS.finditer(text)}
    best, cost = 1, float("inf")
    for at in range(2, len(text) - 1):
        before, after = _width(text[:at]), _width(text[at:])
        if before > limit or text[at] in "：，、；。）》”的" or text[at - 1] in "（《“":
            continue
        if text[at].isascii() and text[at - 1].isascii():
            continue
        uneven = abs(before - wanted)
        too_long = max(0.0, after - limit) if wanted * 2 >= _width(text) else 0.0
        here = uneven + (_GOOD if at in good else _POOR) + too_long * 10
        if here < cost:
            best, cost = at, here
    return best


def _width(text: str) -> float:
    """In full-width squares."""
    return sum(0.55 if character.isascii() else 1.0 for character in text)
