"""Every kind of clock: what starts it, for how long, and what meets it."""

from datetime import date, timedelta

import pytest

from negotiate import moment
from negotiate.clocks.actions import begin, extend, meet, pause, set_day
from negotiate.clocks.models import Clock
from negotiate.law import clocks as law
from negotiate.law.profiles import Duration, Value
from negotiate.law.words import Action, Capacity, ClockKind, Contract, Count, Side, Stage
from negotiate.people.roster_file import RosterRow
from negotiate.record.chain import read
from negotiate.rooms.actions import composing, impasse, information, offering, seating, sitting
from negotiate.rooms.models import Reply
from negotiate.rooms.order import ordered
from tests.negotiate.clocks.timed import DAY, at, clock, do, going, until
from tests.negotiate.ordinary import RECORDER, E, Ordinary, W

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


def test_coordination_is_timed_and_extended_once_more_from_its_last_day() -> None:
    told = Ordinary().to(Stage.DEADLOCKED)
    first = clock(told, K.COORDINATION)
    impasse.extend(told.desk, reason="再给半月")
    longer = clock(told, K.COORDINATION)
    fifteen = Duration(15, Count.DAYS, "", True)
    assert longer.pk == first.pk
    assert longer.due == law.due(first.due, fifteen).day
    assert (longer.article, longer.verified) == ("《集体合同规定》第五十二条", False)
    impasse.coordinate(told.desk, coordinator="人社局", result="再谈")
    assert going(told) == set()


def test_what_was_late_and_reminded_of_begins_anew_with_more_time_and_keeps_its_doubts() -> None:
    told = Ordinary().to(Stage.DEADLOCKED)
    fifteen = Duration(15, Count.DAYS, "第五十二条", True)
    for doubt in ("verified", "covered"):
        told.room.clocks.update(late=True, reminded_on=moment.today(), verified=True, covered=True)
        told.room.clocks.update(**{doubt: False}, due=date(2026, 6, 1))  # of a year that is known
        extend(told.room, K.COORDINATION, fifteen)
        longer = clock(told, K.COORDINATION)
        assert (longer.late, longer.reminded_on) == (False, None)
        assert getattr(longer, doubt) is False


def test_a_break_ends_on_the_day_that_the_sides_agreed() -> None:
    told = Ordinary().to(Stage.SUSPENDED)
    assert clock(told, K.SUSPENSION).due == moment.today() + 2 * DAY
    sitting.resume(told.presiding())
    assert going(told) == set()


@pytest.mark.parametrize("stops", [True, False])
def test_a_break_stops_the_time_of_the_talks_where_the_place_says_so(stops: bool) -> None:
    told = at(Stage.TO_OFFER, talks=SIXTY, suspension_stops_clock=Value(stops, ""))
    for deed in (told.offer, told.respond, told.settle, told.call, told.check_in, told.begin):
        deed()
    before = clock(told, K.TALKS)
    told.suspend(at=moment.now() + timedelta(days=10))
    assert clock(told, K.TALKS).state == (Clock.State.PAUSED if stops else Clock.State.RUNNING)
    moment.move(10 * DAY)
    sitting.resume(told.presiding())
    after = clock(told, K.TALKS)
    sixty = Duration(60, Count.DAYS, "", True)
    assert before.due == law.due(before.started_on, sixty).day
    stop = [(before.started_on, before.started_on + 10 * DAY)] if stops else []
    assert after.due == law.due(before.started_on, sixty, stop).day


def test_a_break_that_ends_in_a_deadlock_stops_the_time_of_the_talks_no_longer() -> None:
    told = at(Stage.SUSPENDED, talks=SIXTY, suspension_stops_clock=Value(True, ""))
    begin(told.room, K.TALKS, 1, since=moment.today())
    pause(told.room, K.TALKS)
    moment.move(10 * DAY)
    impasse.deadlock(
        told.chief(W), reason="谈不拢", worker_last="每周一次", employer_last="每月一次"
    )
    talks = clock(told, K.TALKS)
    assert talks.state == Clock.State.RUNNING
    stop = (talks.started_on, talks.started_on + 10 * DAY)
    assert talks.due == law.due(talks.started_on, Duration(60, Count.DAYS, "", True), [stop]).day


def test_signing_starts_the_time_to_file_and_filing_meets_it_on_its_own_day() -> None:
    told = at(Stage.RATIFIED)
    do(told.desk, Action.COMPLETE)
    filing = clock(told, K.FILING)
    assert filing.due == law.due(moment.today(), Duration(10, Count.DAYS, "", True)).day
    in_time = filing.due
    until(in_time + 3 * DAY)
    do(told.desk, Action.FILE, since=in_time)  # written down later than it was done
    assert not clock(told, K.FILING).late


def test_a_contract_on_wages_has_the_times_of_such_a_contract() -> None:
    told = at(Stage.RATIFIED)
    told.room.__class__.objects.update(contract=Contract.WAGES)
    do(told.desk, Action.COMPLETE)
    assert clock(told, K.FILING).amount == 7


def test_the_authority_has_its_time_from_the_day_on_which_it_received_the_text() -> None:
    told = at(Stage.FILED)
    received = moment.today()
    moment.move(2 * DAY)
    do(told.desk, Action.ACKNOWLEDGE, since=received)
    assert clock(told, K.EFFECT).due == law.due(received, Duration(15, Count.DAYS, "", True)).day


def test_a_question_is_to_be_answered_by_its_day_or_the_promised_one() -> None:
    told = Ordinary().to(Stage.IN_SESSION)
    asked = information.request(told.chief(W), question="去年加班", due=moment.today() + 5 * DAY)
    assert (clock(told, K.ANSWER).about, clock(told, K.ANSWER).due) == (asked.pk, asked.due)
    information.promise(told.chief(E), asked.pk, day=moment.today() + 9 * DAY)
    assert clock(told, K.ANSWER).due == moment.today() + 9 * DAY
    information.answer(told.chief(E), asked.pk, text="三千小时")
    assert going(told) == set()


def test_renewal_can_be_asked_in_the_last_months_of_the_contract() -> None:
    told = at(Stage.FILED)
    do(told.desk, Action.ACKNOWLEDGE)
    last = moment.today() + 700 * DAY
    room = told.room
    with ordered(told.desk, Action.REISSUE):  # any act: the day is set in its body
        set_day(room, K.EXPIRY, last, article="第三十八条")
    begin(room, K.RENEWAL, room.book.length, since=moment.today())
    renewal = clock(told, K.RENEWAL)
    three = Duration(3, Count.MONTHS, "", True)
    assert (renewal.started_on, renewal.due) == (law.before(last, three).day, last)


def test_a_draft_taken_back_has_no_new_time_and_a_rejected_one_has() -> None:
    told = at(Stage.TO_OFFER, talks=SIXTY)
    for deed in (told.offer, told.respond, told.settle, told.call, told.check_in, told.begin):
        deed()
    first = clock(told, K.TALKS)
    do(told.presiding(), Action.SUM_UP)
    assert going(told) == set()
    moment.move(5 * DAY)
    do(told.presiding(), Action.RETURN)
    assert (clock(told, K.TALKS).pk, clock(told, K.TALKS).due) == (first.pk, first.due)
    do(told.presiding(), Action.SUM_UP)
    for side in Side:
        with ordered(told.chief(side), Action.INITIAL) as order:
            order.stays = side is W
    with ordered(told.desk, Action.CONCLUDE) as order:
        order.refuses = True
    assert clock(told, K.TALKS).started_on == moment.today()


def test_a_draft_recalled_from_those_it_binds_goes_on_with_the_time_that_it_had() -> None:
    told = at(Stage.RATIFYING, talks=SIXTY)
    begin(told.room, K.TALKS, 1, since=moment.today())
    first = clock(told, K.TALKS)
    meet(told.room, [K.TALKS])  # as summing up did
    moment.move(5 * DAY)
    do(told.desk, Action.RECALL)
    again = clock(told, K.TALKS)
    assert (again.pk, again.due, again.state) == (first.pk, first.due, Clock.State.RUNNING)


def test_a_draft_that_passes_starts_no_new_talks() -> None:
    told = at(Stage.RATIFYING, talks=SIXTY)
    do(told.desk, Action.CONCLUDE)
    assert going(told) == set()


def test_when_the_talks_end_no_clock_goes_on() -> None:
    told = at(Stage.TO_OFFER, talks=SIXTY)
    told.offer()
    offering.receive(told.chief(E))
    assert going(told) == {K.TALKS, K.REPLY}
    told.end()
    assert going(told) == set()


def test_what_its_end_does_not_meet_falls_away_with_the_talks() -> None:
    told = Ordinary().to(Stage.PREPARING)
    composing.vacate(told.desk, told.seat("李秀英").pk, reason="调离")
    information.request(told.chief(W), question="去年加班", due=moment.today() + 5 * DAY)
    assert going(told) == {K.VACANCY, K.ANSWER}
    impasse.end_talks(told.desk, reason="企业方不来")
    assert going(told) == set()
    assert clock(told, K.VACANCY).state == Clock.State.VOID


def test_a_day_within_a_year_that_is_not_published_says_so() -> None:
    told = at(Stage.FILED)
    moment.move(4 * 365 * DAY)
    do(told.desk, Action.ACKNOWLEDGE)
    assert not clock(told, K.EFFECT).covered
