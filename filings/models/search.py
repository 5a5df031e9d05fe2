"""The full-text index of what is public, alike on SQLite (FTS5) and PostgreSQL (GIN)."""

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from associations.models import Association

from ..materials import Material
from ..querysets import SearchEntryQuerySet
from ..search_words import SearchQuery, index_words, name_words
from .documents import Filing


class SearchEntry(models.Model):
    """The words under which one published filing is found; no row for what is not public."""

    filing = models.OneToOneField(
        Filing, on_delete=models.CASCADE, primary_key=True, related_name="search_entry"
    )
    material = models.CharField("材料", max_length=20, choices=Material)
    names = models.TextField("组织的检索词")
    words = models.TextField("内容的检索词")

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "检索条目"

    def __str__(self) -> str:
        return str(self.filing_id)

    @classmethod
    def of(cls, filing: Filing) -> "SearchEntry":
        """The entry of a published filing, not yet saved."""
        return cls(
            filing=filing,
            material=filing.material,
            names=cls.names_of(filing.association),
            words=index_words(filing.public_text),
        )

    @staticmethod
    def names_of(association: Association) -> str:
        """The words under which all documents of an organisation are found."""
        return name_words(association.name, association.name_initials, association.credit_code)


@models.TextField.register_lookup
class Matches(models.Lookup):
    """``words__matches=query_of("…")``: all words and beginnings occur, by the full-text index."""

    lookup_name = "matches"
    prepare_rhs = False

    def as_sqlite(self, compiler: Any, connection: BaseDatabaseWrapper) -> tuple[str, list[Any]]:
        column, params = self.process_lhs(compiler, connection)
        table, name = column.rsplit(".", 1)
        query: SearchQuery = self.rhs
        terms = [f'"{word}"' for word in query.words] + [f'"{word}"*' for word in query.beginnings]
        found = "SELECT rowid FROM filings_search WHERE filings_search MATCH %s"
        # Table and column are our own; what was typed is a parameter.
        return f'{table}."filing_id" IN ({found})', [*params, f"{name} : ({' AND '.join(terms)})"]

    def as_postgresql(
        self, compiler: Any, connection: BaseDatabaseWrapper
    ) -> tuple[str, list[Any]]:
        column, params = self.process_lhs(compiler, connection)
        query: SearchQuery = self.rhs
        terms = [*query.words, *(f"{word}:*" for word in query.beginnings)]
        return (
            f"to_tsvector('simple', {column}) @@ to_tsquery('simple', %s)",
            [*params, " & ".join(terms)],
        )
