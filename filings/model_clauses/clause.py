"""One model clause (写法示例): open to everybody, to be borrowed and adapted."""

from dataclasses import dataclass

from ..materials import Material


@dataclass(frozen=True, slots=True)
class ModelClause:
    """A clause to borrow from.

    ``key`` is its lasting name (``convention/price``), ``topic`` what it is about, ``trade`` the
    trade it was written for ("" for all), ``source`` the sentence of the notice it serves.
    """

    key: str
    material: Material
    topic: str
    text: str
    source: str
    trade: str = ""
