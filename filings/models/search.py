"""The full-text index of what is public, alike on SQLite (FTS5) and PostgreSQL (GIN)."""

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from ..search_words import SearchQuery
from .documents import Filing


class SearchEntry(models.Model):
    """The words under which one published filing is found; no row for what is not public."""

    filing = models.OneToOneField(
        Filing, on_delete=models.CASCADE, primary_key=True, related_name="search_entry"
    )
    words = models.TextField("检索词")

    class Meta:
        verbose_name = verbose_name_plural = "检索条目"

    def __str__(self) -> str:
        return str(self.filing_id)


@models.TextField.register_lookup
class Matches(models.Lookup):
    """``words__matches=query_of("…")``: all words and beginnings occur, by the full-text index."""

    lookup_name = "matches"
    prepare_rhs = False

    def as_sqlite(self, compiler: Any, connection: BaseDatabaseWrapper) -> tuple[str, list[str]]:
        column, params = self.process_lhs(compiler, connection)
        table = column.rsplit(".", 1)[0]
        query: SearchQuery = self.rhs
        terms = [f'"{word}"' for word in query.words] + [f'"{word}"*' for word in query.beginnings]
        found = "SELECT rowid FROM filings_search WHERE filings_search MATCH %s"
        # The alias of our own table; what was typed is a parameter.
        return f'{table}."filing_id" IN ({found})', [*params, " ".join(terms)]

    def as_postgresql(
        self, compiler: Any, connection: BaseDatabaseWrapper
    ) -> tuple[str, list[str]]:
        column, params = self.process_lhs(compiler, connection)
        query: SearchQuery = self.rhs
        terms = [*query.words, *(f"{word}:*" for word in query.beginnings)]
        return (
            f"to_tsvector('simple', {column}) @@ to_tsquery('simple', %s)",
            [*params, " & ".join(terms)],
        )
