"""A negotiation whose clocks are looked at, and time that passes."""

from datetime import date, timedelta

from negotiate import moment
from negotiate.clocks.models import Clock
from negotiate.law.profiles import Value
from negotiate.law.words import Action, ClockKind, Stage
from negotiate.people.models import Seat
from negotiate.record.chain import read
from negotiate.rooms.models import Room
from negotiate.rooms.order import ordered
from tests.negotiate.ordinary import Ordinary

DAY = timedelta(days=1)


def at(stage: Stage, **rules: Value) -> Ordinary:
    """A negotiation that stands there, however it came to; the rules of its place changed."""
    told = Ordinary()
    room = told.room
    Room.objects.filter(pk=room.pk).update(
        stage=stage.value, profile=room.rules.with_values(rules).plain()
    )
    return told


def do(seat: Seat, action: Action, since: date | None = None) -> None:
    """An act with nothing in it but its place in the law."""
    with ordered(seat, action) as order:
        order.since = since


def clock(told: Ordinary, kind: ClockKind) -> Clock:
    """The newest of this kind."""
    found = Clock.objects.filter(room=told.room, kind=kind).order_by("pk").last()
    assert found is not None, f"no clock for {kind}"
    return found


def going(told: Ordinary) -> set[str]:
    return set(told.room.clocks.going().values_list("kind", flat=True))


def until(day: date) -> None:
    """Let time pass."""
    moment.move(day - moment.today())


def acts(told: Ordinary) -> list[str]:
    """What the record tells, in order."""
    return [act["action"] for act in read(told.room.book)]
