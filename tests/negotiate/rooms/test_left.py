"""Whoever has left the table counts no more and comes back by no link, and nobody stays without a
chair."""

import pytest

from negotiate.ballots.models import Poll
from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity, ClockKind, Side, Stage
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import composing, consent, ledger, seating
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.faces import audience_of
from negotiate.rooms.sight.next_step import next_step
from negotiate.rooms.sight.reading import read
from tests.negotiate.contract import Agreed
from tests.negotiate.ordinary import CHAIR, WORKERS, Ordinary
from tests.negotiate.refusing import refuses

W, E = Side.WORKER, Side.EMPLOYER


@pytest.fixture
def talking(db: None) -> Ordinary:
    return Ordinary().to(Stage.IN_SESSION)


def leave(talks: Ordinary, seat: Seat) -> None:
    composing.vacate(talks.desk, seat.pk, reason="调走")


def follow(talks: Ordinary, name: str, side: Side, capacity: Capacity) -> Seat:
    seating.seat_persons(talks.desk, [RosterRow(name, "", "", side, capacity)])
    return talks.seat(name)


def test_whoever_has_left_is_on_no_roll_that_is_opened_later(talking: Ordinary) -> None:
    leave(talking, talking.seat("孙立"))
    follow(talking, "周八", E, Capacity.REPRESENTATIVE)
    ledger.propose(talking.chief(W), talking.term.pk, {"body": "一"}, answers=None)
    consent.open_poll(talking.chief(E), talking.term.pk, [E])
    poll = Poll.objects.get(room=talking.room)
    assert (poll.roll_size, poll.voters) == (3, 3)


def test_no_new_link_and_no_check_in_brings_back_whoever_has_left(talking: Ordinary) -> None:
    gone = talking.seat("孙立")
    leave(talking, gone)
    refuses("没有这个席位", seating.reissue, talking.desk, gone.pk)
    refuses("没有这个席位", seating.mark_present, talking.desk, gone.pk)


def test_nothing_is_drafted_while_a_chief_is_missing(db: None) -> None:
    talks = Agreed()
    leave(talks, talks.chief(E))
    with pytest.raises(Refused, match="企业方首席代表出缺"):
        talks.draft()


@pytest.mark.parametrize("stage", [Stage.IN_SESSION, Stage.SUSPENDED])
def test_the_next_step_is_to_fill_a_chiefs_place_and_says_by_when(db: None, stage: Stage) -> None:
    talks = Ordinary().to(stage)
    leave(talks, talks.chief(E))
    step = next_step(Board(read(talks.room.pk), audience_of(talks.desk)))
    assert (step.title, step.order, step.mine) == ("补上首席代表", "roster/", True)
    assert step.why.startswith("企业方首席代表出缺")
    assert step.article == "《集体合同规定》第三十一条"
    assert step.due == talks.room.clocks.running().get(kind=ClockKind.VACANCY).due
    follow(talks, "马九", E, Capacity.CHIEF)
    assert next_step(Board(read(talks.room.pk), audience_of(talks.desk))).order != "roster/"


def test_when_both_chiefs_have_left_the_first_to_follow_presides(talking: Ordinary) -> None:
    seats = talking.room.seats
    seats.filter(person__name=CHAIR).update(capacity=Capacity.ATTENDEE, presides=False)
    seats.filter(person__name=WORKERS[0]).update(capacity=Capacity.CHIEF, presides=True)
    for side in (E, W):
        leave(talking, talking.chief(side))
    assert follow(talking, "马九", E, Capacity.CHIEF).presides
    assert not follow(talking, "陈七", W, Capacity.CHIEF).presides


def test_where_both_chiefs_preside_the_one_who_follows_does_too(db: None) -> None:
    talks = Ordinary(place="shanghai").to(Stage.WAITING)
    leave(talks, talks.chief(E))
    assert follow(talks, "马九", E, Capacity.CHIEF).presides
    talks.check_in()
    talks.begin()


def test_before_a_session_is_called_nobody_presides_by_taking_a_seat(db: None) -> None:
    talks = Ordinary().to(Stage.PREPARING)
    leave(talks, talks.chief(E))
    assert not follow(talks, "马九", E, Capacity.CHIEF).presides
