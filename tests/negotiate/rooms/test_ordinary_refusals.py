"""Whatever the ordinary procedure's table refuses, the real act refuses, and changes nothing: at
every stage from the offer to the end of the contract."""

from typing import Any, Self, cast

import pytest

from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Capacity, Procedure, Side, Stage, TermState
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import seating
from negotiate.rooms.models import Term
from negotiate.rooms.order import WORTH_RECORDING
from tests.law.expected import allows
from tests.negotiate.contract import LATER, Agreed
from tests.negotiate.meeting import enrolled
from tests.negotiate.ordinary import EMPLOYERS, WAYS, WORKERS, Ordinary
from tests.negotiate.rooms.everything import OF_A_TERM, OF_THE_ROOM, Hall
from tests.trace import OF_THE_RECORD, trace

pytestmark = pytest.mark.on_one_database

ORDINARY = Procedure.ORDINARY


class EveryCapacity(Ordinary):
    """Every capacity at the table, and one of the staff on the roll."""

    def to(self, stage: Stage) -> Self:
        rows = [RosterRow(f"专家{side}", "", "", side, Capacity.EXPERT) for side in Side]
        seating.seat_persons(self.desk, [*rows, RosterRow("旁听", "", "", None, Capacity.ATTENDEE)])
        super().to(stage)
        if self.desk.may(Action.ENROL):
            enrolled(self.desk, ("职工", "3001"))
        return self

    @property
    def terms(self) -> dict[TermState, Term]:
        return {TermState.OPEN: self.term}

    def other(self, side: Side) -> Seat:
        seats = self.seats
        named = WORKERS if side is Side.WORKER else EMPLOYERS
        return next((seats[name] for name in named if name in seats), self.chief(side))

    def tiers(self, *amounts: int) -> dict[str, Any]:
        return {"body": "、".join(map(str, amounts))}


class OrdinaryHall(EveryCapacity):
    """Before the draft."""


class ContractHall(EveryCapacity, Agreed):
    """From the draft on."""


def hall_at(stage: Stage) -> EveryCapacity:
    if stage in WAYS:
        return OrdinaryHall().to(stage)
    hall = ContractHall()
    hall.on(stage)
    return hall


def may(seat: Seat, action: Action, stage: Stage, term: TermState | None = None) -> bool:
    return any(allows(ORDINARY, action, held, stage, term) for held in seat.capacities)


@pytest.mark.parametrize("stage", dict.fromkeys((*WAYS, *LATER)))
def test_what_the_table_refuses_changes_nothing(db: None, stage: Stage) -> None:
    talks = hall_at(stage)
    unrecorded = trace()
    tried = sum(refused_to_all(talks, action) for action in {*Action} - WORTH_RECORDING)
    assert trace() == unrecorded
    before = trace(without=OF_THE_RECORD)
    tried += sum(refused_to_all(talks, action) for action in WORTH_RECORDING)
    assert trace(without=OF_THE_RECORD) == before
    assert tried > 300


def refused_to_all(talks: EveryCapacity, action: Action) -> int:
    """Let everybody try it to whom it is refused; how many did."""
    hall, stage = cast(Hall, talks), talks.room.is_at
    term = Term.objects.get(pk=talks.term.pk)
    tried = 0
    for seat in talks.room.seats.select_related("person", "room"):
        if action in OF_A_TERM and not may(seat, action, stage, term.is_at):
            tried += 1
            with pytest.raises(Refused):
                OF_A_TERM[action](seat, term, hall)
        if action in OF_THE_ROOM and not may(seat, action, stage):
            tried += 1
            with pytest.raises(Refused):
                OF_THE_ROOM[action](seat, hall)
    return tried
