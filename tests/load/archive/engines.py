"""The database alone, without the product: what it needs for hits, and for reading all texts."""

from __future__ import annotations

from typing import Any, Final

from django.db import connection, transaction

from agreements.archive import asked, codes, grams, pinyin
from agreements.archive.asked import Asked
from agreements.archive.index import LIVE, Query
from agreements.archive.index.postgresql import SEARCH
from agreements.archive.index.sqlite import match

Sql = tuple[str, list[Any]]
TEXTS: Final = (
    "(c.title LIKE %s OR c.number LIKE %s OR c.names LIKE %s OR EXISTS (SELECT 1 FROM "
    "agreements_clause x WHERE x.card_id = c.key AND (x.text LIKE %s OR x.heading LIKE %s)))"
)


def newest_and_total(words: str) -> None:
    """Ask the index for the newest twenty with these words, and for how many there are, whoever
    may read them."""
    of = asked.read(words)
    where, values = _of_sqlite(of) if connection.vendor == "sqlite" else _of_postgresql(of)
    key = "rowid" if connection.vendor == "sqlite" else "key"
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # As the product asks: without it a row is read at a time.
            cursor.execute(SEARCH.format(LIVE))
        cursor.execute(f"SELECT count(*) FROM agreements_grams WHERE {where}", values)  # noqa: S608
        cursor.fetchone()
        cursor.execute(
            f"SELECT {key} FROM agreements_grams WHERE {where} "  # noqa: S608
            f"ORDER BY {key} DESC LIMIT 20",
            values,
        )
        cursor.fetchall()


def scanned(words: str) -> None:
    """Count by LIKE: every text is read."""
    of = asked.read(words)
    wanted = [TEXTS for _ in of.words] + [f"NOT {TEXTS}" for _ in of.without]
    values = [f"%{word}%" for word in (*of.words, *of.without) for _ in range(5)]
    counted = f"SELECT count(*) FROM agreements_card c WHERE {' AND '.join(wanted)}"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(counted, values)
        cursor.fetchone()


def _query(words: tuple[str, ...]) -> Query:
    sounds = [word for word in words if pinyin.can_be(word)]
    plain = (grams.of_word(word) for word in words if word not in sounds)
    either = tuple(codes.codes({word, grams.SOUND + word}) for word in sounds)
    return Query(codes.codes(gram for each in plain for gram in each), either)


def _of_sqlite(of: Asked) -> Sql:
    excluded = "".join(f" NOT ({match(_query((word,)))})" for word in of.without)
    return "agreements_grams MATCH %s", [f"({match(_query(of.words))}){excluded}"]


def _of_postgresql(of: Asked) -> Sql:
    parts, values = _conditions(_query(of.words))
    for word in of.without:
        excluded, more = _conditions(_query((word,)))
        parts, values = [*parts, f"NOT ({' AND '.join(excluded)})"], [*values, *more]
    return " AND ".join(parts), values


def _conditions(query: Query) -> tuple[list[str], list[object]]:
    parts = ["codes @> %s::int4[]"] if query.every else []
    parts += ["codes && %s::int4[]" for _ in query.any_of]
    values: list[object] = [list(query.every)] if query.every else []
    return parts, [*values, *(list(several) for several in query.any_of)]
