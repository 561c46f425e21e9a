"""What time itself brings: contracts take effect, end and give way, and what is due is said.

Safe to run again, and by several processes at once: each step locks its room and looks again.
"""

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, F, Max, OuterRef, QuerySet
from django.db.models.functions import TruncDate

from negotiate import moment
from negotiate.clocks.actions import PASSING
from negotiate.clocks.ahead import reminder_of
from negotiate.clocks.models import Clock
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, ClockKind, Stage
from negotiate.live import announce
from negotiate.record.actions import append
from negotiate.record.days import close_day
from negotiate.rooms.act import BY_CLOCK
from negotiate.rooms.models import Draft, Room
from negotiate.rooms.order import ordered_by_clock, time_left, time_passed, took_effect

HELD = (Stage.EFFECTIVE, Stage.PERFORMING)
# How far a contract has come that was in effect, whatever has become of it since.
CAME = (*HELD, Stage.SUPERSEDED, Stage.TERMINATED, Stage.EXPIRED)
FAILED = "failed"
_log = logging.getLogger(__name__)


class _Already(Exception):
    """Another process, or an act, has been here since the room was found."""


def keep_time() -> Counter[str]:
    """Do all that is due; how often each thing was done. What goes wrong with one room is logged,
    counted as FAILED, and keeps no other room waiting."""
    done: Counter[str] = Counter()
    for name, find, step in (
        (Action.TAKE_EFFECT.value, _unopposed, _take_effect),
        (Action.SUPERSEDE.value, _replaced, _supersede),
        (Action.EXPIRE.value, _ended, _expire),
        ("overdue", _overdue, _say_overdue),
        ("reminder", _to_remind, _remind),
    ):
        for key in find():
            with _one(key, done):
                step(key)
                done[name] += 1
    with _one("what no room made", done):
        time_passed.send(Room)
    _close_yesterday(done)
    if any(isinstance(came, Exception) for _, came in time_left.send_robust(Room)):
        done[FAILED] += 1
    return done


def _close_yesterday(done: Counter[str]) -> None:
    """Publish the head of all chains of the day that is over."""
    yesterday = moment.today() - timedelta(days=1)
    with _one(yesterday, done):
        if close_day(yesterday) is not None:
            done["day head"] += 1


@contextmanager
def _one(key: object, done: Counter[str]) -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
    except (_Already, Refused):
        pass
    except Exception:
        _log.exception("time was not kept for %s", key)
        done[FAILED] += 1


def _due(kind: ClockKind, *stages: Stage) -> list[int]:
    """The rooms at these stages whose clock of this kind has run out."""
    out = Clock.objects.running().filter(kind=kind, due__lt=moment.today(), room__stage__in=stages)
    return list(out.order_by("due", "pk").values_list("room", flat=True))


def _unopposed() -> list[int]:
    return _due(ClockKind.EFFECT, Stage.FILED)


def _take_effect(room_id: int) -> None:
    """The contract holds from the day after the last on which the authorities could object."""
    with ordered_by_clock(room_id, Action.TAKE_EFFECT) as act:
        day = _run_out(act.room, ClockKind.EFFECT).due + timedelta(days=1)
        act.since = day
        act.note(effective_on=day.isoformat())
        took_effect.send(Room, room=act.room, day=day)


def _replaced() -> list[int]:
    rooms = Room.objects.filter(Exists(_newer(OuterRef("pk"))), stage__in=HELD)
    return list(rooms.order_by("pk").values_list("pk", flat=True))


def _newer(room: Any) -> QuerySet[Room]:
    """What has taken the place of a room's contract: in effect, and come to its own first day. One
    that was ended before that day never held, and takes nobody's place."""
    drafts = Draft.objects.filter(room=OuterRef("pk"), effective_on__isnull=False)
    later = drafts.filter(starts_on__gt=moment.today())
    ended = drafts.filter(room__stage=Stage.TERMINATED).annotate(
        ended=TruncDate(Max("room__end_words__at"))
    )
    never = ended.filter(starts_on__gt=F("ended"))
    came = Room.objects.filter(follows=room, stage__in=CAME)
    return came.exclude(Exists(later)).exclude(Exists(never))


def _supersede(room_id: int) -> None:
    with ordered_by_clock(room_id, Action.SUPERSEDE) as act:
        newer = _newer(act.room).order_by("pk").first()
        if newer is None:
            raise _Already
        act.note(by=newer.title, room=newer.pk)


def _ended() -> list[int]:
    return _due(ClockKind.EXPIRY, *HELD)


def _expire(room_id: int) -> None:
    with ordered_by_clock(room_id, Action.EXPIRE) as act:
        act.note(ended_on=_run_out(act.room, ClockKind.EXPIRY).due.isoformat())


def _run_out(room: Room, kind: ClockKind) -> Clock:
    for clock in room.clocks.running().filter(kind=kind, due__lt=moment.today()):
        return clock
    raise _Already


def _overdue() -> list[int]:
    out = Clock.objects.running().filter(due__lt=moment.today(), late=False)
    out = out.exclude(kind__in=PASSING)
    return list(out.values_list("pk", flat=True))


def _say_overdue(clock_id: int) -> None:
    """Written down once, and before the eyes of the federation from then on."""

    def late(clock: Clock) -> bool:
        if clock.late or clock.due >= moment.today():
            return False
        clock.late = True
        return True

    _say("overdue", clock_id, late)


def _to_remind() -> list[int]:
    today = moment.today()
    coming = Clock.objects.running().filter(due__gte=today, reminded_on=None)
    return [clock.pk for clock in coming if reminder_of(clock) <= today]


def _remind(clock_id: int) -> None:
    def soon(clock: Clock) -> bool:
        today = moment.today()
        if clock.reminded_on is not None or not reminder_of(clock) <= today <= clock.due:
            return False
        clock.reminded_on = today
        return True

    _say("reminder", clock_id, soon)


def _say(word: str, clock_id: int, change: Callable[[Clock], bool]) -> None:
    """Write in the room's book what `change` has found and marked on the clock."""
    found = Clock.objects.get(pk=clock_id)
    rooms = Room.objects.select_for_update(of=("self",)).select_related("enterprise__federation")
    room = rooms.get(pk=found.room_id)
    clock = room.clocks.running().filter(pk=clock_id).first()
    if clock is None or not change(clock):
        raise _Already
    clock.save(update_fields=["late", "reminded_on"])
    told = {"federation": room.enterprise.federation.name} if word == "overdue" else {}
    append(room.book_id, word, BY_CLOCK, {**clock.facts(), **told})
    announce.news(room.pk)
