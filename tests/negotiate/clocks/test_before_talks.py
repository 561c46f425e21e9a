"""Clocks before a session: what starts each, for how long, and what meets it."""

import pytest

from negotiate import moment
from negotiate.clocks.models import Clock
from negotiate.law import clocks as law
from negotiate.law.profiles import Duration, Value
from negotiate.law.words import Action, Capacity, ClockKind, Count, Stage
from negotiate.people.roster_file import RosterRow
from negotiate.record.chain import read
from negotiate.rooms.actions import composing, offering, seating, sitting
from negotiate.rooms.models import Reply
from tests.negotiate.clocks.timed import DAY, at, clock, going, until
from tests.negotiate.ordinary import RECORDER, E, Ordinary

pytestmark = pytest.mark.django_db
K = ClockKind
SIXTY = Value(60, "第六十条", "days")


def test_a_receipt_starts_the_time_for_the_reply_and_keeps_what_started_it() -> None:
    told = Ordinary().to(Stage.OFFERED)
    offering.receive(told.chief(E))
    reply = clock(told, K.REPLY)
    twenty = Duration(20, Count.DAYS, "", True)
    assert reply.due == law.due(moment.today(), twenty).day
    assert (reply.amount, reply.count, reply.verified) == (20, "days", False)
    (started,) = (act for act in read(told.room.book) if act["number"] == reply.started_by)
    assert started["action"] == Action.RECEIVE


def test_a_receipt_on_paper_starts_it_on_the_day_of_delivery() -> None:
    told = Ordinary().to(Stage.OFFERED)
    delivered = moment.now()
    moment.move(3 * DAY)
    offering.record_receipt(told.desk, at=delivered, by="传达室", how="专人送达")
    assert clock(told, K.REPLY).started_on == moment.day_of(delivered)


@pytest.mark.parametrize("reply", [Reply.AGREE, Reply.REFUSE])
def test_any_reply_meets_the_time_for_it(reply: Reply) -> None:
    told = Ordinary().to(Stage.OFFERED)
    told.respond(reply, "年内不谈")
    met = clock(told, K.REPLY)
    assert (met.state, met.met_on, met.late) == (Clock.State.MET, moment.today(), False)


def test_a_reply_after_the_time_is_late() -> None:
    told = Ordinary().to(Stage.OFFERED)
    offering.receive(told.chief(E))
    until(clock(told, K.REPLY).due + DAY)
    told.respond()
    assert clock(told, K.REPLY).late


def test_without_a_time_in_the_rules_of_the_place_no_clock_runs() -> None:
    told = Ordinary().to(Stage.IN_SESSION)
    assert going(told) == set()


@pytest.mark.parametrize(
    ("begins", "stage"), [("offer", Stage.TO_OFFER), ("first_session", Stage.CHECK_IN)]
)
def test_the_talks_are_timed_from_where_the_place_says(begins: str, stage: Stage) -> None:
    told = at(Stage.TO_OFFER, talks=SIXTY, talks_from=Value(begins, ""))
    told.offer()
    assert (K.TALKS in going(told)) == (begins == "offer")
    told.respond()
    told.settle()
    told.call()
    told.check_in()
    told.begin()
    assert K.TALKS in going(told)
    sixty = Duration(60, Count.DAYS, "", True)
    assert clock(told, K.TALKS).due == law.due(moment.today(), sixty).day


def test_materials_are_due_so_long_before_the_meeting() -> None:
    told = at(Stage.TO_OFFER, materials=Value(10, "第二十条", "days"))
    for deed in (told.offer, told.respond, told.settle, told.call):
        deed()
    due = clock(told, K.MATERIALS)
    assert due.due == moment.day_of(told.room.scheduled_at) - 10 * DAY
    sitting.open_check_in(told.desk)
    assert K.MATERIALS not in going(told)


def test_each_vacancy_has_a_time_of_its_own_and_ends_with_its_own_successor() -> None:
    told = Ordinary().to(Stage.PREPARING)
    left = [told.seat("李秀英"), told.seat("孙立")]
    for seat in left:
        composing.vacate(told.desk, seat.pk, reason="调离")
    assert set(told.room.clocks.going().values_list("about", flat=True)) == {s.pk for s in left}
    new = RosterRow("王芳", "", "", E, Capacity.REPRESENTATIVE)
    seating.seat_persons(told.desk, [new])
    assert list(told.room.clocks.going().values_list("about", flat=True)) == [left[0].pk]


def test_who_is_no_representative_leaves_no_vacancy() -> None:
    told = Ordinary().to(Stage.PREPARING)
    composing.vacate(told.desk, told.seat(RECORDER).pk, reason="调离")
    assert going(told) == set()
