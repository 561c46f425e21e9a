"""The recorder is agreed by both chiefs; at no stage does one chief alone say who follows."""

import pytest
from django.utils import translation

from negotiate.law.words import Capacity, Side, Stage
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.record.chain import read
from negotiate.rooms import recorders
from negotiate.rooms.actions import composing, minuting, seating, sitting
from negotiate.rooms.minutes import minutes_of
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.faces import audience_of, draw_fragment
from negotiate.rooms.sight.next_step import NextStep, next_step
from negotiate.rooms.sight.reading import read as read_room
from tests.negotiate.contract import Agreed
from tests.negotiate.meeting import Meeting
from tests.negotiate.ordinary import RECORDER, Ordinary
from tests.negotiate.refusing import refuses
from tests.visitor import seated

W, E = Side.WORKER, Side.EMPLOYER
NEXT = "白露"
WANTED, AGREE = "记录员出缺", "双方首席代表共同确定记录员"


def leave(talks: Ordinary) -> None:
    composing.vacate(talks.desk, talks.seat(RECORDER).pk, reason="病假")


def follow(talks: Ordinary) -> Seat:
    seating.seat_persons(talks.desk, [RosterRow(NEXT, "", "", None, Capacity.RECORDER)])
    return talks.seat(NEXT)


def drawn(seat: Seat) -> str:
    return draw_fragment(audience_of(seat))[1]


def step(talks: Ordinary) -> NextStep:
    return next_step(Board(read_room(talks.room.pk), audience_of(talks.presiding())))


@pytest.mark.parametrize(
    "stage",
    [Stage.WAITING, Stage.CHECK_IN, Stage.IN_SESSION, Stage.SUSPENDED, Stage.DEADLOCKED],
)
def test_at_any_stage_another_needs_both_chiefs_word(db: None, stage: Stage) -> None:
    talks = Ordinary().to(stage)
    leave(talks)
    new = follow(talks)
    composing.agree_recorder(talks.chief(W), new.pk)
    assert recorders.agreed(talks.room) is None
    composing.agree_recorder(talks.chief(E), new.pk)
    assert recorders.agreed(talks.room) == new
    told = [act["data"]["agreed"] for act in read(talks.room.book) if "agreed" in act["data"]]
    assert told[-2:] == [False, True]
    assert talks.room.is_at is stage


@pytest.mark.parametrize("stage", [Stage.DRAFTED, Stage.RATIFYING])
def test_a_recorder_who_leaves_while_the_draft_lies_is_followed_too(db: None, stage: Stage) -> None:
    talks = Agreed().on(stage)
    leave(talks)
    new = follow(talks)
    assert WANTED in drawn(talks.chief(E))
    for side in Side:
        composing.agree_recorder(talks.chief(side), new.pk)
    assert recorders.agreed(talks.room) == new
    assert WANTED not in drawn(talks.chief(E))


def test_no_chief_undoes_alone_what_both_agreed_on(db: None) -> None:
    talks = Ordinary().to(Stage.WAITING)
    new = follow(talks)
    refuses("离开以后", composing.agree_recorder, talks.chief(E), new.pk)
    assert recorders.agreed(talks.room) == talks.seat(RECORDER)


def test_before_the_session_is_called_the_chiefs_may_change_their_minds(db: None) -> None:
    talks = Ordinary().to(Stage.PREPARING)
    talks.agree_recorder()
    new = follow(talks)
    composing.agree_recorder(talks.chief(W), new.pk)
    assert recorders.agreed(talks.room) is None
    composing.agree_recorder(talks.chief(E), new.pk)
    assert recorders.agreed(talks.room) == new


def test_one_word_for_somebody_who_has_left_is_nobodys(db: None) -> None:
    talks = Ordinary().to(Stage.WAITING)
    seat = talks.seat(RECORDER)
    seat.left_at = talks.room.scheduled_at
    seat.save(update_fields=["left_at"])
    new = follow(talks)
    composing.agree_recorder(talks.chief(W), new.pk)
    assert recorders.agreed(talks.room) is None


def test_without_a_recorder_no_session_begins(db: None) -> None:
    talks = Ordinary().to(Stage.CHECK_IN)
    leave(talks)
    refuses("不能开会", sitting.begin, talks.presiding())
    new = follow(talks)
    for side in Side:
        composing.agree_recorder(talks.chief(side), new.pk)
    talks.begin()


def test_without_a_recorder_no_session_goes_on(db: None) -> None:
    talks = Ordinary().to(Stage.SUSPENDED)
    leave(talks)
    refuses("不能开会", sitting.resume, talks.presiding())
    new = follow(talks)
    for side in Side:
        composing.agree_recorder(talks.chief(side), new.pk)
    sitting.resume(talks.presiding())
    assert talks.room.is_at is Stage.IN_SESSION


@pytest.mark.parametrize("stage", [Stage.CHECK_IN, Stage.SUSPENDED])
def test_the_next_step_is_a_recorder_and_names_who_has_yet_to_say_so(
    db: None, stage: Stage
) -> None:
    """No button is shown that would be refused."""
    order = {Stage.CHECK_IN: "begin/", Stage.SUSPENDED: "resume/"}[stage]
    talks = Ordinary().to(stage)
    assert step(talks).order == order
    leave(talks)
    assert (step(talks).title, step(talks).order) == ("补上记录员", "roster/")
    assert f'action="{order}"' not in drawn(talks.presiding())
    new = follow(talks)
    assert (step(talks).title, step(talks).order) == (AGREE, "")
    assert all(talks.chief(side).person.name in step(talks).who for side in Side)
    composing.agree_recorder(talks.chief(W), new.pk)
    assert step(talks).who == f"企业方首席代表 {talks.chief(E).person.name}"
    assert AGREE in drawn(new)
    assert "轮到您时" not in drawn(talks.chief(E))
    assert f'action="{order}"' not in drawn(talks.presiding())
    composing.agree_recorder(talks.chief(E), new.pk)
    assert step(talks).order == order
    assert f'action="{order}"' in drawn(talks.presiding())


def test_chiefs_who_want_different_people_read_that_they_do(db: None) -> None:
    talks = Ordinary().to(Stage.SUSPENDED)
    leave(talks)
    seating.seat_persons(
        talks.desk,
        [RosterRow(name, "", "", None, Capacity.RECORDER) for name in (NEXT, "秋分")],
    )
    composing.agree_recorder(talks.chief(W), talks.seat(NEXT).pk)
    composing.agree_recorder(talks.chief(E), talks.seat("秋分").pk)
    assert "不是同一个人" in step(talks).why
    assert all(talks.chief(side).person.name in step(talks).who for side in Side)
    for seat in (talks.presiding(), talks.chief(E)):
        assert "不是同一个人" in drawn(seat)


def test_whoever_only_has_the_seat_keeps_no_record(db: None) -> None:
    talks = Ordinary().to(Stage.IN_SESSION)
    begun = next(act["number"] for act in read(talks.room.book) if act["action"] == "begin")
    leave(talks)
    new = follow(talks)
    seating.check_in(new, remote=False)
    refuses("还不是双方首席代表共同确定", minuting.correct, new, begun, "应为六人")
    assert new not in minutes_of(talks.room)[0].asked
    for side in Side:
        composing.agree_recorder(talks.chief(side), new.pk)
    minuting.correct(new, begun, "应为六人")
    assert new in minutes_of(talks.room)[0].asked


def test_a_meeting_of_the_simplified_procedure_agrees_on_none(in_session: Meeting) -> None:
    assert recorders.unagreed(in_session.room) == frozenset()
    assert WANTED not in drawn(in_session.chief(W))


def test_the_page_says_that_one_is_wanted_and_who_has_not_said_so(db: None) -> None:
    talks = Ordinary().to(Stage.SUSPENDED)
    assert WANTED not in drawn(talks.chief(E))
    leave(talks)
    assert 'href="roster/"' in drawn(talks.desk)
    new = follow(talks)
    phone = seated(talks.chief(E))
    here = f"/s/{talks.chief(E).pk}/"
    assert f"recorder/{new.pk}/" in phone.get(here).content.decode()
    phone.post(f"{here}recorder/{new.pk}/")
    page = phone.get(here).content.decode()
    assert f'action="recorder/{new.pk}/"' not in page
    assert "首席代表还没有同意" in page
    assert f'action="recorder/{new.pk}/"' in drawn(talks.chief(W))
    with translation.override("en"):
        assert "both sides agree on another" in drawn(talks.chief(E))
    composing.agree_recorder(talks.chief(W), new.pk)
    assert WANTED not in phone.get(here).content.decode()
