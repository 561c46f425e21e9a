"""How long a break may be, by the act of the place."""

from datetime import timedelta

import pytest

from negotiate import moment
from negotiate.law import clocks
from negotiate.law.words import ClockKind, Side, Stage
from negotiate.rooms.actions import sitting
from negotiate.rooms.actions.recess import LONGEST, call_caucus
from tests.negotiate.meeting import Meeting
from tests.negotiate.ordinary import Ordinary
from tests.negotiate.refusing import refuses

DAY = timedelta(days=1)
TOO_LONG = "休会太久"


def until(days: int) -> dict[str, object]:
    return {"at": moment.now() + days * DAY}


def broken_off(talks: Ordinary, days: int) -> None:
    """A break of so many days, and back at the table."""
    talks.suspend(**until(days))
    moment.move(days * DAY)
    sitting.resume(talks.presiding())


def test_a_break_ends_on_its_last_lawful_day_at_the_latest(db: None) -> None:
    talks = Ordinary(place="hangzhou").to(Stage.IN_SESSION)
    time = talks.room.rules.duration(ClockKind.SUSPENSION, talks.room.contract)
    assert time is not None
    days = (clocks.due(moment.today(), time).day - moment.today()).days
    refuses(f"{TOO_LONG}.*第二十七条", talks.suspend, **until(days + 1))
    talks.suspend(**until(days))


def test_where_all_breaks_count_together_the_earlier_ones_are_off_the_next(db: None) -> None:
    with moment.travelling():
        talks = Ordinary(place="hangzhou").to(Stage.IN_SESSION)
        broken_off(talks, 20)
        refuses(TOO_LONG, talks.suspend, **until(20))
        talks.suspend(**until(5))


def test_where_each_break_counts_by_itself_the_next_may_be_as_long(db: None) -> None:
    with moment.travelling():
        talks = Ordinary(place="beijing").to(Stage.IN_SESSION)
        broken_off(talks, 50)
        talks.suspend(**until(50))


@pytest.mark.parametrize(("place", "may"), [("chongqing", True), ("beijing", False)])
def test_a_longer_break_is_agreed_only_where_the_act_says_so(
    db: None, place: str, may: bool
) -> None:
    talks = Ordinary(place=place).to(Stage.IN_SESSION)
    if may:
        talks.suspend(**until(90))
    else:
        refuses(TOO_LONG, talks.suspend, **until(90))


@pytest.mark.parametrize("minutes", [0, LONGEST + 1])
def test_a_break_to_confer_is_of_one_to_sixty_minutes(in_session: Meeting, minutes: int) -> None:
    chief = in_session.chief(Side.WORKER)
    refuses("1 到 60 分钟", call_caucus, chief, minutes=minutes)
    call_caucus(chief, minutes=LONGEST)
