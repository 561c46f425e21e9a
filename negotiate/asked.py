"""Questions that every event of every room asks again: made into SQL once, and prepared.

Measured on PostgreSQL: a queryset is asked in 0.4 ms of this process, its SQL alone in 0.06, and as
a prepared statement in 0.02; the server plans it once a connection.
"""

from collections.abc import Callable, Collection
from typing import Any, Final

from django.db import connection
from django.db.models import QuerySet
from psycopg import Cursor

_KEY: Final = -2_000_000_011  # stands in a question's SQL where the key will be


class Asked:
    """A question: a function from a key, say a room's, to a `values_list`. One that may be asked
    about many keys at once looks for its key with `__in=[key]`; one whose answers are to be told
    apart has the key as its first value."""

    def __init__(self, question: Callable[[int], QuerySet[Any, Any]]) -> None:
        self._question = question
        self._made: dict[str, _Made] = {}

    def of(self, key: int) -> list[tuple[Any, ...]]:
        """The rows about this key, now."""
        made = self._here()
        return made.rows(made.sql, [key if value == _KEY else value for value in made.values])

    def of_all(self, keys: Collection[int]) -> list[tuple[Any, ...]]:
        """The rows about all of these, now."""
        made = self._here()
        values: list[Any] = []
        for value in made.values:
            values += [value] if value != _KEY else [list(keys)] if made.takes_lists else keys
        marks = "= ANY(%s)" if made.takes_lists else f"IN ({', '.join(['%s'] * len(keys))})"
        return made.rows(made.sql.replace("IN (%s)", marks), values)

    def each(self, keys: Collection[int]) -> dict[int, list[tuple[Any, ...]]]:
        """The rows about each of these, now, without their first value, the key."""
        found: dict[int, list[tuple[Any, ...]]] = {key: [] for key in keys}
        for key, *row in self.of_all(keys) if keys else ():
            found[key].append(tuple(row))
        return found

    def _here(self) -> "_Made":
        if connection.vendor not in self._made:
            self._made[connection.vendor] = _Made(self._question(_KEY))
        return self._made[connection.vendor]


class _Made:
    """A question in the words of one kind of database."""

    def __init__(self, queryset: QuerySet[Any, Any]) -> None:
        compiler = queryset.query.get_compiler(connection=connection)
        self.sql, self.values = compiler.as_sql()
        self.takes_lists = connection.vendor == "postgresql"
        self._compiler: Any = compiler
        self._converters = compiler.get_converters([column for column, _, _ in compiler.select])

    def rows(self, sql: str, values: list[Any]) -> list[tuple[Any, ...]]:
        rows = _answer(sql, values)
        if not self._converters:
            return rows
        return [tuple(row) for row in self._compiler.apply_converters(rows, self._converters)]


def _answer(sql: str, values: list[Any]) -> list[Any]:
    if connection.vendor != "postgresql" or connection.queries_logged:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            found: list[Any] = cursor.fetchall()
            return found
    connection.ensure_connection()
    line: Any = connection.connection
    line.prepare_threshold = 0  # Django's own statements are never prepared, and stay so
    try:
        with connection.wrap_database_errors:
            return Cursor(line).execute(sql, values, prepare=True).fetchall()
    finally:
        line.prepare_threshold = None
