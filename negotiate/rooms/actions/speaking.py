"""The floor: who wishes to speak, who is given it, and that somebody has finished."""

from collections import Counter
from datetime import timedelta

from negotiate import moment
from negotiate.law import floor
from negotiate.law.refusal import Refused
from negotiate.law.words import Action
from negotiate.people.models import Seat
from negotiate.rooms.models import Room, SpeechTurn
from negotiate.rooms.order import ordered


def ask(seat: Seat) -> None:
    """Come onto the list. Whoever has not checked in is not there to speak."""
    with ordered(seat, Action.ASK_FLOOR) as order:
        if order.seat.arrived_at is None:
            raise Refused("请先签到，再办这件事。")
        speaking = _speaking(order.room)
        wishes = [wish for wish, _ in _listed(order.room)]
        floor.require_new(order.seat.pk, wishes, speaking.seat_id if speaking else None)
        SpeechTurn.objects.create(room=order.room, seat=order.seat, side=order.seat.side)
        if not order.room.has_turns:
            order.room.has_turns = True
            order.room.save(update_fields=["has_turns"])


def withdraw(seat: Seat) -> None:
    """Leave the list without having spoken."""
    with ordered(seat, Action.END_FLOOR) as order:
        wish = order.room.turns.filter(seat=order.seat, given_at=None, ended_at=None).first()
        if wish is None:
            raise Refused("您不在等候发言的名单上。")
        _end(wish)
        order.note(withdrawn=True)


def give_next(seat: Seat, minutes: int) -> None:
    """Call the next on the list; whoever still speaks has finished."""
    with ordered(seat, Action.GIVE_FLOOR) as order:
        floor.require_limit(minutes)
        listed = _listed(order.room)
        if not listed:
            raise Refused("现在没有人等候发言。")
        speaking = _speaking(order.room)
        if speaking is not None:
            order.note(ended=speaking.seat.person.name, over=_end(speaking))
        _, turn = listed[0]
        turn.minutes, turn.given_at = minutes, moment.now()
        turn.save(update_fields=["minutes", "given_at"])
        order.note(speaker=turn.seat.person.name, side=turn.side, minutes=minutes)


def end(seat: Seat) -> None:
    """Whoever speaks has finished, as he says himself or whoever presides says."""
    with ordered(seat, Action.END_FLOOR) as order:
        speaking = _speaking(order.room)
        if speaking is None:
            raise Refused("现在没有人在发言。")
        if not order.seat.presides and speaking.seat_id != order.seat.pk:
            raise Refused("现在是别人在发言，只有他本人和主持人可以结束。")
        order.note(speaker=speaking.seat.person.name, over=_end(speaking))


def _listed(room: Room) -> list[tuple[floor.Wish, SpeechTurn]]:
    """Those who wait, in the order in which they will be called."""
    turns = room.turns.select_related("seat__person").filter(seat__left_at=None)
    waiting = {turn.seat_id: turn for turn in turns.filter(given_at=None, ended_at=None)}
    had = room.turns.exclude(given_at=None).order_by("given_at", "pk")
    given = list(had.values_list("seat", flat=True))
    often = Counter(given)
    last = had.last()
    wishes = [floor.Wish(seat, turn.of, often[seat]) for seat, turn in waiting.items()]
    listed = floor.in_order(wishes, last.of if last else None)
    return [(wish, waiting[wish.seat]) for wish in listed]


def _speaking(room: Room) -> SpeechTurn | None:
    turns = room.turns.select_related("seat__person").filter(ended_at=None)
    return turns.exclude(given_at=None).first()


def _end(turn: SpeechTurn) -> int:
    """By how many whole seconds the time that was given has been exceeded; 0 for a mere wish."""
    turn.ended_at = moment.now()
    turn.save(update_fields=["ended_at"])
    if turn.given_at is None:
        return 0
    over = turn.ended_at - turn.given_at - timedelta(minutes=turn.minutes)
    return max(int(over.total_seconds()), 0)
