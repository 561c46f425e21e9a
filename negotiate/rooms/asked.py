"""Questions that every event of every room asks again: made into SQL once, and prepared.

Measured on PostgreSQL: a queryset is asked in 0.4 ms of this process, its SQL alone in 0.06, and as
a prepared statement in 0.02; the server plans it once a connection.
"""

from collections.abc import Callable
from typing import Any, Final

from django.db import connection
from django.db.models import QuerySet
from psycopg import Cursor

_KEY: Final = -2_000_000_011  # stands in a question's SQL where the key will be


class Asked:
    """A question about one key, say a room's: a function from the key to a `values_list`."""

    def __init__(self, question: Callable[[int], QuerySet[Any, Any]]) -> None:
        self._question = question
        self._made: dict[str, tuple[Any, str, tuple[Any, ...], Any]] = {}

    def of(self, key: int) -> list[tuple[Any, ...]]:
        """The rows now."""
        if connection.vendor not in self._made:
            self._made[connection.vendor] = self._make()
        compiler, sql, values, converters = self._made[connection.vendor]
        rows = _answer(sql, [key if value == _KEY else value for value in values])
        return list(compiler.apply_converters(rows, converters)) if converters else rows

    def _make(self) -> tuple[Any, str, tuple[Any, ...], Any]:
        compiler = self._question(_KEY).query.get_compiler(connection=connection)
        sql, values = compiler.as_sql()
        columns = [column for column, _, _ in compiler.select]
        return compiler, sql, tuple(values), compiler.get_converters(columns)


def _answer(sql: str, values: list[Any]) -> list[Any]:
    if connection.vendor != "postgresql" or connection.queries_logged:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchall()
    connection.ensure_connection()
    line: Any = connection.connection
    line.prepare_threshold = 0  # Django's own statements are never prepared, and stay so
    try:
        with connection.wrap_database_errors:
            return Cursor(line).execute(sql, values, prepare=True).fetchall()
    finally:
        line.prepare_threshold = None
