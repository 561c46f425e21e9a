"""What is worded like a new agreement is looked for after the transaction that archives it.

That transaction waits for the database's lock, and everybody behind it waits as well: it does what
the next search needs, and leaves a row here. The rest is done as soon as it is committed; whatever
a process that died has left is done by the next sweep of time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.db import transaction

from agreements.archive.index import index
from agreements.archive.index_models import passed
from agreements.archive.models import Card
from agreements.similar.actions import Firsts, FoundBy, found_by, keep, nearest
from agreements.similar.models import Uncompared

MOST: Final = 2_000  # agreements of one sweep, some minutes


def wait(card: Card) -> None:
    """Let an agreement be compared after this transaction, by whoever takes it up."""
    Uncompared.objects.bulk_create([Uncompared(card=card)], ignore_conflicts=True)


def compare_waiting(
    most: int | None = MOST, told: Callable[[int], object] = lambda done: None
) -> None:
    """Compare those that still wait, the oldest first, so many at the most, and tell after each how
    many it were. What goes wrong with one keeps no other waiting, and is raised at the end."""
    waiting = Uncompared.objects.order_by("card").values_list("card", flat=True)[:most]
    firsts, faults = Firsts(), list[Exception]()
    for done, key in enumerate(list(waiting), 1):
        try:
            compare(key, firsts)
        except Exception as fault:
            fault.add_note(f"agreement {key} was not compared")
            faults.append(fault)
        told(done)
    if faults:
        raise ExceptionGroup("some agreements still wait to be compared", faults)


def compare(key: int, firsts: Firsts) -> None:
    """Write down by what an agreement is found that is worded alike, unless somebody has. What can
    be computed is, before the index's lock is taken."""
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
