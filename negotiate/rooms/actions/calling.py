"""The notice of a session, and who leads it."""

from datetime import date, datetime, timedelta

from negotiate import moment
from negotiate.law import clocks
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, ClockKind, Side
from negotiate.people.models import Seat
from negotiate.rooms.actions.composition import faults
from negotiate.rooms.actions.presiding import (
    MANNERS,
    article,
    let_preside,
    manner,
    takes_turns,
    turn,
)
from negotiate.rooms.models import Room
from negotiate.rooms.order import ordered
from negotiate.rooms.recorders import agreed


def call(seat: Seat, *, at: datetime, place: str, first: Side | None = None) -> None:
    """Time and place of the session, told to everybody; and who leads it. `first`: whose chief
    presides first, where the place's act leaves that to the parties."""
    with ordered(seat, Action.CALL) as order:
        for fault in faults(order.room):
            raise fault
        if agreed(order.room) is None:
            raise Refused("双方首席代表还没有共同确定记录员。")
        _require_notice(order.room, at)
        room = order.room
        room.scheduled_at, room.place = at, place
        room.save(update_fields=["scheduled_at", "place"])
        leading = let_preside(room, first)
        order.note(at=at.isoformat(), place=place, presides=[one.actor() for one in leading])


def pass_chair(seat: Seat) -> None:
    """The chief who presides hands over to the other one."""
    with ordered(seat, Action.PASS_CHAIR) as order:
        if not takes_turns(order.room):
            raise Refused("这里不轮流主持：%(manner)s（%(article)s）。",
                          manner=(MANNERS[manner(order.room)],),
                          article=article(order.room))  # fmt: skip
        order.note(presides=turn(order.room).actor())


def earliest(room: Room) -> tuple[date, str] | None:
    """The earliest day that leaves the time for materials, and the article; None where the place's
    act states no time."""
    time = room.rules.duration(ClockKind.MATERIALS, room.contract)
    if time is None:
        return None
    today = day = moment.today()
    while clocks.before(day, time).day < today:
        day += timedelta(days=1)
    return day, time.article


def _require_notice(room: Room, at: datetime) -> None:
    if at <= moment.now():
        raise Refused("开会时间应晚于现在。")
    found = earliest(room)
    if found and moment.day_of(at) < found[0]:
        raise Refused(
            "开会前要留够提供资料的时间，最早 %(day)s 开会（%(article)s）。",
            day=found[0].isoformat(),
            article=found[1],
        )
