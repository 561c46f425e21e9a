"""How long a page takes, beside what the database needs alone."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from time import perf_counter, process_time
from typing import Any, Final

from django.test import Client

from negotiate.people.models import Account
from tests.load.archive import engines
from tests.load.archive.queries import Asking, mix
from tests.load.corpus.officers import OFFICERS
from tests.load.figures import milliseconds
from tests.visitor import signed_in

WARM: Final = 2  # queries of each class that do not count
SCANS: Final = 2  # queries of each class that are also answered by reading all texts


@dataclass
class Times:
    """Seconds, a figure a query. `cpu`: this process's for the page, the database's included where
    that is embedded. `engine` and `scanning` only of searches for words."""

    page: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    engine: list[float] = field(default_factory=list)
    page_of_engine: list[float] = field(default_factory=list)
    scanning: list[float] = field(default_factory=list)
    page_of_scanning: list[float] = field(default_factory=list)

    def add(self, other: Times) -> None:
        for name, values in vars(other).items():
            getattr(self, name).extend(values)

    def said(self) -> dict[str, Any]:
        return {name: milliseconds(values) for name, values in vars(self).items() if values}


def measure(*, scans: int = SCANS) -> dict[str, Times]:
    """Ask everything in turns as an officer of the city and one of the county, by class."""
    visitors = [signed_in(Account.objects.get(username=name)) for name in OFFICERS]
    for asking in mix(Random("warm"), WARM):  # noqa: S311
        for visitor in visitors:
            _page(visitor, asking)
    times: dict[str, Times] = {}
    asked = mix(Random("bench"))  # noqa: S311
    for number, asking in enumerate(asked):
        visitor = visitors[number % len(visitors)]
        scanned = len(times.setdefault(asking.kind, Times()).scanning)
        times[asking.kind].add(_measured(visitor, asking, number % 4 < 2, scanned < scans))
        print(f"\r{number + 1} of {len(asked)} searches", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return times


def _measured(visitor: Client, asking: Asking, page_first: bool, scan: bool) -> Times:
    """One search: by the product, and in turns before or after it by the database alone."""
    times = Times()
    if asking.in_index and not page_first:
        times.engine.append(_timed(lambda: engines.newest_and_total(asking.words)))
    page, cpu = _page(visitor, asking)
    times.page.append(page)
    times.cpu.append(cpu)
    if asking.in_index:
        times.page_of_engine.append(page)
    if asking.in_index and page_first:
        times.engine.append(_timed(lambda: engines.newest_and_total(asking.words)))
    if asking.in_index and scan:
        times.page_of_scanning.append(page)
        times.scanning.append(_timed(lambda: engines.scanned(asking.words)))
    return times


def _page(visitor: Client, asking: Asking) -> tuple[float, float]:
    """Ask for a page; give how long it took, and how much CPU."""
    began, worked = perf_counter(), process_time()
    answer = visitor.get(asking.address)
    took = perf_counter() - began, process_time() - worked
    # A deep page of what turns out to be rare is none.
    if answer.status_code not in (200, 404):
        raise RuntimeError(f"{asking.address}: {answer.status_code}")
    return took


def _timed(what: Callable[[], None]) -> float:
    began = perf_counter()
    what()
    return perf_counter() - began
