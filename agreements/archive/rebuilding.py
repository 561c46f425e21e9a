"""The whole index written anew, beside the one that is searched, which it replaces at the end.

In the order of keys, a batch in each transaction; what a batch is made of is computed before it
takes the index's lock, so that papers are signed meanwhile. How far it is stands in the database
(Rebuild): whoever is killed is gone on with, and any number of processes share the work. Whoever
writes behind it writes into both tables (indexing.py).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Final

from django.db import transaction
from django.db.models import QuerySet

from agreements.archive.actions import change
from agreements.archive.edition import edition
from agreements.archive.index import NEXT, Busy, index
from agreements.archive.indexing import Entry, entry_of, keep_texts
from agreements.archive.models import Card, Rebuild
from agreements.similar.actions import Firsts, keep_anew

BATCH: Final = 50  # agreements of one transaction
PAUSE: Final = 1.0  # seconds, while others can't be disturbed

Told = Callable[[int, int], object]
"""Told after each batch how many agreements are done, of how many."""


class Superseded(Exception):
    """Another version of the program has begun the rebuild anew."""


def reindex(told: Told = lambda done, of: None) -> int:
    """Write the index, all texts and by what likeness is found anew, and give the number of
    agreements. Needed when the code that makes them has changed, or after rows were loaded past
    it. Searches are answered and papers signed meanwhile. Raises Superseded."""
    _patiently(_begin)
    firsts, of, left = Firsts(), Card.objects.count(), None
    while rebuild := _going_on():
        after = rebuild.last_key
        left = _behind(after).count() if left is None else left
        entries = [entry_of(card) for card in _behind(after)[:BATCH]]
        if not entries:
            index(NEXT).complete()
            _patiently(_swap)
        elif _write(after, entries, firsts):
            left = max(left - len(entries), 0)
            told(of - left, of)
    return Card.objects.count()


def _patiently(step: Callable[[], None]) -> None:
    """Take a step that nobody else may be kept waiting for."""
    while True:
        try:
            return step()
        except Busy:
            time.sleep(PAUSE)


@transaction.atomic
def _begin() -> None:
    """Go on with what the same code has begun, or begin."""
    index().lock()
    if not Rebuild.objects.filter(edition=edition()).exists():
        index(NEXT).begin()
        Rebuild.objects.update_or_create(defaults={"last_key": 0, "edition": edition()})


def _going_on() -> Rebuild | None:
    """Give how far it is; nothing, if it is completed. Raises Superseded."""
    rebuild = Rebuild.objects.first()
    if rebuild is not None and rebuild.edition != edition():
        raise Superseded
    return rebuild


def _behind(key: int) -> QuerySet[Card]:
    return Card.objects.filter(key__gt=key).order_by("key").prefetch_related("clauses")


@transaction.atomic
def _write(after: int, entries: Sequence[Entry], firsts: Firsts) -> bool:
    """Write a batch, unless what it was made of is no longer what is there, or somebody else has
    written it: then nothing."""
    index().lock()
    rebuild, last = _going_on(), entries[-1].row.key
    now = Card.objects.filter(key__gt=after, key__lte=last).order_by("key")
    if list(now.values_list("key", "serial")) != [(one.row.key, one.serial) for one in entries]:
        return False
    if rebuild is None or rebuild.last_key != after:
        return False
    index(NEXT).add(one.row for one in entries)
    keep_texts({one.row.key: one.text for one in entries})
    keep_anew({one.row.key: one.alike for one in entries}, firsts)
    rebuild.last_key = last
    rebuild.save()
    return True


@transaction.atomic
def _swap() -> None:
    """Let the new table be searched, if nothing came after its last row. No answer that a process
    remembers holds any longer: they hold as long as no card changes."""
    index().lock()
    rebuild = _going_on()
    if rebuild is None or _behind(rebuild.last_key).exists():
        return
    index(NEXT).take_over()
    rebuild.delete()
    newest = Card.objects.first()
    if newest is not None:
        change(newest)
