"""The whole index written anew, beside the one that is searched, which it replaces at the end.

In the order of keys, a batch in each transaction; what a batch is made of is computed before it
takes the index's lock, so that papers are signed meanwhile. How far it is stands in the database
(Rebuild): whoever is killed is gone on with, and any number of processes share the work. Whoever
writes behind it writes into both tables (indexing.py). With a search engine the batches go into a
new index of that, and the new table is for what is written meanwhile.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from django.db import transaction
from django.db.models import QuerySet

from agreements.archive import engines
from agreements.archive.actions import change
from agreements.archive.edition import edition
from agreements.archive.index import NEXT, Busy, index
from agreements.archive.index.engine import Engine, Handed
from agreements.archive.index_models import EngineIndex, Rebuild
from agreements.archive.indexing import Entry, entry_of, keep_texts
from agreements.archive.models import Card
from agreements.archive.texts import with_texts
from agreements.similar.actions import Firsts, FoundBy, found_by, keep_anew

BATCH: Final = 50  # agreements of one transaction
PAUSE: Final = 1.0  # seconds, while others can't be disturbed

Told = Callable[[int, int], object]
"""Told after each batch how many agreements are done, of how many."""


class Superseded(Exception):
    """Another version of the program has begun the rebuild anew."""


def reindex(
    told: Told = lambda done, of: None, *, into_engine: bool | None = None, anew: bool = False
) -> int:
    """Write the index, all texts and by what likeness is found anew, and give the number of
    agreements. Needed when the code that makes them has changed, or after rows were loaded past
    it. Searches are answered and papers signed meanwhile. `into_engine`: as the settings say,
    unless it is given. `anew`: nothing is gone on with. Raises Superseded, and Fault."""
    to_engine = engines.is_set() if into_engine is None else into_engine
    _patiently(partial(_begin, to_engine, anew))
    firsts, of, left = Firsts(), Card.objects.count(), None
    while rebuild := _going_on():
        after = rebuild.last_key
        left = _behind(after).count() if left is None else left
        cards = _behind(after)[:BATCH]
        entries = [entry_of(card) for card in cards]
        if not entries:
            _complete(rebuild)
            _patiently(partial(_swap, rebuild))
            continue
        if rebuild.engine is not None:
            engines.give(rebuild.engine, [Handed(one.row, one.serial) for one in entries])
        if _write(rebuild, entries, {card.key: found_by(card) for card in cards}, firsts):
            left = max(left - len(entries), 0)
            told(of - left, of)
    if engines.is_set():
        engines.drop_old()
    return Card.objects.count()


def _patiently(step: Callable[[], None]) -> None:
    """Take a step that nobody else may be kept waiting for."""
    while True:
        try:
            return step()
        except Busy:
            time.sleep(PAUSE)


def _begin(to_engine: bool, anew: bool) -> None:
    """Go on with what the same code has begun, or begin."""
    with transaction.atomic():
        index().lock()
        begun = Rebuild.objects.filter(edition=edition(), engine__isnull=not to_engine).first()
        if begun is None or anew:
            index(NEXT).begin()
            into = engines.new_index() if to_engine else None
            new = {"last_key": 0, "edition": edition(), "engine": into}
            begun, _ = Rebuild.objects.update_or_create(defaults=new)
    if begun.engine is not None:
        Engine(begun.engine.name).make()


def _going_on() -> Rebuild | None:
    """Give how far it is; nothing, if it is completed. Raises Superseded."""
    rebuild = Rebuild.objects.select_related("engine").first()
    if rebuild is not None and rebuild.edition != edition():
        raise Superseded
    return rebuild


def _behind(key: int) -> QuerySet[Card]:
    return with_texts().filter(key__gt=key).order_by("key")


def _stands(rebuild: Rebuild) -> bool:
    """Say, under the lock, whether nobody has gone on with it or come to its end."""
    now = _going_on()
    return now is not None and (now.last_key, now.engine) == (rebuild.last_key, rebuild.engine)


@transaction.atomic
def _write(
    rebuild: Rebuild, entries: Sequence[Entry], alike: Mapping[int, FoundBy], firsts: Firsts
) -> bool:
    """Write a batch, unless what it was made of is no longer what is there, or somebody else has
    written it: then nothing. What the engine has is not written here."""
    index().lock()
    last = entries[-1].row.key
    now = Card.objects.filter(key__gt=rebuild.last_key, key__lte=last).order_by("key")
    if list(now.values_list("key", "serial")) != [(one.row.key, one.serial) for one in entries]:
        return False
    if not _stands(rebuild):
        return False
    if rebuild.engine is None:
        index(NEXT).add(one.row for one in entries)
    keep_texts(entries)
    keep_anew(alike, firsts)
    rebuild.last_key = last
    rebuild.save()
    return True


def _complete(rebuild: Rebuild) -> None:
    """Make what was written ready to be searched."""
    index(NEXT).complete()
    if rebuild.engine is None:
        return
    with transaction.atomic():
        index().lock()
        if not _stands(rebuild):
            return
        done = Card.objects.filter(key__lte=rebuild.last_key).count()
        elsewhere = engines.rows_of(NEXT)
    Engine(rebuild.engine.name).refresh()
    engines.require_whole(rebuild.engine, done - elsewhere)


@transaction.atomic
def _swap(rebuild: Rebuild) -> None:
    """Let the new table be searched, and the engine's new index, if nothing came after what was
    completed. No answer that a process remembers holds any longer: they hold as long as no card
    changes."""
    index().lock()
    if not _stands(rebuild) or _behind(rebuild.last_key).exists():
        return
    index(NEXT).take_over()
    transaction.on_commit(index().settle, robust=True)  # of what was signed since it was completed
    EngineIndex.objects.filter(is_live=True).update(is_live=False)
    if rebuild.engine is not None:
        EngineIndex.objects.filter(pk=rebuild.engine.pk).update(is_live=True)
    rebuild.delete()
    newest = Card.objects.first()
    if newest is not None:
        change(newest)
