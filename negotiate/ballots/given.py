"""Statements about many rows, which are their one parameter: JSON, which both engines take apart by
themselves. A placeholder for every value would cost more than storing it.
"""

import json
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any

from django.db import connection

Cell = str | int
_SELECT = "SELECT {} FROM {} WHERE true"  # without it SQLite takes ON CONFLICT for a join's ON


def given(*types: str) -> str:
    """SQL that selects the rows given to `ask`, with a column for each type."""
    if connection.vendor == "postgresql":
        cells = (f"(cells->>{n})::{kind}" for n, kind in enumerate(types))
        return _SELECT.format(", ".join(cells), "json_array_elements(%s::json) AS cells")
    cells = (f"json_extract(value, '$[{n}]')" for n in range(len(types)))
    return _SELECT.format(", ".join(cells), "json_each(%s)")


def ask(statement: str, rows: Iterable[Sequence[Cell]]) -> list[tuple[Any, ...]]:
    """What a statement with these rows answers."""
    with connection.wrap_database_errors, _cursor() as cursor:
        cursor.execute(statement, [json.dumps([*rows])])
        return list(cursor.fetchall())


def _cursor() -> AbstractContextManager[Any]:
    """Django's own would write the values into the statement's text, and PostgreSQL writes that
    into its log when a statement fails, or is under way while the server is stopped."""
    if connection.vendor != "postgresql":
        return connection.cursor()
    from psycopg import Cursor  # not needed on SQLite

    connection.ensure_connection()
    return Cursor(connection.connection)
