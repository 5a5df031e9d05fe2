"""The trades (行业) and causes of the demo: each with its own words, clauses and stories."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from associations.kinds import Category

_FOLDER = Path(__file__).parent / "trades"


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard the trade could set for itself."""

    title: str
    subject: str
    scope: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fee:
    """Something an organisation charges for."""

    item: str
    amount: str
    unit: str
    basis: str


@dataclass(frozen=True, slots=True)
class Trade:
    """What a person of the trade would know."""

    key: str
    name: str
    sector: str
    industry: str
    category: Category
    suffix: str
    letters: str
    operator: str
    customer: str
    staff: tuple[str, ...]
    services: tuple[str, ...]
    papers: tuple[str, ...]
    laws: tuple[str, ...]
    risks: tuple[str, ...]
    help: tuple[str, ...]
    clauses: str
    ethics: str
    reward: str
    wrongs: tuple[str, ...]
    dispute: str
    brand: str
    brand_story: str
    standards: tuple[Standard, ...]
    fees: tuple[Fee, ...]

    @property
    def is_business(self) -> bool:
        """Whether its members trade for profit."""
        return self.category == Category.TRADE_ASSOCIATION


@cache
def all_trades() -> tuple[Trade, ...]:
    """Every trade on file, by name of the file."""
    return tuple(
        _trade(path.stem, tomllib.loads(path.read_text()))
        for path in sorted(_FOLDER.glob("*.toml"))
    )


def trades_of(category: str) -> tuple[Trade, ...]:
    """The trades or causes of one category."""
    return tuple(trade for trade in all_trades() if trade.category == category)


def _trade(key: str, values: dict[str, Any]) -> Trade:
    return Trade(
        key=key,
        name=values["name"],
        sector=values.get("sector", f"{values['name']}行业"),
        industry=values["industry"],
        category=Category(values.get("category", Category.TRADE_ASSOCIATION)),
        suffix=values.get("suffix", ""),
        letters=values["letters"],
        operator=values["operator"],
        customer=values["customer"],
        staff=tuple(values["staff"]),
        services=tuple(values["services"]),
        papers=tuple(values["papers"]),
        laws=tuple(values["laws"]),
        risks=tuple(values["risks"]),
        help=tuple(values["help"]),
        clauses=values["clauses"],
        ethics=values["ethics"],
        reward=values["reward"],
        wrongs=tuple(values["wrongs"]),
        dispute=values["dispute"],
        brand=values["brand"],
        brand_story=values["brand_story"],
        standards=tuple(
            Standard(one["title"], one["subject"], one["scope"], tuple(one["points"]))
            for one in values.get("standards", ())
        ),
        fees=tuple(
            Fee(one["item"], one["amount"], one["unit"], one["basis"])
            for one in values.get("fees", ())
        ),
    )
