"""The versions of a room's terms. What a version says never changes: it is worded once."""

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from negotiate.drawing.shelf import Shelf
from negotiate.law import terms
from negotiate.law.terms import Comparison, Wording
from negotiate.law.words import Side
from negotiate.rooms.sight.facts import VersionFacts
from negotiate.rooms.sight.questions import LINEAGE, VALUE, VERSIONS
from negotiate.rooms.sight.seen import VersionView

Row = tuple[Any, ...]


class Told(NamedTuple):
    wording: Wording
    comparison: Comparison


# By the digests of the version before ("": none) and of the version itself. A digest covers kind,
# title and value.
TOLD: Final[Shelf[tuple[str, str], Told]] = Shelf(4096)


class OnTable(NamedTuple):
    """A term's newest version, the one before it, and whose the first was."""

    opened_by: Side
    before: VersionView | None
    now: VersionView


def on_table(room_id: int) -> dict[int, OnTable]:
    """By term; a term that has no version is missing."""
    rows: dict[int, list[Row]] = {}
    opened: dict[int, Side] = {}
    for term, side, *row in VERSIONS.of(room_id):
        opened[term] = Side(side)
        rows.setdefault(term, []).append(tuple(row))
    found = {}
    for term, side in opened.items():
        *earlier, now = _views(rows[term])
        found[term] = OnTable(side, earlier[-1] if earlier else None, now)
    return found


def lineage(term_id: int) -> list[VersionView]:
    """All versions of a term, oldest first."""
    return list(_views(LINEAGE.of(term_id)))


def _views(rows: Iterable[Row]) -> Iterator[VersionView]:
    """Of versions in a row; of the first only if it is a lineage's first."""
    before: VersionFacts | None = None
    for side, by, *row in rows:
        now = VersionFacts(*row)
        if before or now.number == 1:
            yield VersionView(now, Side(side), by, *_told(before, now))
        before = now


def _told(before: VersionFacts | None, now: VersionFacts) -> Told:
    key = (before.digest if before else "", now.digest)
    told = TOLD.get(key)
    if told is None:
        ((kind, title, value),) = VALUE.of(now.pk)
        old = VALUE.of(before.pk)[0][2] if before else None
        told = Told(terms.word(kind, title, value), terms.compare(kind, old, value))
        TOLD.put(key, told)
    return told
