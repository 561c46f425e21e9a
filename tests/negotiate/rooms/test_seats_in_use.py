"""A seat that others point to is not deleted: it is left, or becomes another kind of seat."""

from datetime import timedelta

from negotiate import moment
from negotiate.ballots.models import RollEntry
from negotiate.law.words import Capacity, Electorate, Side, Stage
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import (
    composing,
    consent,
    information,
    ledger,
    seating,
    sitting,
)
from tests.negotiate.meeting import Meeting, enrolled
from tests.negotiate.ordinary import Ordinary
from tests.negotiate.refusing import refuses

W, E = Side.WORKER, Side.EMPLOYER


def test_whoever_has_asked_something_is_taken_off_the_list_and_stays_in_the_record(
    db: None,
) -> None:
    talks = Ordinary().to(Stage.COMPOSING)
    talks.compose()
    asks = talks.seat("孙立")
    due = moment.today() + timedelta(days=5)
    information.request(asks, question="上年的台账", due=due)
    seating.unseat(talks.desk, asks.pk)
    assert "孙立" not in talks.seats
    assert talks.room.requests.get().seat_id == asks.pk


def test_people_of_a_meeting_that_has_become_ordinary_can_be_taken_off(in_session: Meeting) -> None:
    in_session.agree()
    voted = in_session.other(E)
    sitting.escalate(in_session.chair, reason="要签专项集体合同")
    seating.unseat(in_session.chair, voted.pk)
    assert not in_session.room.seats.at_table().filter(pk=voted.pk).exists()


def test_one_of_the_staff_who_was_on_a_roll_can_follow_a_representative(db: None) -> None:
    talks = Ordinary().to(Stage.IN_SESSION)
    staff = enrolled(talks.desk, ("陈七", "A1"), ("陈八", "A2"))
    ledger.propose(talks.chief(W), talks.term.pk, {"body": "一"}, answers=None)
    consent.open_poll(talks.chief(W), talks.term.pk, [W], electorate=Electorate.STAFF)
    consent.close_poll(talks.chief(W), talks.room.polls.get().pk)
    composing.vacate(talks.desk, talks.seat("李秀英").pk, reason="退休")
    row = RosterRow("陈七", "A1", "", W, Capacity.REPRESENTATIVE)
    seating.seat_persons(talks.desk, [row])
    assert talks.seat("陈七").capacity == Capacity.REPRESENTATIVE
    assert talks.room.on_roll == 1
    assert talks.seat("陈七").link_serial > staff[0].link_serial


def test_one_of_the_staff_who_was_on_a_roll_stays_on_it(in_session: Meeting) -> None:
    (staff,) = enrolled(in_session.chair, ("陈七", "A1"))
    in_session.agree()
    RollEntry.objects.create(poll=in_session.room.polls.all()[0], seat=staff)
    sitting.escalate(in_session.chair, reason="要签专项集体合同")
    refuses("以前表决的名册", seating.unseat, in_session.chair, staff.pk)
    assert in_session.room.on_roll == 1
