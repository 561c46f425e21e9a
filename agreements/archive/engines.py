"""Which indexes of the search engine there are, which rows they have, and handing over more.

Every row is written into the database's own table, in the transaction that archives the agreement.
`hand_over` gives it to the engine, lets the engine show it, and only then takes it out of the
table, if its card has not changed since: a row is always in one of the two, and where it is in
both, the table counts (index/postgresql.py). Who dies between any two steps has done nothing that
the next one does not do again.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Sequence
from typing import Final, NamedTuple

from django.conf import settings
from django.db import connection, transaction

from agreements.archive.index import LIVE, Row, index
from agreements.archive.index.asking import Fault
from agreements.archive.index.engine import Engine, Handed
from agreements.archive.index_models import EngineIndex
from agreements.archive.models import Card

BATCH: Final = 200  # rows of one request: some two megabytes
PAUSES: Final = (1, 2, 4, 8, 16, 32)  # seconds, for an engine that has too much to do
TAIL: Final = (
    "SELECT rows.key, rows.codes, card.serial FROM {} rows "
    "JOIN agreements_card card ON card.key = rows.key "
    "WHERE rows.key > %s ORDER BY rows.key LIMIT %s"
)
CONFIRM: Final = (
    "DELETE FROM {} rows USING agreements_card card, unnest(%s::bigint[], %s::bigint[]) "
    "AS handed(key, serial) WHERE rows.key = handed.key AND card.key = handed.key "
    "AND card.serial = handed.serial"
)
BUSY: Final = "429"
NEWER: Final = "409"  # the engine has a later one


class Outcome(NamedTuple):
    """How many rows the engine has taken, and why it has not taken others, by their keys."""

    taken: int
    refused: dict[int, str]


def is_set() -> bool:
    """Whether an engine is to have the index, now or after the next rebuild."""
    return bool(settings.SEARCH_ENGINE_URL)


def new_index() -> EngineIndex:
    """Choose the name of an index that is to be filled."""
    name = f"{settings.SEARCH_ENGINE_INDEX}-{secrets.token_hex(6)}"
    return EngineIndex.objects.create(name=name)


def hand_over() -> Outcome:
    """Give the engine in use what it does not have yet. What was not confirmed when this raises
    Fault is handed over again the next time."""
    drop_old()
    live = EngineIndex.objects.filter(is_live=True).first()
    taken, refused, after = 0, dict[int, str](), 0
    while live is not None and (rows := _tail(after)):
        after = rows[-1].row.key
        wrong = Engine(live.name).write(rows)
        Engine(live.name).refresh()
        taken += _confirm(live, [one for one in rows if one.row.key not in wrong])
        refused |= wrong
    if live is not None:
        require_whole(live, Card.objects.count() - rows_of(LIVE))
    return Outcome(taken, refused)


def give(to: EngineIndex, rows: Sequence[Handed]) -> None:
    """Give all of these, however long it takes. Raises Fault."""
    for pause in PAUSES:
        try:
            wrong = Engine(to.name).write(rows)
        except Fault as fault:
            if str(fault.status) != BUSY:
                raise
            wrong = {0: BUSY}
        if not any(why.startswith(BUSY) for why in wrong.values()):
            return _require_taken(rows, wrong)
        time.sleep(pause)
    raise Fault("it has too much to do")


def drop_old() -> None:
    """Drop the indexes that nobody asks any more. Raises Fault."""
    for old in EngineIndex.objects.filter(is_live=False, rebuild=None):
        Engine(old.name).drop()
        old.delete()


def rows_of(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608
        return int(cursor.fetchone()[0])


def require_whole(of: EngineIndex, agreements: int) -> None:
    """Raises Fault if the engine shows fewer than it has been given: who searches would never
    know."""
    found = Engine(of.name).count()
    if found < agreements:
        raise Fault(f"it has {found} of {agreements} agreements: run manage.py reindex --anew")


def _require_taken(rows: Sequence[Handed], wrong: dict[int, str]) -> None:
    """One that somebody else has given meanwhile, with what it says now, is well where it is."""
    given = {one.row.key: one.serial for one in rows}
    for key, why in wrong.items():
        as_given = Card.objects.filter(key=key, serial=given[key]).exists()
        if as_given or not why.startswith(NEWER):
            raise Fault(f"it does not take {key} ({why}): run manage.py reindex --anew")


def _tail(after: int) -> Sequence[Handed]:
    with connection.cursor() as cursor:
        cursor.execute(TAIL.format(LIVE), [after, BATCH])
        rows = cursor.fetchall()
    return [Handed(Row(key, frozenset(codes)), serial) for key, codes, serial in rows]


@transaction.atomic
def _confirm(live: EngineIndex, shown: Sequence[Handed]) -> int:
    """Take out of the table what the engine shows, unless another index has taken its place; how
    many they are."""
    index().lock()
    if not EngineIndex.objects.filter(pk=live.pk, is_live=True).exists():
        return 0
    of_rows = [one.row.key for one in shown], [one.serial for one in shown]
    with connection.cursor() as cursor:
        cursor.execute(CONFIRM.format(LIVE), of_rows)
        return int(cursor.rowcount)
