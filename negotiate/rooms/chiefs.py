"""Whether each side has a chief: without one nothing is settled."""

from typing import Final

from negotiate.law import session
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Capacity, Procedure, Side
from negotiate.rooms.models import Room

# What a session does about its terms, its going on and what it comes to: not while a chief's place
# is vacant.
NEED_BOTH: Final = frozenset(
    {rule.action for rule in session.TERMS} | {Action.RESUME, Action.SUM_UP}
)


def require_both(room: Room, action: Action) -> None:
    """Refuse these acts of the ordinary procedure while a side's chief has left and no other has
    taken the place."""
    if room.goes_by is Procedure.SIMPLIFIED or action not in NEED_BOTH:
        return
    chiefs = room.seats.at_table().filter(capacity=Capacity.CHIEF)
    found = set(chiefs.values_list("side", flat=True))
    for side in Side:
        if side.value not in found:
            raise Refused("%(side)s首席代表出缺，补上以后才能继续协商。", side=(side.label,))
