"""Migration operations that let the database itself refuse to rewrite history.

Manners are not enough for records that decide rights: UPDATE, DELETE and TRUNCATE are refused by
triggers on PostgreSQL and SQLite alike, whoever asks.
"""

from collections.abc import Sequence

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def append_only(table: str) -> migrations.RunPython:
    """Rows of ``table`` may be inserted and read, never changed or removed."""
    return _refusal(table, when="", columns=(), events=("UPDATE", "DELETE"), truncate=True)


def frozen_when(table: str, *, when: str, columns: Sequence[str]) -> migrations.RunPython:
    """Once ``when`` (SQL over OLD) holds, ``columns`` keep their values and the row stays."""
    return _refusal(table, when=when, columns=columns, events=("UPDATE", "DELETE"), truncate=True)


def refuse_when(table: str, *, event: str, when: str) -> migrations.RunPython:
    """Refuse ``event`` (INSERT, UPDATE or DELETE) on ``table`` while ``when`` (SQL) holds."""
    return _refusal(table, when=when, columns=(), events=(event,), truncate=False)


def _refusal(
    table: str, *, when: str, columns: Sequence[str], events: Sequence[str], truncate: bool
) -> migrations.RunPython:
    def create(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        vendor = editor.connection.vendor
        for event in events:
            name = f"{table}_refuse_{event.lower()}"
            condition = _condition(vendor, event, when, columns)
            if vendor == "postgresql":
                # The condition stands inside the function: a WHEN clause may hold no subquery.
                kept = "OLD" if event == "DELETE" else "NEW"
                editor.execute(
                    f"CREATE FUNCTION {name}() RETURNS trigger AS $$ BEGIN "
                    f"IF {condition or 'TRUE'} THEN "
                    f"RAISE EXCEPTION 'append-only: {table}'; END IF; "
                    f"RETURN {kept}; END; $$ LANGUAGE plpgsql"
                )
                editor.execute(
                    f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW "
                    f"EXECUTE FUNCTION {name}()"
                )
            else:
                guard = f"WHEN {condition} " if condition else ""
                editor.execute(
                    f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW {guard}"
                    f"BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
                )
        if truncate and vendor == "postgresql":
            name = f"{table}_refuse_truncate"
            editor.execute(
                f"CREATE FUNCTION {name}() RETURNS trigger AS $$ BEGIN "
                f"RAISE EXCEPTION 'append-only: {table}'; END; $$ LANGUAGE plpgsql"
            )
            editor.execute(
                f"CREATE TRIGGER {name} BEFORE TRUNCATE ON {table} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
            )

    def drop(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        postgresql = editor.connection.vendor == "postgresql"
        names = [f"{table}_refuse_{event.lower()}" for event in events]
        if truncate and postgresql:
            names.append(f"{table}_refuse_truncate")
        for name in names:
            editor.execute(f"DROP TRIGGER IF EXISTS {name}" + (f" ON {table}" * postgresql))
            if postgresql:
                editor.execute(f"DROP FUNCTION IF EXISTS {name}()")

    return migrations.RunPython(create, drop)


def _condition(vendor: str, event: str, when: str, columns: Sequence[str]) -> str:
    if event != "UPDATE" or not columns:
        return when
    differs = "IS DISTINCT FROM" if vendor == "postgresql" else "IS NOT"
    changed = " OR ".join(f"OLD.{column} {differs} NEW.{column}" for column in columns)
    return f"({when}) AND ({changed})" if when else changed
