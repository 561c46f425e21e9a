"""Every version of a room's terms. What a version says never changes: it is worded once."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any, Final, NamedTuple

from negotiate.law import terms
from negotiate.law.terms import Comparison, Value, Wording
from negotiate.law.words import Side
from negotiate.rooms.facts import VersionFacts
from negotiate.rooms.questions import VALUES, VERSIONS
from negotiate.rooms.seen import VersionView
from negotiate.rooms.shelf import Shelf

Row = list[Any]
Values = Callable[[], dict[str, tuple[str, str, Value]]]


class Told(NamedTuple):
    wording: Wording
    comparison: Comparison


# By the digests of the version before ("": none) and of the version itself. A digest covers kind,
# title and value.
TOLD: Final[Shelf[tuple[str, str], Told]] = Shelf(4096)


def lineages(room_id: int) -> dict[int, tuple[VersionView, ...]]:
    """The versions by term, oldest first."""
    by_term: dict[int, list[Row]] = {}
    for term, *row in VERSIONS.of(room_id):
        by_term.setdefault(term, []).append(row)
    values = cache(partial(_values, room_id))
    return {term: tuple(_views(rows, values)) for term, rows in by_term.items()}


def _views(rows: list[Row], values: Values) -> Iterator[VersionView]:
    before = ""
    for side, by, *row in rows:
        version = VersionFacts(*row)
        told = TOLD.get((before, version.digest))
        if told is None:
            told = _tell(before, version.digest, values())
        yield VersionView(version, Side(side), by, *told)
        before = version.digest


def _tell(before: str, now: str, values: dict[str, tuple[str, str, Value]]) -> Told:
    kind, title, value = values[now]
    old = values[before][2] if before else None
    told = Told(terms.word(kind, title, value), terms.compare(kind, old, value))
    TOLD.put((before, now), told)
    return told


def _values(room_id: int) -> dict[str, tuple[str, str, Value]]:
    return {digest: (kind, title, value) for digest, kind, title, value in VALUES.of(room_id)}
