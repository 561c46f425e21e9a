"""Clocks of a draft and its contract: what starts each, for how long, and what meets it."""

import pytest

from negotiate import moment
from negotiate.clocks.actions import begin, meet, set_day
from negotiate.clocks.models import Clock
from negotiate.law import clocks as law
from negotiate.law.profiles import Duration, Value
from negotiate.law.words import Action, ClockKind, Contract, Count, Side, Stage
from negotiate.rooms.order import ordered
from tests.negotiate.clocks.timed import DAY, at, clock, do, going, until
from tests.negotiate.ordinary import W

pytestmark = pytest.mark.django_db
K = ClockKind
SIXTY = Value(60, "第六十条", "days")


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
