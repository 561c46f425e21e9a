"""Whatever the law's table refuses, the real act refuses, and changes nothing.

A room at each stage, a seat for each capacity, a term in each state; every act is tried by all of
them unless the expectation (written apart from the table) allows it.
"""

from datetime import date

import pytest
from django.utils import timezone

from negotiate.law.gate import Answers
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Capacity, Procedure, Side, SideRule, Stage, TermState
from negotiate.matters import actions as matters
from negotiate.matters.models import Matter
from negotiate.people.models import Account, Federation, Seat
from negotiate.rooms.actions import booking
from negotiate.rooms.models import Room, Term
from negotiate.rooms.order import WORTH_RECORDING
from tests.law.expected import allows
from tests.negotiate.meeting import Meeting
from tests.negotiate.refusing import refused
from tests.negotiate.rooms.everything import OF_A_TERM, OF_THE_ROOM, Hall
from tests.trace import OF_THE_RECORD, trace

pytestmark = pytest.mark.on_one_database

W, E = Side.WORKER, Side.EMPLOYER
A = Action
SIMPLE = Procedure.SIMPLIFIED
# Those that a room has; before them there is only a matter, and after them the other procedure.
STAGES = [
    Stage.WAITING,
    Stage.CHECK_IN,
    Stage.IN_SESSION,
    Stage.SUSPENDED,
    Stage.SUMMED_UP,
    Stage.SIGNED,
]
OF_THE_OFFICE = {A.RAISE, A.SCREEN, A.SCHEDULE, A.TAKE_DESK}
FOLLOWS_BY_ITSELF = {A.COMPLETE, A.TAKE_EFFECT, A.SUPERSEDE, A.EXPIRE}


def test_every_act_of_the_table_is_tried() -> None:
    assert {*OF_THE_ROOM, *OF_A_TERM, *OF_THE_OFFICE, *FOLLOWS_BY_ITSELF} == set(Action)


def may(seat: Seat, action: Action, stage: Stage, term: TermState | None = None) -> bool:
    return any(allows(SIMPLE, action, held, stage, term) for held in seat.capacities)


@pytest.mark.parametrize("stage", STAGES)
def test_what_the_table_refuses_changes_nothing(db: None, stage: Stage) -> None:
    hall = Hall()
    hall.reach(stage)
    assert hall.room.is_at is stage
    seats = list(hall.room.seats.select_related("person", "room"))
    assert {held for seat in seats for held in seat.capacities} == set(Capacity) - {
        Capacity.UNION_CHAIR,
        Capacity.CLOCK,
    }
    terms = list(Term.objects.filter(item__room=hall.room))
    for action in Action:
        without = OF_THE_RECORD if action in WORTH_RECORDING else frozenset[str]()
        before = trace(without=without)
        for seat in seats:
            for term in terms if action in OF_A_TERM else []:
                if not may(seat, action, stage, term.is_at):
                    with pytest.raises(Refused):
                        OF_A_TERM[action](seat, term, hall)
            if action in OF_THE_ROOM and not may(seat, action, stage):
                with pytest.raises(Refused):
                    OF_THE_ROOM[action](seat, hall)
        assert trace(without=without) == before, action


def test_every_state_of_a_term_is_met_in_session(db: None) -> None:
    hall = Hall()
    hall.reach(Stage.IN_SESSION)
    assert {t.is_at for t in Term.objects.filter(item__room=hall.room)} == set(TermState)


def raised(account: Account, reduces_rights: bool | None) -> Matter:
    """A matter, screened with this answer if there is one."""
    matter = matters.raise_matter(
        account, title="奖励", kind="award", raised_by="甲", raised_side=W, owner="乙",
        due=date(2099, 1, 1),
    )  # fmt: skip
    if reduces_rights is not None:
        screen(account, matter, reduces_rights)
    return matter


def screen(account: Account, matter: Matter, reduces_rights: bool = False) -> None:
    answers = Answers(contract=False, reduces_rights=reduces_rights)
    matters.screen(account, matter.pk, answers, answered_by="丙")


def schedule(account: Account, matter: Matter) -> None:
    rules = dict.fromkeys(Side, SideRule.POLL)
    booking.schedule(
        account, matter.pk, at=timezone.now(), place="食堂", own_capacity=Capacity.ATTENDEE,
        rules=rules,
    )  # fmt: skip


def test_a_matter_is_screened_and_scheduled_once_and_in_that_order(meeting: Meeting) -> None:
    account = meeting.account
    refused(schedule, account, raised(account, None))
    refused(screen, account, raised(account, False))
    booked = Matter.objects.get(agenda_item__room=meeting.room)
    refused(schedule, account, booked)
    for screened in (raised(account, True), booked):
        refused(screen, account, screened)


def test_a_barred_matter_goes_the_ordinary_way(meeting: Meeting) -> None:
    barred = raised(meeting.account, True)
    schedule(meeting.account, barred)
    room = Room.objects.get(agenda__matter=barred)
    assert (room.goes_by, room.is_at) == (Procedure.ORDINARY, Stage.TO_OFFER)
    assert not room.seats.filter(presides=True).exists()


def test_a_matter_is_its_own_enterprises_chairs_business(meeting: Meeting) -> None:
    federation = Federation.objects.create(name="射阳县总工会")
    officer = Account.objects.create(username="officer", federation=federation)
    other = Meeting("caterer").account
    refused(raised, officer, None)
    for stranger in (officer, other):
        refused(screen, stranger, raised(meeting.account, None))
        refused(schedule, stranger, raised(meeting.account, False))
