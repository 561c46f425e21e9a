"""Two orders at once, each on a connection of its own: the second comes while the first has acted
and is not yet committed, which is the moment for which locks are there."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue

from django.db import connection, transaction

from negotiate.law.refusal import Refused

Order = Callable[[], object]
Outcome = object  # what an order returned, or the Refused that it raised


@dataclass(frozen=True, slots=True)
class Race:
    """What came of both. `waited`: the second did nothing before the first was committed."""

    first: Outcome
    second: Outcome
    waited: bool


def race(first: Order, second: Order) -> Race:
    """Run both. Any error but Refused, which has its place in the outcome, ends the test."""
    (came_first, came_second), (waited,) = in_line(first, second)
    return Race(came_first, came_second, waited)


def in_line(first: Order, *others: Order) -> tuple[list[Outcome], list[bool]]:
    """The first acts, each of the others comes when the one before it waits or is done; only then
    the first is committed. Gives all outcomes, and which of the others waited for it."""
    backend: SimpleQueue[int] = SimpleQueue()
    running: list[Future[Outcome]] = []
    with ThreadPoolExecutor(max_workers=len(others)) as apart:
        with transaction.atomic():
            came_first = _outcome(first)
            for other in others:
                running.append(apart.submit(_on_its_own, other, backend))
                _until_it_waits(running[-1], backend)
            waited = [not each.done() for each in running]
        return [came_first, *(each.result() for each in running)], waited


def _outcome(order: Order) -> Outcome:
    try:
        return order()
    except Refused as refusal:
        return refusal


def _on_its_own(order: Order, backend: "SimpleQueue[int]") -> Outcome:
    try:
        backend.put(_backend())
        return _outcome(order)
    finally:
        connection.close()


def _backend() -> int:
    """PostgreSQL's number for this connection. SQLite has none: there one writer at a time is a
    rule of the whole file, and whoever begins second waits."""
    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def _until_it_waits(running: "Future[Outcome]", backend: "SimpleQueue[int]") -> None:
    """Return once the second order waits for a lock, or has run through without one."""
    number = backend.get()
    while number and not running.done() and not _is_blocked(number):
        time.sleep(0.005)


def _is_blocked(number: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT cardinality(pg_blocking_pids(%s)) > 0", [number])
        return bool(cursor.fetchone()[0])
