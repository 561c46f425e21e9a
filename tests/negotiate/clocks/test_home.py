"""The deadlines on an office's first page, and as a calendar."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar

from agreements.scenarios.opening import COUNTY
from negotiate import moment
from negotiate.clocks.actions import pause, resume, set_day
from negotiate.clocks.feed import feed_path
from negotiate.clocks.models import Clock
from negotiate.law.words import Action, ClockKind, Stage
from negotiate.people.models import Account, Federation
from negotiate.rooms.actions import offering
from negotiate.rooms.order import ordered
from tests.negotiate.clocks.timed import DAY, at, clock, do, until
from tests.negotiate.ordinary import E, Ordinary

pytestmark = pytest.mark.django_db
K = ClockKind


def unanswered() -> Ordinary:
    told = Ordinary().to(Stage.OFFERED)
    offering.receive(told.chief(E))
    return told


def officer(county: str = COUNTY) -> Account:
    federation, _ = Federation.objects.get_or_create(name=county)
    return Account.objects.create(username=county, federation=federation)


def page(account: Account, path: str = "/") -> str:
    client = Client()
    client.force_login(account)
    return client.get(path).content.decode()


def events(account: Account) -> list[Any]:
    answer = Client().get(feed_path(account))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def test_a_chair_sees_what_is_due_with_the_day_and_the_days_left() -> None:
    told = unanswered()
    shown = page(told.account)
    assert "要办的期限" in shown
    assert clock(told, K.REPLY).due.isoformat() in shown
    assert f"还有 {(clock(told, K.REPLY).due - moment.today()).days} 天" in shown
    assert f"/s/{told.chair.pk}/" in shown


def test_what_is_overdue_stands_first_and_says_so() -> None:
    first, second = unanswered(), at(Stage.FILED)
    until(clock(first, K.REPLY).due + 2 * DAY)
    do(second.desk, Action.ACKNOWLEDGE)
    shown = page(first.account)
    assert shown.index("已超期 2 天") < shown.index("审查异议期")


def test_what_runs_for_years_is_not_listed_before_its_time() -> None:
    told = at(Stage.FILED)
    with ordered(told.desk, Action.REISSUE) as order:
        set_day(order.room, K.EXPIRY, moment.today() + 400 * DAY)
    assert "合同期满" not in page(told.account)
    moment.move(371 * DAY)
    assert "合同期满" in page(told.account)


def test_a_county_sees_what_is_overdue_with_the_name_of_the_enterprise() -> None:
    told = unanswered()
    account = officer()
    until(clock(told, K.REPLY).due)
    assert "没有超期的事。" in page(account)
    moment.move(DAY)
    shown = page(account)
    assert "已超期 1 天" in shown
    assert told.room.enterprise.name in shown
    assert "没有超期的事。" in page(officer("射阳县总工会"))


def test_a_county_is_shown_neither_what_is_stopped_nor_what_nobody_has_to_do() -> None:
    unanswered()
    Clock.objects.update(state=Clock.State.PAUSED)
    do(at(Stage.FILED).desk, Action.ACKNOWLEDGE)
    moment.move(60 * DAY)
    assert "没有超期的事。" in page(officer())


def test_an_article_that_nobody_has_read_says_so_in_the_calendar() -> None:
    told = unanswered()
    words = "这个期限还没有对照原文核对，以条例原文为准"
    (event,) = events(told.account)
    assert words in event["description"]
    Clock.objects.update(verified=True)
    (event,) = events(told.account)
    assert words not in event["description"]


def test_whoever_has_left_reads_no_calendar_any_more() -> None:
    told = unanswered()
    address = feed_path(told.account)
    Account.objects.filter(pk=told.account.pk).update(is_active=False)
    assert Client().get(address).status_code == 404


def test_a_day_that_hangs_on_unpublished_holidays_says_so_on_every_page() -> None:
    told = unanswered()
    Clock.objects.update(covered=False)
    words = "节假日安排未公布，按周一至周五推算"
    assert words in page(told.account)
    assert words in page(told.account, f"/s/{told.chair.pk}/")
    (event,) = events(told.account)
    assert words in event["description"]


def test_the_calendar_has_a_day_with_reminders_for_every_deadline() -> None:
    told = unanswered()
    (event,) = events(told.account)
    due = clock(told, K.REPLY).due
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (due, due + DAY)
    assert event["summary"] == "答复要约：生活区安全"
    assert told.room.enterprise.name in event["description"]
    alarms = [alarm.decoded("trigger") for alarm in event.walk("VALARM")]
    assert alarms == [timedelta(hours=9) - n * DAY for n in (3, 1, 0)]


def test_a_deadline_keeps_its_name_in_the_calendar_and_leaves_it_when_met() -> None:
    told = unanswered()
    (before,), (again,) = events(told.account), events(told.account)
    assert before["uid"] == again["uid"]
    told.respond()
    assert events(told.account) == []


def test_a_stopped_clock_says_so_in_the_calendar_and_reminds_nobody_until_it_goes_on() -> None:
    told = unanswered()
    pause(told.room, K.REPLY)
    (event,) = events(told.account)
    assert event["summary"] == "答复要约：生活区安全（暂停计时）"
    assert event["status"] == "TENTATIVE"
    assert "现在暂停计时，恢复以后日子会往后推" in event["description"]
    assert event.walk("VALARM") == []
    resume(told.room, K.REPLY)
    (event,) = events(told.account)
    assert (event["summary"], event["status"]) == ("答复要约：生活区安全", "CONFIRMED")
    assert "暂停" not in event["description"]
    assert len(event.walk("VALARM")) == 3


def test_renewal_stands_in_the_calendar_on_the_first_day_on_which_it_can_be_asked() -> None:
    told = at(Stage.FILED)
    opens, last = moment.today() + 300 * DAY, moment.today() + 400 * DAY
    told.room.clocks.create(kind=K.RENEWAL, started_by=1, started_on=opens, due=last)
    (event,) = events(told.account)
    assert event.decoded("dtstart") == opens


@pytest.mark.parametrize("broken", ["0", "1-1", "1-1.AAAA", "x.y"])
def test_an_address_that_was_guessed_opens_nothing(broken: str) -> None:
    assert Client().get(f"/calendar/{broken}.ics").status_code == 404


def test_a_new_address_ends_the_old_one() -> None:
    told = unanswered()
    old = feed_path(told.account)
    client = Client()
    client.force_login(told.account)
    assert client.post("/calendar/renew/").status_code == 302
    told.account.refresh_from_db()
    assert Client().get(old).status_code == 404
    assert len(events(told.account)) == 1
    assert feed_path(told.account) in client.get("/").content.decode()


def test_nobody_reads_another_offices_deadlines_in_the_calendar() -> None:
    unanswered()
    assert events(officer("射阳县总工会")) == []
    assert len(events(officer())) == 1
