"""Starting, stopping and meeting clocks: done by the acts of a room, under the room's lock.

A room's model stands above this package, so here it is anything with its rules, its contract, its
book and the time of its meeting.
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, Final

from negotiate import moment
from negotiate.clocks.models import Clock, Clocks
from negotiate.law import clocks as law
from negotiate.law.profiles import Duration
from negotiate.law.words import ClockKind
from negotiate.record.models import Book

Room = Any

# Their day is set by the parties, or hangs on one that they set; the rest is the profile's.
SET_BY_PARTIES: Final = frozenset({ClockKind.SUSPENSION, ClockKind.EXPIRY, ClockKind.ANSWER})

# Nobody has to do anything within them: when they are over, something follows by itself.
PASSING: Final = frozenset({ClockKind.EFFECT, ClockKind.RENEWAL, ClockKind.EXPIRY})


def begin(room: Room, kind: ClockKind, entry: int, *, about: int = 0, since: date) -> None:
    """Start the clock that the room's rules have for this; nothing where they have none. One that
    still goes is void: its time begins anew. `entry` is the number of the act in the book."""
    time = room.rules.duration(kind, room.contract)
    if time is None:
        return
    if kind is ClockKind.RENEWAL:
        _begin_renewal(room, time, entry)
        return
    if kind is ClockKind.MATERIALS:
        due = law.before(moment.day_of(room.scheduled_at), time)
    else:
        due = law.due(since, time)
    _new(room, kind, about, entry, since, due, time)


def set_day(
    room: Room,
    kind: ClockKind,
    day: date,
    about: int = 0,
    article: str = "",
    *,
    verified: bool = True,
) -> None:
    """A day that the parties set, or that follows from what they set. Must be called in the body
    of the act that sets it: the next entry of the book is that act's."""
    entry = Book.objects.select_for_update().get(pk=room.book_id).length + 1
    _void(room.clocks.going().filter(kind=kind, about=about))
    room.clocks.create(
        kind=kind.value,
        about=about,
        started_by=entry,
        started_on=moment.today(),
        article=article,
        verified=verified,
        due=day,
    )


def meet(
    room: Room,
    kinds: Collection[ClockKind],
    about: Iterable[int] = (0,),
    on: date | None = None,
) -> None:
    """What these clocks waited for is done: today, or `on` a day before that."""
    day = on or moment.today()
    met = room.clocks.going().filter(kind__in=[kind.value for kind in kinds], about__in=about)
    for clock in met:
        clock.state, clock.met_on, clock.paused_on = Clock.State.MET, day, None
        clock.late = clock.kind not in PASSING and day > clock.due
        clock.save(update_fields=["state", "met_on", "paused_on", "late"])


def go_on_with(room: Room, kind: ClockKind) -> None:
    """What had met this clock is undone: it runs on towards the same day."""
    clock = room.clocks.filter(kind=kind).order_by("pk").last()
    if clock is not None and clock.state == Clock.State.MET:
        clock.state, clock.met_on = Clock.State.RUNNING, None
        clock.save(update_fields=["state", "met_on"])


def pause(room: Room, kind: ClockKind) -> None:
    """The clock stops until `resume`, if it runs."""
    room.clocks.running().filter(kind=kind).update(
        state=Clock.State.PAUSED, paused_on=moment.today()
    )


def resume(room: Room, kind: ClockKind) -> None:
    """A stopped clock runs on, with as much time as it had left."""
    for clock in room.clocks.filter(kind=kind, state=Clock.State.PAUSED):
        clock.stops.append([clock.paused_on.isoformat(), moment.today().isoformat()])
        clock.state, clock.paused_on = Clock.State.RUNNING, None
        if clock.duration is not None:
            found = law.due(clock.started_on, clock.duration, clock.stopped)
            clock.due, clock.covered = found.day, found.is_covered
        clock.save(update_fields=["stops", "state", "paused_on", "due", "covered"])


def extend(room: Room, kind: ClockKind, by: Duration) -> None:
    """More time, counted from the day on which the time that there was ends; then it is late only
    if that is over too."""
    for clock in room.clocks.going().filter(kind=kind):
        found = law.due(clock.due, by)
        clock.due, clock.covered = found.day, clock.covered and found.is_covered
        clock.article = "；".join(dict.fromkeys(filter(None, (clock.article, by.article))))
        clock.verified = clock.verified and by.verified
        clock.late, clock.reminded_on = False, None
        clock.save(update_fields=["due", "covered", "article", "verified", "late", "reminded_on"])


def void_all(room: Room) -> None:
    """The negotiation is over: nothing has to be done any more."""
    _void(room.clocks.going())


def _begin_renewal(room: Room, time: Duration, entry: int) -> None:
    """Asked for within the last months of the contract; without a last day there is none."""
    for expiry in room.clocks.going().filter(kind=ClockKind.EXPIRY):
        opens = law.before(expiry.due, time)
        due = law.Due(expiry.due, opens.is_covered)
        _new(room, ClockKind.RENEWAL, 0, entry, opens.day, due, time)


def _new(
    room: Room, kind: ClockKind, about: int, entry: int, on: date, due: law.Due, time: Duration
) -> None:
    _void(room.clocks.going().filter(kind=kind, about=about))
    room.clocks.create(
        kind=kind.value,
        about=about,
        started_by=entry,
        started_on=on,
        amount=time.amount,
        count=time.count.value,
        article=time.article,
        verified=time.verified,
        covered=due.is_covered,
        due=due.day,
    )


def _void(clocks: Clocks) -> None:
    clocks.update(state=Clock.State.VOID, paused_on=None)
