"""What is worded like a new agreement is looked for after the transaction that archives it.

That transaction waits for the database's lock, and everybody behind it waits as well: it does what
the next search needs, and leaves a row here. The rest is done as soon as it is committed; whatever
a process that died has left is done by the next sweep of time.
"""

from __future__ import annotations

import logging
from typing import Final

from django.db import transaction

from agreements.archive.index import index
from agreements.archive.index_models import passed
from agreements.archive.models import Card
from agreements.similar.actions import Firsts, FoundBy, found_by, keep, nearest
from agreements.similar.models import Uncompared

MOST: Final = 2_000  # agreements of one sweep, some minutes: time does not stand still meanwhile
_log = logging.getLogger(__name__)


def wait(card: Card) -> None:
    """Let an agreement be compared after this transaction."""
    Uncompared.objects.bulk_create([Uncompared(card=card)], ignore_conflicts=True)
    key = card.key
    transaction.on_commit(lambda: compare(key), robust=True)  # Django logs no partial that fails


def compare_waiting() -> int:
    """Compare those that still wait, the oldest first and so many at a time, and give how many
    did. What goes wrong with one is logged, and keeps no other waiting."""
    waiting = list(Uncompared.objects.order_by("card").values_list("card", flat=True)[:MOST])
    for key in waiting:
        try:
            compare(key)
        except Exception:
            _log.exception("agreement %s was not compared", key)
    return len(waiting)


def compare(key: int) -> None:
    """Write down by what an agreement is found that is worded alike, unless somebody has. What can
    be computed is, before the index's lock is taken."""
    firsts = Firsts()
    while card := _waiting(key):
        by = found_by(card)
        firsts.read(nearest(key, by))
        if _write(card, by, firsts):
            return


def _waiting(key: int) -> Card | None:
    waiting = Card.objects.filter(key=key, uncompared__isnull=False)
    return waiting.prefetch_related("clauses").first()


@transaction.atomic
def _write(card: Card, by: FoundBy, firsts: Firsts) -> bool:
    """Nothing, if the card has changed since it was read."""
    index().lock()
    row = Uncompared.objects.filter(card=card.key, card__serial=card.serial)
    if not row.exists():
        return False
    keep(card.key, by, passed(card.key), firsts)
    row.delete()
    return True
