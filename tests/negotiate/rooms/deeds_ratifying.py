"""What is done while a draft is ratified, as calls."""

from collections.abc import Callable
from typing import Any

from negotiate import moment
from negotiate.law.words import Action, Electorate
from negotiate.people.models import Seat
from negotiate.rooms.actions import concluding, on_paper, ratification
from negotiate.rooms.actions.on_paper import OnPaper
from negotiate.rooms.models import Ratification, Term

A, CONGRESS = Action, Electorate.CONGRESS


def standing(seat: Seat) -> int:
    """The ratification that decides now, if there is one."""
    of = Ratification.objects.standing().filter(room=seat.room_id).first()
    return of.pk if of else 0


def record(seat: Seat) -> None:
    paper = OnPaper(CONGRESS, moment.today(), roll=9, present=9, votes={})
    on_paper.record_ratification(seat, standing(seat), paper)


RATIFYING: dict[Action, Callable[[Seat, Any], Any]] = {
    A.OPEN_RATIFICATION: lambda seat, hall: ratification.open_ratification(seat, CONGRESS),
    A.RECORD_RATIFICATION: lambda seat, hall: record(seat),
    A.CONCLUDE: lambda seat, hall: concluding.conclude(seat),
}
RATIFYING_A_TERM: dict[Action, Callable[[Seat, Term, Any], Any]] = {
    A.OPEN_ITEM: lambda seat, term, hall: ratification.open_item(seat, standing(seat), term.pk),
}
