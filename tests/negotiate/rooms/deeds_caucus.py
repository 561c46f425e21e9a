"""What one side does by itself, and its chief's break and secret word, as calls."""

from collections.abc import Callable
from typing import Any

from negotiate.law.words import Action
from negotiate.people.models import Seat
from negotiate.rooms.actions import accepting, caucus, ledger, recess
from negotiate.rooms.models import Term

CONFERRING: dict[Action, Callable[[Seat, Any], Any]] = {
    Action.CONFER: lambda seat, hall: caucus.add_note(seat, "先听听"),
    Action.CALL_CAUCUS: lambda seat, hall: recess.call_caucus(seat, minutes=10),
    Action.END_CAUCUS: lambda seat, hall: recess.end_caucus(seat),
}
CONFERRING_ON_A_TERM: dict[Action, Callable[[Seat, Term, Any], Any]] = {
    Action.ACCEPT_IF: lambda seat, term, hall: accepting.accept_if(
        seat, term.pk, ledger.current(term).digest if term.versions.exists() else ""
    ),
}
