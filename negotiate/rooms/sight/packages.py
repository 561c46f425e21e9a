"""What is bound together. All of it is public at the table."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from negotiate.asked import Asked
from negotiate.law import packages
from negotiate.law.terms import Wording
from negotiate.law.words import Side
from negotiate.rooms.models import Bound
from negotiate.rooms.sight.seen import TermView

_BOUND: Final = Asked(
    lambda room: Bound.objects.filter(
        package__room__in=[room], holds=True, package__agreed_at=None
    ).values_list(
        "package__room", "package", "package__number", "package__side",
        "package__seat__person__name", "term",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PackageRead:
    """A package that stands, with the keys of its terms."""

    pk: int
    number: int
    side: Side
    by: str
    terms: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BoundView:
    """One term of a package; `confirmed`: the sides whose chief stands by it."""

    term: int
    title: str
    number: int
    digest: str
    wording: Wording
    confirmed: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class PackageView:
    """`agreed_by`: the sides whose chief has agreed to all of it."""

    pk: int
    number: int
    side: Side
    by: str
    terms: tuple[BoundView, ...]

    @property
    def digest(self) -> str:
        return packages.digest_of([(each.term, each.digest) for each in self.terms])

    @property
    def sides(self) -> tuple[Side, ...]:
        return tuple(Side)

    @property
    def agreed_by(self) -> tuple[Side, ...]:
        return tuple(s for s in Side if all(s in each.confirmed for each in self.terms))


def packages_of(rooms: Collection[int]) -> dict[int, tuple[PackageRead, ...]]:
    """By room, those that stand."""
    return {room: _packages(rows) for room, rows in _BOUND.each(rooms).items()}


def bound_of(term: TermView) -> Iterator[BoundView]:
    """The term as a package shows it; nothing if nothing lies on its table."""
    if term.now is not None:
        now = term.now.version
        confirmed = tuple(side for side in Side if term.has_confirmed(side))
        yield BoundView(
            term.term.pk, term.term.title, now.number, now.digest, term.now.wording, confirmed
        )


def _packages(rows: Iterable[tuple[Any, ...]]) -> tuple[PackageRead, ...]:
    found: dict[int, tuple[int, str, str]] = {}
    terms: dict[int, list[int]] = {}
    for pk, number, side, by, term in rows:
        found[pk] = number, side, by
        terms.setdefault(pk, []).append(term)
    return tuple(
        PackageRead(pk, number, Side(side), by, tuple(terms[pk]))
        for pk, (number, side, by) in found.items()
    )
