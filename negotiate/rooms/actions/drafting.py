"""The draft of a contract: for how long it is to hold is settled when the talks are summed up."""

from datetime import date

from negotiate import moment
from negotiate.law import lasting
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Procedure
from negotiate.people.models import Seat
from negotiate.rooms.actions.sitting import note_agreed
from negotiate.rooms.models import Draft, Room
from negotiate.rooms.order import ordered, summed_up


def draft(seat: Seat, *, starts_on: date, ends_on: date) -> None:
    """Close the talks of the ordinary procedure; agreements freezes the draft at once. Refused
    while any term is open, and for a term of contract that the place does not allow."""
    with ordered(seat, Action.SUM_UP) as order:
        if order.room.goes_by is not Procedure.ORDINARY:
            raise Refused("简易程序不签集体合同，不用填合同期限。")
        lasting.require_lawful_term(order.room.rules, starts_on, ends_on)
        if ends_on <= moment.today():
            raise Refused("合同期限的截止日应晚于今天。")
        note_agreed(order)
        last = order.room.drafts.last()
        drawn = Draft.objects.create(
            room=order.room,
            number=last.number + 1 if last else 1,
            starts_on=starts_on,
            ends_on=ends_on,
        )
        order.note(draft=drawn.number, starts_on=starts_on.isoformat(), ends_on=ends_on.isoformat())
        summed_up.send(Room, room=order.room)
