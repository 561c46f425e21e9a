"""An account's deadlines as a calendar that a phone or a desk computer subscribes to (RFC 5545).

Calendars can't sign in: whoever has the address reads it, so it is signed and cannot be guessed,
and a new one ends the old.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final

from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.translation import gettext
from icalendar import Alarm, Calendar, Event

from negotiate import moment
from negotiate.clocks.models import Clock
from negotiate.law.refusal import N_
from negotiate.law.words import ClockKind
from negotiate.people.models import Account

_SIGNER: Final = Signer(salt="account calendar", sep=".")
MORNING: Final = timedelta(hours=9)
AHEAD: Final = (timedelta(days=3), timedelta(days=1), timedelta())
STOPPED: Final = N_("（暂停计时）")
STOPS: Final = N_("现在暂停计时，恢复以后日子会往后推")
UNREAD: Final = N_("这个期限还没有对照原文核对，以条例原文为准")
UNPUBLISHED: Final = N_("节假日安排未公布，按周一至周五推算")


def feed_path(account: Account) -> str:
    return reverse("calendar", args=[_SIGNER.sign(f"{account.pk}-{account.calendar_serial}")])


def account_of(token: str) -> Account | None:
    """Whose calendar it is, if the address still holds."""
    try:
        key, serial = _SIGNER.unsign(token).split("-")
    except BadSignature:
        return None
    return Account.objects.filter(pk=key, calendar_serial=serial, is_active=True).first()


def calendar(clocks: Iterable[Clock]) -> bytes:
    """A day for each clock, with a reminder in the morning of that day and ahead of it. One that is
    stopped says so, and reminds nobody."""
    made = Calendar()
    made.add("prodid", "-//negotiate//deadlines//ZH")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", gettext("集体协商期限"))
    made.add("refresh-interval", timedelta(hours=6), parameters={"value": "DURATION"})
    for clock in clocks:
        made.add_component(_event(clock))
    text: bytes = made.to_ical()
    return text


def _event(clock: Clock) -> Event:
    room: Any = clock.room
    day, title = _day(clock), f"{gettext(clock.of_kind.label)}{gettext('：')}{room.title}"
    stopped = clock.state == Clock.State.PAUSED
    if stopped:
        title += gettext(STOPPED)
    event = Event()
    event.add("uid", f"clock-{clock.pk}@negotiate")
    event.add("dtstamp", moment.now())
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", title)
    event.add("description", "\n".join(_told(clock, room)))
    event.add("transp", "TRANSPARENT")
    event.add("status", "TENTATIVE" if stopped else "CONFIRMED")
    for ahead in () if stopped else AHEAD:
        event.add_component(_alarm(title, MORNING - ahead))
    return event


def _day(clock: Clock) -> date:
    """The last day; of renewal the first, on which it can be asked for."""
    return clock.started_on if clock.kind == ClockKind.RENEWAL else clock.due


def _told(clock: Clock, room: Any) -> Iterable[str]:
    yield room.enterprise.name
    if clock.state == Clock.State.PAUSED:
        yield gettext(STOPS)
    if clock.article:
        yield clock.article
    if not clock.verified:
        yield gettext(UNREAD)
    if not clock.covered:
        yield gettext(UNPUBLISHED)


def _alarm(title: str, from_midnight: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", from_midnight)
    return alarm
