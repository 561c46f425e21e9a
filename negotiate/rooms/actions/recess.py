"""A break for one side to confer by itself (休会商议): called by its chief, seen by everybody."""

from datetime import timedelta
from typing import Final

from negotiate import moment
from negotiate.ballots.models import Poll
from negotiate.law.refusal import Refused
from negotiate.law.words import Action
from negotiate.people.models import Seat
from negotiate.rooms.order import ordered

LONGEST: Final = 60  # minutes; whoever needs more suspends the session


def call_caucus(seat: Seat, *, minutes: int) -> None:
    """The talks rest for so long, or until it is ended."""
    with ordered(seat, Action.CALL_CAUCUS) as order:
        room = order.room
        if not 1 <= minutes <= LONGEST:
            raise Refused("商议时间请填 1 到 %(most)s 分钟。", most=LONGEST)
        if room.confers:
            raise Refused("已经在休会商议了。")
        if room.polls.filter(state=Poll.State.OPEN).exists():
            raise Refused("正在表决，表决结束以后再休会商议。")
        room.caucus_of = order.seat.side
        room.caucus_until = moment.now() + timedelta(minutes=minutes)
        room.save(update_fields=["caucus_of", "caucus_until"])
        order.note(minutes=minutes, until=room.caucus_until.isoformat())


def end_caucus(seat: Seat) -> None:
    """Go on with the talks before the time is over."""
    with ordered(seat, Action.END_CAUCUS) as order:
        room = order.room
        if not room.confers:
            raise Refused("现在没有休会商议。")
        if not order.seat.presides and order.seat.side != room.caucus_of:
            raise Refused("这次商议是对方要的，由对方或主持人结束。")
        room.caucus_until = moment.now()
        room.save(update_fields=["caucus_until"])
