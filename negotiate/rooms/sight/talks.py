"""What is said across the table beside the terms: who speaks, what is bound together, what was
asked. All of it is public at the table."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from negotiate import moment
from negotiate.asked import Asked
from negotiate.law import floor, packages
from negotiate.law.information import Standing, standing
from negotiate.law.terms import Wording
from negotiate.law.words import Side, Stage
from negotiate.rooms.models import Bound, InformationRequest, SpeechTurn
from negotiate.rooms.sight.facts import RoomView
from negotiate.rooms.sight.seen import TermView

_GIVEN: Final = SpeechTurn.objects.exclude(given_at=None).order_by()
_OFTEN: Final = (
    _GIVEN.filter(seat=OuterRef("seat")).values("seat").annotate(n=Count("pk")).values("n")
)
_LAST: Final = _GIVEN.filter(room=OuterRef("room")).order_by("-given_at", "-pk").values("side")[:1]
_FLOOR: Final = Asked(
    lambda room: (
        SpeechTurn.objects.filter(room__in=[room], ended_at=None, seat__left_at=None)
        .annotate(often=Coalesce(Subquery(_OFTEN), 0), last=Subquery(_LAST))
        .order_by("pk")
        .values_list(
            "room", "last", "seat", "seat__person__name", "side", "often", "minutes", "given_at"
        )
    )
)
_BOUND: Final = Asked(
    lambda room: Bound.objects.filter(
        package__room__in=[room], holds=True, package__agreed_at=None
    ).values_list(
        "package__room", "package", "package__number", "package__side",
        "package__seat__person__name", "term",
    )
)  # fmt: skip
_REQUESTS: Final = Asked(
    lambda room: InformationRequest.objects.filter(room__in=[room]).values_list(
        "room", "pk", "side", "seat__person__name", "question", "due", "promised_for", "answer",
        "answered_by__person__name", "answered_at",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """Who speaks, or waits to; `until` only of who speaks."""

    seat: int
    name: str
    side: Side
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class FloorView:
    speaking: SpeakerView | None = None
    waiting: tuple[SpeakerView, ...] = ()

    @property
    def seats(self) -> tuple[int, ...]:
        return tuple(each.seat for each in self.waiting)


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


@dataclass(frozen=True, slots=True)
class RequestView:
    """What `side` wants to know of the other."""

    pk: int
    side: Side
    by: str
    question: str
    due: date
    promised_for: date | None
    answer: str
    answered_by: str
    answered_on: date | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class Talks:
    floor: FloorView = FloorView()
    packages: tuple[PackageRead, ...] = ()
    requests: tuple[RequestView, ...] = ()


NOTHING: Final = Talks()


def talks_of(rooms: Mapping[int, RoomView]) -> dict[int, Talks]:
    """Of those rooms that have any; nothing is asked about the others."""
    some = [r for r in rooms.values() if r.has_turns or r.has_packages or r.has_requests]
    speaks = [r.pk for r in some if r.has_turns and r.is_at is Stage.IN_SESSION]
    floors = _FLOOR.each(speaks)
    bound = _BOUND.each([r.pk for r in some if r.has_packages])
    asked = _REQUESTS.each([r.pk for r in some if r.has_requests])
    return {
        r.pk: Talks(
            _floor(floors.get(r.pk, ())),
            _packages(bound.get(r.pk, ())),
            tuple(_request(*row) for row in asked.get(r.pk, ())),
        )
        for r in some
    }


def bound_of(term: TermView) -> Iterator[BoundView]:
    """The term as a package shows it; nothing if nothing lies on its table."""
    if term.now is not None:
        now = term.now.version
        confirmed = tuple(side for side in Side if term.has_confirmed(side))
        yield BoundView(
            term.term.pk, term.term.title, now.number, now.digest, term.now.wording, confirmed
        )


def _floor(rows: Iterable[tuple[Any, ...]]) -> FloorView:
    speaking, wishes, names = None, [], {}
    last: Side | None = None
    for last_side, seat, name, side, often, minutes, given_at in rows:
        last = Side(last_side) if last_side else None
        if given_at:
            until = given_at + timedelta(minutes=minutes)
            speaking = SpeakerView(seat, name, Side(side), until)
        else:
            wishes.append(floor.Wish(seat, Side(side), often))
            names[seat] = name
    listed = floor.in_order(wishes, last)
    return FloorView(
        speaking, tuple(SpeakerView(each.seat, names[each.seat], each.side) for each in listed)
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


def _request(
    pk: int, side: str, by: str, question: str, due: date, promised: date | None,
    answer: str, answered_by: str | None, answered_at: datetime | None,
) -> RequestView:  # fmt: skip
    on = moment.day_of(answered_at) if answered_at else None
    state = standing(due, promised, on, moment.today())
    return RequestView(
        pk, Side(side), by, question, due, promised, answer, answered_by or "", on, state
    )
