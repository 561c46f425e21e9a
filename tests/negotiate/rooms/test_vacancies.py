"""Whoever spoke for a side and has left is followed by one other, and the lists stay lawful."""

import pytest

from negotiate.law.words import Capacity, ClockKind, Side, Stage
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import composing, composition, seating, vacancies
from negotiate.rooms.models import Room
from tests.negotiate.ordinary import EMPLOYERS, WORKERS, Ordinary
from tests.negotiate.refusing import refuses
from tests.visitor import signed_in

W, E = Side.WORKER, Side.EMPLOYER
EXPERT, DELEGATE = Capacity.EXPERT, Capacity.REPRESENTATIVE
PERSON = {"post": "", "staff_number": "", "produced": "", "delegation": "委托书"}


def row(name: str, side: Side, capacity: Capacity, *, woman: bool = False) -> RosterRow:
    return RosterRow(name, "", "", side, capacity, woman)


def with_experts(stage: Stage, place: str = "national") -> Ordinary:
    """A lawyer on each side, besides three who work there."""
    talks = Ordinary(place=place)
    rows = [row("刘律师", W, EXPERT), row("何律师", E, EXPERT)]
    seating.seat_persons(talks.desk, rows)
    talks.to(stage)
    return talks


def leave(talks: Ordinary, name: str) -> Seat:
    seat = talks.seat(name)
    composing.vacate(talks.desk, seat.pk, reason="调走")
    return seat


def waiting(talks: Ordinary) -> list[str]:
    return [old.name for old in vacancies.vacant(talks.room)]


@pytest.mark.parametrize("stage", [Stage.PREPARING, Stage.WAITING, Stage.IN_SESSION])
def test_an_expert_who_leaves_is_followed_by_another(db: None, stage: Stage) -> None:
    talks = with_experts(stage)
    old = leave(talks, "刘律师")
    clocks = talks.room.clocks.filter(kind=ClockKind.VACANCY, about=old.pk)
    assert waiting(talks) == ["刘律师"]
    assert clocks.going().exists()
    seating.seat_persons(talks.desk, [row("方律师", W, EXPERT)])
    assert waiting(talks) == []
    assert not clocks.going().exists()
    assert composition.faults(talks.room) == ()


def test_nobody_more_comes_than_has_left_nor_on_another_side(db: None) -> None:
    talks = with_experts(Stage.WAITING)
    leave(talks, "刘律师")
    desk, why = talks.desk, "只能补上出缺的代表"
    refuses(why, seating.seat_persons, desk, [row("方律师", E, EXPERT)])
    refuses(why, seating.seat_persons, desk, [row("陈七", W, DELEGATE)])
    both = [row("方律师", W, EXPERT), row("邓律师", W, EXPERT)]
    refuses(why, seating.seat_persons, desk, both)
    seating.seat_persons(desk, both[:1])
    refuses(why, seating.seat_persons, desk, both[1:])


def test_a_place_is_filled_where_the_rules_state_no_time_for_it(db: None) -> None:
    talks = Ordinary().to(Stage.WAITING)
    room = Room.objects.get(pk=talks.room.pk)
    del room.profile["values"]["vacancy"]
    room.save(update_fields=["profile"])
    leave(talks, EMPLOYERS[0])
    assert not talks.room.clocks.filter(kind=ClockKind.VACANCY).exists()
    seating.seat_persons(talks.desk, [row("周八", E, DELEGATE)])
    assert waiting(talks) == []


def test_whoever_follows_leaves_the_lists_as_lawful_as_they_were(db: None) -> None:
    talks = Ordinary()
    women = [row(name, W, DELEGATE, woman=True) for name in WORKERS]
    seating.seat_persons(talks.desk, women)
    profile = talks.room.profile
    profile["values"]["women_share"] = {"value": [2, 3], "article": "《本地条例》第七条"}
    Room.objects.filter(pk=talks.room.pk).update(profile=profile)
    talks.to(Stage.WAITING)
    for name in WORKERS:
        leave(talks, name)
    refuses("第七条", seating.seat_persons, talks.desk, [row("陈七", W, DELEGATE)])
    seating.seat_persons(talks.desk, [row("陈九", W, DELEGATE, woman=True)])
    refuses("第七条", seating.seat_persons, talks.desk, [row("陈七", W, DELEGATE)])
    seating.seat_persons(talks.desk, [row("陈十", W, DELEGATE, woman=True)])
    assert composition.faults(talks.room) == ()


def test_the_list_says_whose_place_is_to_be_filled(db: None) -> None:
    talks = with_experts(Stage.WAITING)
    leave(talks, "刘律师")
    desk = signed_in(talks.account)
    here = f"/s/{talks.desk.pk}/roster/"
    assert "刘律师已离开，待补" in desk.get(here).content.decode()
    new = {"name": "方律师", "side": "worker", "capacity": "expert", **PERSON}
    assert desk.post(here, new).status_code == 302
    assert "已离开，待补" not in desk.get(here).content.decode()
