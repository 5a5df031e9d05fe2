"""``standard-year``: the year in the number is that of publication, and has come."""

from collections.abc import Iterator

from ..materials import Material
from ..procedure import day_at
from .facts import Facts, Severity
from .reading import text_at
from .rule import Found, Rule
from .standard_number import year_of


def look(facts: Facts) -> Iterator[Found]:
    number = text_at(facts.fields, "number")
    year = year_of(text_at(facts.fields, "standard_kind"), number)
    published = day_at(facts.fields, "published_on")
    if year is None:
        return
    if year > facts.today.year:
        yield Found("number", f"标准编号的年份 {year} 还没有到。", number)
    elif published and published.year != year:
        yield Found("number", f"标准编号的年份是 {year}，发布日期在 {published.year} 年。", number)


RULE = Rule(
    id="standard-year",
    title="标准编号年份与发布日期一致",
    materials=frozenset({Material.STANDARD}),
    severity=Severity.MUST_FIX,
    source="《标准化法》第二十四条",
    remedy="编号的年份是发布的年份，请核对编号和发布日期。",
    look=look,
)
