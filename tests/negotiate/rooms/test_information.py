"""Questions across the table: asked by a side, answered or promised by the other, late or not."""

from datetime import timedelta

import pytest

from negotiate import moment
from negotiate.law.refusal import Refused
from negotiate.law.words import Side
from negotiate.record.chain import read
from negotiate.rooms.actions import information
from negotiate.rooms.models import InformationRequest
from negotiate.rooms.sight.faces import audience_of, audience_of_screen, draw_fragment
from tests.negotiate.meeting import Meeting
from tests.visitor import seated

W, E = Side.WORKER, Side.EMPLOYER
DAY = timedelta(days=1)


def asked(meeting: Meeting, side: Side = W, days: int = 3) -> InformationRequest:
    due = moment.today() + days * DAY
    return information.request(meeting.other(side), question="近三年产量", due=due)


def seen(meeting: Meeting, side: Side) -> str:
    return draw_fragment(audience_of(meeting.other(side)))[1]


def test_the_other_side_answers_on_the_spot(in_session: Meeting) -> None:
    request = asked(in_session)
    assert "待答复" in seen(in_session, E)
    assert f"requests/{request.pk}/answer/" in seen(in_session, E)
    assert f"requests/{request.pk}/answer/" not in seen(in_session, W)
    information.answer(in_session.other(E), request.pk, text="十万件")
    assert "待答复" not in seen(in_session, E)
    last = [*read(in_session.room.book)][-1]["data"]
    assert (last["answer"], last["late"]) == ("十万件", False)


def test_it_may_be_asked_before_the_meeting_begins(meeting: Meeting) -> None:
    assert asked(meeting).side == W


def test_only_the_other_side_answers_and_once(in_session: Meeting) -> None:
    request = asked(in_session)
    with pytest.raises(Refused, match="由对方答复"):
        information.answer(in_session.chief(W), request.pk, text="十万件")
    information.answer(in_session.chief(E), request.pk, text="十万件")
    with pytest.raises(Refused, match="已经答复过"):
        information.answer(in_session.chief(E), request.pk, text="二十万件")
    with pytest.raises(Refused, match="没有这项询问"):
        information.answer(in_session.chief(E), request.pk + 1, text="十万件")


def test_a_promised_day_takes_the_place_of_the_one_asked_for(in_session: Meeting) -> None:
    request = asked(in_session, days=1)
    promised = moment.today() + 5 * DAY
    information.promise(in_session.chief(E), request.pk, day=promised)
    with pytest.raises(Refused, match="已经承诺过"):
        information.promise(in_session.chief(E), request.pk, day=promised + DAY)
    with moment.travelling():
        moment.move(3 * DAY)
        assert "已承诺" in seen(in_session, W)
        moment.move(3 * DAY)
        assert "承诺的日期已过" in seen(in_session, W)


def test_an_answer_that_comes_late_stays_late_in_list_and_record(in_session: Meeting) -> None:
    request = asked(in_session, days=1)
    phone = seated(in_session.chief(W))
    with moment.travelling():
        moment.move(2 * DAY)
        assert "逾期未答复" in seen(in_session, W)
        information.answer(in_session.chief(E), request.pk, text="十万件")
        page = phone.get(f"/s/{in_session.chief(W).pk}/requests/").content.decode()
    assert "逾期答复" in page
    assert "十万件" in page
    assert [*read(in_session.room.book)][-1]["data"]["late"] is True


def test_a_day_that_is_over_is_refused_and_nothing_is_kept(in_session: Meeting) -> None:
    with pytest.raises(Refused, match="已经过去"):
        asked(in_session, days=-1)
    assert not InformationRequest.objects.exists()
    assert not in_session.room.has_requests


def test_a_side_waits_for_twenty_answers_at_most(in_session: Meeting) -> None:
    first, *_ = [asked(in_session, days=n) for n in range(information.MOST)]
    entries = len([*read(in_session.room.book)])
    with pytest.raises(Refused, match="本方有 20 项询问还没有答复"):
        asked(in_session)
    assert len([*read(in_session.room.book)]) == entries
    assert asked(in_session, E).side == E
    information.answer(in_session.chief(E), first.pk, text="十万件")
    assert asked(in_session).side == W


def test_the_forms_of_a_phone(in_session: Meeting) -> None:
    ours, theirs = in_session.chief(W), in_session.chief(E)
    asks, answers = seated(ours), seated(theirs)
    late = {"question": "产量", "due": "2001-01-01"}
    refused = asks.post(f"/s/{ours.pk}/requests/new/", late)
    assert refused.status_code == 422
    assert "已经过去" in refused.content.decode()
    asks.post(f"/s/{ours.pk}/requests/new/", {"question": "产量", "due": "2099-01-01"})
    request = InformationRequest.objects.get()
    below = f"/s/{theirs.pk}/requests/{request.pk}"
    assert "产量" in answers.get(f"{below}/answer/").content.decode()
    answers.post(f"{below}/promise/", {"day": "2099-02-01"})
    answers.post(f"{below}/answer/", {"text": "第一行\n第二行"})
    request.refresh_from_db()
    assert (str(request.promised_for), request.answer) == ("2099-02-01", "第一行\n第二行")


def test_another_rooms_question_does_not_exist(in_session: Meeting) -> None:
    elsewhere = Meeting("caterer")
    elsewhere.open()
    request = asked(in_session)
    seat = elsewhere.chief(E)
    phone, path = seated(seat), f"/s/{seat.pk}/requests/{request.pk}/answer/"
    assert phone.get(path).status_code == 404
    with pytest.raises(Refused, match="没有这项询问"):
        information.answer(seat, request.pk, text="十万件")


def test_the_big_screen_keeps_questions_to_the_table(in_session: Meeting) -> None:
    before = draw_fragment(audience_of_screen(in_session.room))[1]
    asked(in_session)
    assert draw_fragment(audience_of_screen(in_session.room))[1] == before
