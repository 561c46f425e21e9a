"""Who keeps the record: under the ordinary procedure whom both chiefs want (集体合同规定 33)."""

from typing import Final

from negotiate.law.refusal import Refused
from negotiate.law.rule import Rule
from negotiate.law.words import Action, Capacity, Procedure, Side
from negotiate.people.models import Seat
from negotiate.rooms.models import Room

# A session neither begins nor goes on while nobody is agreed who keeps its record.
NEED_RECORDER: Final = frozenset({Action.BEGIN, Action.RESUME})


def agreed(room: Room) -> Seat | None:
    """The recorder whom both chiefs want, or nobody yet; and nobody any more once he has left."""
    words = room.recorder_words.filter(seat__left_at=None).select_related("seat__person")
    named = [word.seat for word in words]
    return named[0] if len(named) == len(Side) and len(set(named)) == 1 else None


def unagreed(room: Room) -> frozenset[int]:
    """The keys of the seats of recorders on whom the chiefs have not agreed. Under the simplified
    procedure none is agreed on."""
    if room.goes_by is Procedure.SIMPLIFIED:
        return frozenset()
    recorder = agreed(room)
    seats = room.seats.at_table().filter(capacity=Capacity.RECORDER)
    return frozenset(seats.values_list("pk", flat=True)) - {recorder.pk if recorder else 0}


def require_agreed(room: Room, seat: Seat, rule: Rule) -> None:
    """Refuse what needs a recorder, and what only a recorder may do, without both chiefs' word."""
    if room.goes_by is Procedure.SIMPLIFIED:
        return
    if rule.action in NEED_RECORDER and agreed(room) is None:
        raise Refused("记录员还没有由双方首席代表共同确定，不能开会。")
    titles = rule.who & seat.capacities
    if titles != {Capacity.RECORDER} or rule.action is Action.CHECK_IN_SELF:
        return
    if seat.pk in unagreed(room):
        raise Refused("%(name)s还不是双方首席代表共同确定的记录员。", name=seat.person.name)
