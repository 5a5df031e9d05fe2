"""Emptying a test database that refuses to be emptied.

Tests with real transactions leave rows behind, and Django clears them by TRUNCATE or DELETE. The
append-only tables refuse both, as they should. So here, and only here, the triggers step aside
for the length of one flush; afterwards the rows that migrations had put there are put back.
"""

from collections.abc import Sequence
from typing import Any

from django.db import connections


def allow_flush(alias: str = "default") -> None:
    """Teach the connection of this process to flush past the triggers."""
    connection = connections[alias]
    flush = connection.ops.execute_sql_flush
    from_migrations = connection.creation.serialize_db_to_string()

    def flush_and_refill(sql_list: Sequence[str]) -> None:
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("SET session_replication_role = replica")
                flush(sql_list)
                cursor.execute("SET session_replication_role = DEFAULT")
            else:
                triggers = _drop_triggers(cursor)
                flush(sql_list)
                for definition in triggers:
                    cursor.execute(definition)
        connection.creation.deserialize_db_from_string(from_migrations)

    connection.ops.execute_sql_flush = flush_and_refill


def _drop_triggers(cursor: Any) -> list[str]:
    """Remove the triggers of an SQLite database that refuse, and return how to make them again."""
    cursor.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE(ABORT%'"
    )
    triggers = cursor.fetchall()
    for name, _ in triggers:
        cursor.execute(f'DROP TRIGGER "{name}"')
    return [definition for _, definition in triggers]
