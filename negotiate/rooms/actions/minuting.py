"""Setting the minutes of a sitting right, and standing by them."""

from negotiate.law.refusal import Refused
from negotiate.law.words import Action
from negotiate.people.models import Seat
from negotiate.rooms.minutes import Minutes, minutes_of
from negotiate.rooms.models import Approval, Correction, Room
from negotiate.rooms.order import ordered


def correct(seat: Seat, entry: int, text: str) -> None:
    """Say what one sentence of the minutes should say. Nothing is erased: both are shown, and
    whoever has signed is asked again."""
    with ordered(seat, Action.CORRECT_MINUTES) as order:
        sitting = _about(order.room, entry)
        Correction.objects.create(room=order.room, entry=entry, text=text, seat=order.seat)
        order.note(sitting=sitting.number, entry=entry, correction=text)


def approve(seat: Seat, number: int, text_digest: str) -> None:
    """Put one's name under exactly this text of a sitting that is over."""
    with ordered(seat, Action.APPROVE_MINUTES) as order:
        found = {minutes.number: minutes for minutes in minutes_of(order.room)}
        minutes = found.get(number)
        if minutes is None or not minutes.over:
            raise Refused("这次会议还没有开完，休会或归纳以后再签认。")
        if minutes.digest != text_digest:
            raise Refused("会议记录刚刚更正过，请看清新的内容再签认。")
        if any(approval.seat_id == order.seat.pk for approval in minutes.signed):
            raise Refused("您已签认过这份会议记录。")
        if all(waiting.pk != order.seat.pk for waiting in minutes.waiting):
            raise Refused("这份会议记录不用您签认。")
        Approval.objects.create(
            room=order.room, sitting=number, seat=order.seat, digest=text_digest
        )
        order.note(sitting=number, digest=text_digest, complete=len(minutes.waiting) == 1)


def _about(room: Room, entry: int) -> Minutes:
    for minutes in minutes_of(room):
        if any(line.entry == entry for line in minutes.lines):
            return minutes
    raise Refused("会议记录里没有这一条。")
