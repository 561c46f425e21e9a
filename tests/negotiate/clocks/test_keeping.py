"""What time brings by itself, done once however often it is looked for."""

from collections import Counter
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from agreements.scenarios.opening import COUNTY
from negotiate import moment
from negotiate.clocks.actions import set_day
from negotiate.clocks.models import Clock
from negotiate.law.words import Action, ClockKind, Stage
from negotiate.record.chain import faults, read
from negotiate.record.models import DayHead
from negotiate.rooms.actions import information, offering
from negotiate.rooms.actions.keeping import keep_time
from negotiate.rooms.models import Room
from negotiate.rooms.order import took_effect
from tests.negotiate.clocks.timed import DAY, acts, at, clock, do, going, until
from tests.negotiate.ordinary import E, Ordinary
from tests.negotiate.races.two import race

K = ClockKind


class Held:
    """Gives every contract that takes effect a last day, as the papers' side does."""

    def __init__(self, last: date) -> None:
        self.last = last
        self.began: list[date] = []

    def __call__(self, room: Room, day: date, **_: Any) -> None:
        self.began.append(day)
        set_day(room, K.EXPIRY, self.last)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    """No other receiver: these rooms have no papers."""
    receiver = Held(moment.today() + 800 * DAY)
    monkeypatch.setattr(took_effect, "receivers", [])
    took_effect.sender_receivers_cache.clear()
    took_effect.connect(receiver, weak=False)
    return receiver


def filed() -> Ordinary:
    told = at(Stage.FILED)
    do(told.desk, Action.ACKNOWLEDGE)
    return told


def unanswered() -> Ordinary:
    told = Ordinary().to(Stage.OFFERED)
    offering.receive(told.chief(E))
    return told


def told_of(room: Room, action: str) -> list[dict[str, Any]]:
    return [act for act in read(room.book) if act["action"] == action]


def test_before_its_last_day_is_over_nothing_takes_effect(db: None, held: Held) -> None:
    told = filed()
    until(clock(told, K.EFFECT).due)
    keep_time()
    assert (told.room.is_at, held.began) == (Stage.FILED, [])


def test_without_objection_the_contract_takes_effect_and_its_times_begin(
    db: None, held: Held
) -> None:
    told = filed()
    day = clock(told, K.EFFECT).due + DAY
    until(day + 2 * DAY)  # nobody ran the command on the day itself
    keep_time()
    assert told.room.is_at is Stage.EFFECTIVE
    assert held.began == [day]
    (act,) = told_of(told.room, Action.TAKE_EFFECT)
    assert act["data"] == {"effective_on": day.isoformat(), "stage": "effective"}
    assert act["actor"]["name"] == "到期自动办理"
    assert going(told) == {K.EXPIRY, K.RENEWAL}  # the national rules time no publication of it
    assert not clock(told, K.EFFECT).late


def test_an_objection_stops_the_effect(db: None, held: Held) -> None:
    told = filed()
    do(told.desk, Action.OBJECT)
    moment.move(60 * DAY)
    keep_time()
    assert (told.room.is_at, held.began) == (Stage.OBJECTED, [])


def test_a_contract_ends_the_day_after_its_last(db: None, held: Held) -> None:
    told = filed()
    until(clock(told, K.EFFECT).due + DAY)
    keep_time()
    until(held.last)
    keep_time()
    assert told.room.stage == Stage.EFFECTIVE
    until(held.last + DAY)
    keep_time()
    assert told.room.stage == Stage.EXPIRED
    assert going(told) == set()


def test_what_follows_a_contract_takes_its_place_on_its_first_day(db: None, held: Held) -> None:
    old, new = filed(), at(Stage.FILED)
    until(clock(old, K.EFFECT).due + DAY)
    keep_time()
    Room.objects.filter(pk=new.room.pk).update(follows=old.room)
    do(new.desk, Action.ACKNOWLEDGE)
    until(clock(new, K.EFFECT).due + DAY)
    keep_time()
    assert (old.room.is_at, new.room.is_at) == (Stage.SUPERSEDED, Stage.EFFECTIVE)
    assert going(old) == set()


def test_an_offer_without_reply_is_said_once_and_to_the_federation(db: None) -> None:
    told = unanswered()
    until(clock(told, K.REPLY).due + DAY)
    keep_time()
    (said,) = told_of(told.room, "overdue")
    assert (said["data"]["clock"], said["data"]["federation"]) == (K.REPLY, COUNTY)
    assert clock(told, K.REPLY).late
    assert K.REPLY in going(told)  # the reply is still owed


def test_a_reminder_comes_three_days_ahead_and_once(db: None) -> None:
    told = unanswered()
    due = clock(told, K.REPLY).due
    until(due - 4 * DAY)
    keep_time()
    assert "reminder" not in acts(told)
    until(due - 3 * DAY)
    keep_time()
    assert acts(told).count("reminder") == 1
    assert clock(told, K.REPLY).reminded_on == moment.today()


def test_nobody_is_reminded_on_the_day_on_which_a_short_time_began(db: None) -> None:
    told = Ordinary().to(Stage.IN_SESSION)
    information.request(told.chief(E), question="去年加班", due=moment.today() + 2 * DAY)
    keep_time()
    assert "reminder" not in acts(told)
    moment.move(DAY)
    keep_time()
    assert acts(told).count("reminder") == 1


def test_renewal_is_reminded_of_when_it_can_be_asked(db: None, held: Held) -> None:
    told = filed()
    until(clock(told, K.EFFECT).due + DAY)
    keep_time()
    until(clock(told, K.RENEWAL).started_on)
    keep_time()
    (said,) = told_of(told.room, "reminder")
    assert said["data"]["clock"] == K.RENEWAL


def test_a_second_run_finds_nothing_to_do(db: None, held: Held) -> None:
    rooms = [filed(), unanswered()]
    moment.move(40 * DAY)
    assert keep_time().total() == 3
    written = [told.room.book.length for told in rooms]
    assert keep_time().total() == 0
    assert [told.room.book.length for told in rooms] == written
    assert not [fault for told in rooms for fault in faults(told.room.book)]


def test_one_room_that_goes_wrong_keeps_no_other_waiting(
    db: None, held: Held, caplog: pytest.LogCaptureFixture
) -> None:
    wrong, right = filed(), filed()

    def broken(room: Room, **_: Any) -> None:
        if room == wrong.room:
            raise ValueError("this one has no last day")

    took_effect.connect(broken, weak=False)
    moment.move(40 * DAY)
    with pytest.raises(SystemExit):
        call_command("keep_time")
    assert (wrong.room.is_at, right.room.is_at) == (Stage.FILED, Stage.EFFECTIVE)
    assert "this one has no last day" in caplog.text
    assert wrong.room.book.length == len(acts(wrong))


def test_two_processes_at_once_do_everything_once(committing: None, held: Held) -> None:
    rooms = [filed(), unanswered()]
    moment.move(40 * DAY)
    raced = race(keep_time, keep_time)
    done = [raced.first, raced.second]
    assert sum(each.total() for each in done if isinstance(each, Counter)) == 3
    assert DayHead.objects.count() == 1
    assert acts(rooms[0]).count(Action.TAKE_EFFECT) == 1
    assert acts(rooms[1]).count("overdue") == 1
    assert connection.vendor != "postgresql" or raced.waited


def test_a_stopped_clock_is_neither_late_nor_reminded_of(db: None) -> None:
    unanswered()
    Clock.objects.update(state=Clock.State.PAUSED)
    moment.move(60 * DAY)
    assert set(keep_time()) == {"day head"}


def test_with_nothing_to_do_the_command_says_nothing(
    db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("keep_time")
    assert capsys.readouterr().out == ""
