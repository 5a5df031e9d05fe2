"""All model clauses, and which of them suit an association."""

from . import case, convention, ethics_code, pledge, standard, trades
from .clause import ModelClause

ALL: tuple[ModelClause, ...] = (
    *convention.CLAUSES,
    *trades.CLAUSES,
    *ethics_code.CLAUSES,
    *standard.CLAUSES,
    *pledge.CLAUSES,
    *case.CLAUSES,
)
_BY_KEY = {clause.key: clause for clause in ALL}


def by_key(key: str) -> ModelClause:
    """The clause with this lasting name. Raises KeyError if there is none."""
    return _BY_KEY[key]


def clauses_for(material: str, *, industry: str = "", name: str = "") -> list[ModelClause]:
    """The clauses for a material, those of the association's own trade first.

    A trade is recognised in the industry or the name of the association; clauses of other trades
    are left out.
    """
    about = f"{industry}{name}"
    suiting = [
        clause
        for clause in ALL
        if clause.material == material and (not clause.trade or clause.trade in about)
    ]
    return sorted(suiting, key=lambda clause: not clause.trade)
