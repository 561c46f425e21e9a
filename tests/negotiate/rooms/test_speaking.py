"""The speakers' list at work: asked, called, ended, and what each phone shows of it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from negotiate import moment
from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity, Side, Stage
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.record.chain import read
from negotiate.rooms.actions import composing, seating, sitting, speaking
from negotiate.rooms.models import SpeechTurn
from negotiate.rooms.sight.faces import audience_of, audience_of_screen, draw_fragment
from tests.negotiate.meeting import Meeting, enrolled
from tests.negotiate.ordinary import Ordinary
from tests.visitor import seated, signed_in

W, E = Side.WORKER, Side.EMPLOYER


def now_speaks(meeting: Meeting) -> str:
    turn = SpeechTurn.objects.exclude(given_at=None).filter(room=meeting.room, ended_at=None).get()
    return turn.seat.person.name


def test_the_sides_take_turns_however_they_asked(in_session: Meeting) -> None:
    meeting, called = in_session, []
    asked = (meeting.chief(W), meeting.other(W), meeting.chief(E), meeting.other(E))
    for seat in asked:
        speaking.ask(seat)
    for _ in asked:
        speaking.give_next(meeting.chair, 2)
        called.append(now_speaks(meeting))
    wanted = (meeting.chief(W), meeting.chief(E), meeting.other(W), meeting.other(E))
    assert called == [seat.person.name for seat in wanted]


def test_who_has_not_spoken_goes_before_who_has(in_session: Meeting) -> None:
    speaking.ask(in_session.chief(W))
    speaking.give_next(in_session.chair, 2)
    speaking.end(in_session.chief(W))
    speaking.ask(in_session.chief(W))
    speaking.ask(in_session.other(W))
    speaking.give_next(in_session.chair, 2)
    assert now_speaks(in_session) == in_session.other(W).person.name


def test_nobody_waits_twice_not_even_while_speaking(in_session: Meeting) -> None:
    chief = in_session.chief(W)
    speaking.ask(chief)
    with pytest.raises(Refused, match="已经在等候"):
        speaking.ask(chief)
    speaking.give_next(in_session.chair, 5)
    with pytest.raises(Refused, match="正在发言"):
        speaking.ask(chief)
    with pytest.raises(IntegrityError), transaction.atomic():
        SpeechTurn.objects.create(room=in_session.room, seat=chief, side=W.value)


def test_a_wish_is_taken_back_and_leaves_no_turn(in_session: Meeting) -> None:
    speaking.ask(in_session.chief(W))
    speaking.withdraw(in_session.chief(W))
    with pytest.raises(Refused, match="没有人等候"):
        speaking.give_next(in_session.chair, 2)
    with pytest.raises(Refused, match="不在等候发言"):
        speaking.withdraw(in_session.chief(W))


def test_nobody_takes_back_anothers_wish_and_whoever_speaks_has_none(in_session: Meeting) -> None:
    speaking.ask(in_session.chief(W))
    with pytest.raises(Refused, match="不在等候发言"):
        speaking.withdraw(in_session.chief(E))
    speaking.give_next(in_session.chair, 2)
    with pytest.raises(Refused, match="不在等候发言"):
        speaking.withdraw(in_session.chief(W))
    assert now_speaks(in_session) == in_session.chief(W).person.name


def test_whoever_has_left_is_not_called(db: None) -> None:
    talks = Ordinary().to(Stage.IN_SESSION)
    for name in ("李秀英", "孙立"):
        speaking.ask(talks.seat(name))
    composing.vacate(talks.desk, talks.seat("李秀英").pk, reason="调走")
    speaking.give_next(talks.presiding(), 2)
    (turn,) = talks.room.turns.exclude(given_at=None)
    assert turn.seat.person.name == "孙立"


def test_calling_the_next_ends_whoever_speaks_and_says_by_how_much(in_session: Meeting) -> None:
    for side in Side:
        speaking.ask(in_session.chief(side))
    with moment.travelling():
        speaking.give_next(in_session.chair, 2)
        moment.move(timedelta(minutes=2, seconds=90))
        speaking.give_next(in_session.chair, 3)
    last = [*read(in_session.room.book)][-1]["data"]
    assert last["ended"] == in_session.chief(W).person.name
    assert 90 <= last["over"] <= 100
    assert last["speaker"] == in_session.chief(E).person.name


def test_only_who_speaks_or_presides_ends_it(in_session: Meeting) -> None:
    with pytest.raises(Refused, match="没有人在发言"):
        speaking.end(in_session.chair)
    speaking.ask(in_session.chief(W))
    speaking.give_next(in_session.chair, 2)
    with pytest.raises(Refused, match="现在是别人在发言"):
        speaking.end(in_session.chief(E))
    speaking.end(in_session.chair)
    assert not SpeechTurn.objects.filter(ended_at=None).exists()


def test_a_limit_that_nobody_offers_is_refused(in_session: Meeting) -> None:
    speaking.ask(in_session.chief(W))
    with pytest.raises(Refused, match="2、3 或 5"):
        speaking.give_next(in_session.chair, 60)


def test_experts_speak_and_staff_do_not(meeting: Meeting) -> None:
    seating.seat_persons(meeting.chair, [RosterRow("专家", "", "", W, Capacity.EXPERT)])
    (staff,) = enrolled(meeting.chair, ("职工", "3001"))
    meeting.open()
    expert = Seat.objects.get(room=meeting.room, capacity=Capacity.EXPERT)
    with pytest.raises(Refused, match="请先签到"):
        speaking.ask(expert)
    seating.check_in(expert, remote=False)
    speaking.ask(expert)
    with pytest.raises(Refused, match="只有"):
        speaking.ask(staff)
    assert "发言" not in draw_fragment(audience_of(staff))[1]


def test_the_list_ends_with_the_session(in_session: Meeting) -> None:
    for side in Side:
        speaking.ask(in_session.chief(side))
    speaking.give_next(in_session.chair, 2)
    at = moment.now() + timedelta(hours=1)
    sitting.suspend(in_session.chair, reason="吃饭", at=at, place="食堂", content="再谈")
    assert not SpeechTurn.objects.filter(ended_at=None).exists()
    sitting.resume(in_session.chair)
    speaking.ask(in_session.chief(E))


def test_everybody_sees_who_speaks_until_when_and_who_is_next(in_session: Meeting) -> None:
    speaking.ask(in_session.chief(W))
    speaking.ask(in_session.chief(E))
    speaking.give_next(in_session.chair, 3)
    given = SpeechTurn.objects.get(seat=in_session.chief(W)).given_at
    assert given
    until = timezone.localtime(given + timedelta(minutes=3))
    for audience in (
        audience_of(in_session.other(W)),
        audience_of(in_session.chief(E)),
        audience_of(in_session.chair),
        audience_of_screen(in_session.room),
    ):
        html = draw_fragment(audience)[1]
        assert "正在发言" in html
        assert in_session.chief(W).person.name in html
        assert in_session.chief(E).person.name in html
        assert f'data-until="{until.isoformat()}"' in html
        assert f"说到 {until:%H:%M:%S}" in html


def test_a_page_without_scripts_shows_each_only_the_own_button(in_session: Meeting) -> None:
    """`hidden` stands on every form of the list that is not this seat's to press."""

    chief, other = in_session.chief(W), in_session.other(W)
    phones = {seat.pk: seated(seat) for seat in (chief, other)}

    def shown(seat: Seat) -> set[str]:
        page = phones[seat.pk].get(f"/s/{seat.pk}/").content.decode()
        forms = [line for line in page.split("<form ") if "data-turn=" in line.split(">")[0]]
        return {
            line.split('data-turn="')[1].split('"')[0]
            for line in forms
            if "hidden" not in line.split(">")[0]
        }

    assert shown(chief) == {"ask"}
    speaking.ask(chief)
    assert shown(chief) == {"withdraw"}
    assert shown(other) == {"ask"}
    speaking.give_next(in_session.chair, 2)
    assert shown(chief) == {"end"}


def test_the_presses_of_a_phone_and_of_the_desk(in_session: Meeting) -> None:
    chief = in_session.chief(W)
    phone, desk = seated(chief), signed_in(in_session.account)
    own, chairs = f"/s/{chief.pk}/floor", f"/s/{in_session.chair.pk}/floor"
    phone.post(f"{own}/ask/")
    phone.post(f"{own}/withdraw/")
    phone.post(f"{own}/ask/")
    assert "2、3 或 5" in desk.post(f"{chairs}/next/", follow=True).content.decode()
    desk.post(f"{chairs}/next/", {"minutes": "3"})
    assert now_speaks(in_session) == chief.person.name
    phone.post(f"{own}/end/")
    assert not SpeechTurn.objects.filter(ended_at=None).exists()
    record = phone.get(f"/s/{chief.pk}/record/").content.decode()
    assert "取消发言申请" in record
