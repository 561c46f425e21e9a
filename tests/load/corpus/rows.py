"""Rows of one table, kept back and written at once, the fastest way that each database has."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db import connection, models

from agreements.archive.index.sqlite import token
from tests.load.corpus.passages import Codes

hexadecimal = cache(token)


class Rows:
    """Rows of one model, as the database keeps them: days, decimals and JSON as text. They are
    numbered from 1 on; what is not said has its field's default."""

    def __init__(self, model: type[models.Model]) -> None:
        fields: Any = model._meta.concrete_fields
        self._table = model._meta.db_table
        self._defaults = {
            field.column: field.get_db_prep_save(field.get_default(), connection)
            for field in fields
        }
        self._rows: list[tuple[Any, ...]] = []
        self._last = 0

    def add(self, **said: Any) -> int:
        """Keep one row and give its number."""
        self._last += 1
        own = {"id": self._last} if "id" in self._defaults else {}
        self._rows.append(tuple({**self._defaults, **own, **said}.values()))
        return self._last

    def write(self) -> None:
        """Write what was added since, if anything."""
        if self._rows:
            insert(self._table, list(self._defaults), self._rows)
            self._rows = []


def insert_grams(rows: Iterable[tuple[int, Codes]]) -> None:
    """Write rows of the archive's index, as agreements.archive.index does."""
    if connection.vendor == "sqlite":
        lines = ((key, " ".join(map(hexadecimal, codes.tolist()))) for key, codes in rows)
        insert("agreements_grams", ["rowid", "codes"], lines)
    else:
        arrays = ((key, f"{{{','.join(map(str, codes.tolist()))}}}") for key, codes in rows)
        insert("agreements_grams", ["key", "codes"], arrays)


def insert(table: str, columns: list[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Write many rows in one go."""
    names = ", ".join(map(connection.ops.quote_name, columns))
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            places = ", ".join("?" * len(columns))
            cursor.cursor.connection.executemany(
                f"INSERT INTO {table} ({names}) VALUES ({places})",  # noqa: S608
                rows,
            )
            return
        with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
