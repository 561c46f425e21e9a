"""Very much out of a database at once: a column comes as one value, and no row is made a Python
object on its way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple, cast

import numpy as np
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet
from numpy.typing import NDArray
from psycopg import Cursor

Keys = NDArray[np.int64]
ROWS: Final = 100_000  # of a table read at once: some twenty megabytes
BETWEEN: Final = "\x1f"  # texts: nothing that people write has it (negotiate.law.legible)


class Joined(NamedTuple):
    """How a database makes one value of a column of whole numbers, and of one of texts."""

    numbers: str
    texts: str


JOINED: Final[Mapping[str, Joined]] = {
    "sqlite": Joined("group_concat({}, ' ')", "group_concat({}, char(31))"),
    "postgresql": Joined("string_agg(int8send({}::bigint), '')", "string_agg({}, chr(31))"),
}


def keys(connection: BaseDatabaseWrapper, select: str, values: Sequence[Any]) -> Keys:
    """Give the keys that a SELECT of one column finds, as they come."""
    ask = _asked_in_binary if connection.vendor == "postgresql" else _asked
    (found,) = ask(connection, _joining(select, [JOINED[connection.vendor].numbers]), values)
    return _numbers(found)


def table(
    rows: QuerySet[Any], numbers: Sequence[str], texts: Sequence[str] = ()
) -> Iterator[tuple[dict[str, NDArray[np.int64]], dict[str, list[str]]]]:
    """Give all rows, the smallest primary key first, some at a time: columns of whole numbers, the
    key as `pk`, and columns of texts. Nothing may be NULL."""
    connection = connections[rows.db]
    by_number, by_text = JOINED[connection.vendor]
    ways = [by_number] * (len(numbers) + 1) + [by_text] * len(texts)
    last = -1
    while True:
        part = rows.filter(pk__gt=last).order_by("pk").values_list("pk", *numbers, *texts)[:ROWS]
        select, values = part.query.sql_with_params()
        found = _asked(connection, _joining(select, ways), values)
        if found[0] is None:
            return
        split = len(numbers) + 1
        of_numbers = dict(zip(("pk", *numbers), map(_numbers, found[:split]), strict=True))
        of_texts = dict(
            zip(texts, ((text or "").split(BETWEEN) for text in found[split:]), strict=True)
        )
        _require_whole(of_numbers, of_texts)
        yield of_numbers, of_texts
        if len(of_numbers["pk"]) < ROWS:
            return
        last = int(of_numbers["pk"][-1])


def _require_whole(*columns: Mapping[str, Sequence[Any] | NDArray[np.int64]]) -> None:
    """Raise ValueError if a column has another length than the rest: there is something NULL in it,
    or a text with the sign between two."""
    lengths = {len(column) for several in columns for column in several.values()}
    if len(lengths) > 1:
        raise ValueError(f"columns of different lengths: {sorted(lengths)}")


def _joining(select: str, ways: Sequence[str]) -> str:
    """Make of a statement one whose single row has a column as one value."""
    names = [f"c{number}" for number in range(len(ways))]
    joined = ", ".join(way.format(name) for way, name in zip(ways, names, strict=True))
    return f"WITH found({', '.join(names)}) AS ({select}) SELECT {joined} FROM found"  # noqa: S608


def _asked(connection: BaseDatabaseWrapper, statement: str, values: Sequence[Any]) -> Sequence[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        row: Sequence[Any] = cursor.fetchone()
    return row


def _asked_in_binary(
    connection: BaseDatabaseWrapper, statement: str, values: Sequence[Any]
) -> Sequence[Any]:
    """PostgreSQL writes bytes out as hexadecimals, twice as many, unless it is asked past Django's
    own cursor."""
    with (
        connection.wrap_database_errors,
        connection.cursor() as known,
        Cursor(known.connection) as cursor,
    ):
        cursor.execute(statement, values, binary=True)
        return cast("Sequence[Any]", cursor.fetchone())


def _numbers(found: str | bytes | None) -> NDArray[np.int64]:
    if isinstance(found, bytes):
        return np.frombuffer(found, ">i8").astype(np.int64)
    return np.fromstring(found or "", np.int64, sep=" ")
