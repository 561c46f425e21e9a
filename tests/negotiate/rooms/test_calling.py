"""The notice of a session, and who leads it by the act of the place."""

from datetime import timedelta

import pytest

from negotiate import moment
from negotiate.law import clocks
from negotiate.law.profiles import profile
from negotiate.law.words import Action, ClockKind, Contract, Side, Stage
from negotiate.rooms.actions import calling, sitting
from tests.negotiate.ordinary import CHAIR, EMPLOYER_CHIEF, Ordinary
from tests.negotiate.refusing import refuses

W, E = Side.WORKER, Side.EMPLOYER


def leading(talks: Ordinary) -> set[str]:
    return {seat.person.name for seat in talks.seats.values() if seat.presides}


def test_no_session_is_called_without_a_recorder_whom_both_want(db: None) -> None:
    talks = Ordinary().to(Stage.PREPARING)
    at = moment.now() + timedelta(days=3)
    refuses("共同确定记录员", calling.call, talks.desk, at=at, place="会议室")


def test_a_session_is_called_for_a_time_to_come(db: None) -> None:
    talks = Ordinary().to(Stage.PREPARING)
    talks.agree_recorder()
    refuses("应晚于现在", calling.call, talks.desk, at=moment.now(), place="会议室")
    talks.call(place="食堂")
    room = talks.room
    assert (room.is_at, room.place) == (Stage.WAITING, "食堂")


@pytest.mark.parametrize(
    ("place", "first", "who"),
    [
        ("jiangsu", E, {EMPLOYER_CHIEF}),
        ("jiangsu", None, {CHAIR}),
        ("ningbo", E, {CHAIR}),
        ("shanghai", E, {CHAIR, EMPLOYER_CHIEF}),
    ],
)
def test_who_presides_first_is_what_the_place_says(
    db: None, place: str, first: Side | None, who: set[str]
) -> None:
    talks = Ordinary(place=place).to(Stage.PREPARING)
    talks.call(first=first)
    assert leading(talks) == who
    talks.check_in()
    talks.begin()


@pytest.mark.parametrize("place", ["chongqing", "henan"])
def test_the_time_for_materials_is_left_before_the_session(db: None, place: str) -> None:
    talks = Ordinary(place=place).to(Stage.PREPARING)
    talks.agree_recorder()
    found = calling.earliest(talks.room)
    assert found
    time = profile(place).duration(ClockKind.MATERIALS)
    assert time
    assert clocks.before(found[0], time).day >= moment.today()
    assert clocks.before(found[0] - timedelta(days=1), time).day < moment.today()
    early = moment.now() + (found[0] - moment.today()) - timedelta(days=1)
    refuses(time.article, calling.call, talks.desk, at=early, place="会议室")
    talks.call(at=early + timedelta(days=1))


def test_only_wages_need_materials_where_the_place_says_so(db: None) -> None:
    general, wages = Ordinary(), Ordinary(contract=Contract.WAGES)
    assert calling.earliest(general.room) is None
    assert calling.earliest(wages.room) is not None


def test_chiefs_who_take_turns_hand_over_and_take_turns_after_a_break(db: None) -> None:
    talks = Ordinary().to(Stage.IN_SESSION)
    calling.pass_chair(talks.presiding())
    assert leading(talks) == {EMPLOYER_CHIEF}
    talks.suspend()
    sitting.resume(talks.presiding())
    assert leading(talks) == {CHAIR}
    refuses("只有主持", calling.pass_chair, talks.chief(E))


def test_chiefs_who_preside_together_do_not_hand_over(db: None) -> None:
    talks = Ordinary(place="shanghai").to(Stage.IN_SESSION)
    refuses("共同主持（《上海市", calling.pass_chair, talks.chief(E))
    talks.suspend()
    sitting.resume(talks.chief(E))
    assert leading(talks) == {CHAIR, EMPLOYER_CHIEF}


def test_the_desk_keeps_its_rights_while_the_other_side_presides(db: None) -> None:
    talks = Ordinary().to(Stage.IN_SESSION)
    calling.pass_chair(talks.presiding())
    desk, chief = talks.desk, talks.chief(E)
    for action in (Action.SEAT, Action.REISSUE, Action.VACATE, Action.ADD_TERM):
        assert desk.may(action), action
    for action in (Action.SUSPEND, Action.PASS_CHAIR):
        assert chief.may(action), action
        assert not desk.may(action), action
    assert desk.keeps_desk
    assert not chief.keeps_desk
