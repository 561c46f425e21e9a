"""The versions of a room's terms. What a version says never changes: it is worded once."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from negotiate.drawing.shelf import Shelf
from negotiate.law import terms
from negotiate.law.terms import Comparison, Wording
from negotiate.law.words import Side
from negotiate.rooms.sight.facts import VersionFacts
from negotiate.rooms.sight.questions import LINEAGE, VALUE, VERSIONS
from negotiate.rooms.sight.seen import VersionView

Row = tuple[Any, ...]
Pair = tuple[VersionFacts | None, VersionFacts]  # the version before, if any, and the version


class Told(NamedTuple):
    wording: Wording
    comparison: Comparison
    unshown: tuple[str, ...]


# By the digests of the version before ("": none) and of the version itself. A digest covers kind,
# title and value.
TOLD: Final[Shelf[tuple[str, str], Told]] = Shelf(4096)


class OnTable(NamedTuple):
    """A term's newest version, the one before it, and whose the first was."""

    opened_by: Side
    before: VersionView | None
    now: VersionView


def on_tables(rooms: Collection[int]) -> dict[int, dict[int, OnTable]]:
    """By room, and there by term; a term that has no version is missing."""
    found: dict[int, dict[int, OnTable]] = {room: {} for room in rooms}
    rows: dict[int, list[Row]] = {}
    opened: dict[int, tuple[int, Side]] = {}
    for room, versions in VERSIONS.each(rooms).items():
        for term, side, *row in versions:
            opened[term] = room, Side(side)
            rows.setdefault(term, []).append(tuple(row))
    for term, views in _views(rows).items():
        room, side = opened[term]
        *earlier, now = views
        found[room][term] = OnTable(side, earlier[-1] if earlier else None, now)
    return found


def lineage(term_id: int) -> list[VersionView]:
    """All versions of a term, oldest first."""
    return _views(LINEAGE.each([term_id]))[term_id]


def _views(rows: Mapping[int, Iterable[Row]]) -> dict[int, list[VersionView]]:
    """By term; each version with how it differs from the one before it."""
    pairs = [(term, *pair) for term, versions in rows.items() for pair in _pairs(versions)]
    told = _told([(before, now) for _, before, now, *_ in pairs])
    found: dict[int, list[VersionView]] = {term: [] for term in rows}
    for (term, _, now, side, by), words in zip(pairs, told, strict=True):
        found[term].append(VersionView(now, side, by, *words))
    return found


def _pairs(
    versions: Iterable[Row],
) -> Iterator[tuple[VersionFacts | None, VersionFacts, Side, str]]:
    """Of versions in a row each with the one before it; the first only if it is a lineage's."""
    before: VersionFacts | None = None
    for side, by, *row in versions:
        now = VersionFacts(*row)
        if before or now.number == 1:
            yield before, now, Side(side), by
        before = now


def _told(pairs: Sequence[Pair]) -> list[Told]:
    """In the same order. What is not known yet is asked for all together."""
    known = [TOLD.get(_key(pair)) for pair in pairs]
    new = [pair for pair, told in zip(pairs, known, strict=True) if told is None]
    values = VALUE.each({version.pk for pair in new for version in pair if version})
    return [told or _worded(pair, values) for pair, told in zip(pairs, known, strict=True)]


def _key(pair: Pair) -> tuple[str, str]:
    before, now = pair
    return before.digest if before else "", now.digest


def _worded(pair: Pair, values: Mapping[int, list[Row]]) -> Told:
    before, now = pair
    ((kind, title, value),) = values[now.pk]
    old = values[before.pk][0][2] if before else None
    wording, unshown = terms.word(kind, title, value), terms.unshown(kind, value)
    told = Told(wording, terms.compare(kind, old, value), unshown)
    TOLD.put(_key(pair), told)
    return told
