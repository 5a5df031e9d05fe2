"""``rare-glyphs``: every character can be printed; found here, not in the volume (二（三）)."""

from collections.abc import Iterator

from .facts import Facts, Severity
from .reading import passages
from .rule import ALL, Found, Rule


def look(facts: Facts) -> Iterator[Found]:
    for character in sorted(facts.missing_glyphs):
        place = next(
            (anchor for anchor, _, words in passages(facts) if character in words), "fields"
        )
        yield Found(
            place,
            f"“{character}”（U+{ord(character):04X}）不在印刷字库里，编印时显示不出来。",
            character,
        )


RULE = Rule(
    id="rare-glyphs",
    title="所有字都能印出来",
    materials=ALL,
    severity=Severity.PLEASE_EXPLAIN,
    source="二-3-1",
    remedy="请核对是否写错；确是生僻字的，请说明读音和写法，由编印人员补字。",
    look=look,
)
