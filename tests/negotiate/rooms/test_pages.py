"""What pages ask twice, whom they tell when, and where they send phones."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law.refusal import Refused
from negotiate.law.words import Side
from negotiate.rooms.actions import consent, ledger, sitting
from negotiate.rooms.models import Term, Version
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.faces import audience_of, audience_of_screen, draw_fragment
from negotiate.rooms.sight.reading import read
from negotiate.rooms.views import pages
from tests.negotiate.meeting import Meeting, enrolled
from tests.visitor import seated

W, E = Side.WORKER, Side.EMPLOYER


@pytest.fixture
def chair(in_session: Meeting, client: Client) -> Client:
    client.force_login(in_session.account)
    return client


def test_closing_before_all_have_voted_is_asked_twice(in_session: Meeting, chair: Client) -> None:
    in_session.propose(30000, 500)
    poll = in_session.ask(W)[0]
    address = f"/s/{in_session.chair.pk}/polls/{poll.pk}/close/"
    assert "还有 2 人没有投票" in chair.post(address).content.decode()
    assert Poll.objects.get(pk=poll.pk).state == Poll.State.OPEN
    assert chair.post(address, {"early": "1"}).status_code == 302
    assert Poll.objects.get(pk=poll.pk).state == Poll.State.CLOSED


def test_a_full_box_is_closed_at_one_press(in_session: Meeting, chair: Client) -> None:
    in_session.propose(30000, 500)
    poll = in_session.ask(W)[0]
    for entry in poll.roll.select_related("seat__room", "seat__person"):
        ballots.cast(entry.seat, poll.pk, "yes", ballots.new_key())
    chair.post(f"/s/{in_session.chair.pk}/polls/{poll.pk}/close/")
    assert Poll.objects.get(pk=poll.pk).state == Poll.State.CLOSED


def test_nobody_is_told_a_result_while_the_other_side_still_votes(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    polls = {poll.of: poll for poll in in_session.ask()}
    consent.close_poll(in_session.chair, polls[W].pk)

    def seen() -> dict[str, bool | None]:
        audiences = {
            "own": audience_of(in_session.other(W)),
            "other": audience_of(in_session.other(E)),
            "chair": audience_of(in_session.chair),
            "screen": audience_of_screen(in_session.room),
        }
        reading = read(in_session.room.pk)
        boards = {who: Board(reading, eyes) for who, eyes in audiences.items()}
        views = {who: board.terms[0].poll_of(W) for who, board in boards.items()}
        return {who: view.passed for who, view in views.items() if view}

    assert seen() == {"own": False, "other": None, "chair": None, "screen": None}
    consent.close_poll(in_session.chair, polls[E].pk)
    assert seen() == {"own": False, "other": False, "chair": False, "screen": False}


def test_codes_never_send_a_phone_to_this_computer_itself(
    meeting: Meeting, client: Client, settings: Settings
) -> None:
    settings.PUBLIC_ORIGINS = ["http://127.0.0.1:8000", "http://192.0.2.7:8000"]
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    client.force_login(meeting.account)
    address = f"/s/{meeting.chair.pk}/slips/"
    page = client.get(address, headers={"host": "127.0.0.1:8000"}).content.decode()
    assert "http://192.0.2.7:8000/j/" in page
    settings.PUBLIC_ORIGINS = ["http://127.0.0.1:8000"]
    page = client.get(address, headers={"host": "127.0.0.1:8000"}).content.decode()
    assert "手机扫不开" in page


class TestThePresentState:
    """What is paid today is a fact: no version may talk it down."""

    @pytest.fixture
    def pay(self, in_session: Meeting) -> Term:
        return Term.objects.create(
            item=in_session.term.item, position=9, title="高温津贴", kind="change"
        )

    def offer(self, meeting: Meeting, pay: Term, to: str, today: str = "200") -> Version:
        raw = {
            "subject": "高温津贴",
            "from_amount": today,
            "to_amount": to,
            "unit": "元",
            "favours": "higher",
        }
        answers = pay.versions.count() or None
        return ledger.propose(meeting.chief(E), pay.pk, raw, answers=answers)

    def test_less_than_today_is_asked_however_it_is_approached(
        self, in_session: Meeting, pay: Term
    ) -> None:
        gates = [self.offer(in_session, pay, to).gate for to in ("150", "155", "280")]
        assert gates == [Version.Gate.PENDING, Version.Gate.PENDING, Version.Gate.CLEAR]

    def test_what_is_paid_today_cannot_be_talked_down(self, in_session: Meeting, pay: Term) -> None:
        self.offer(in_session, pay, "280")
        with pytest.raises(Refused, match="提出以后不能再改"):
            self.offer(in_session, pay, "155", today="100")


def test_nobody_applauds_what_waits_for_the_gate(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    in_session.propose(20000, 500, side=E)
    with pytest.raises(Refused, match="复核程序门槛"):
        consent.acclaim(in_session.chair, in_session.term.pk)


def test_a_long_record_is_read_by_the_page(
    in_session: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "A_PAGE", 3)
    phone, path = seated(in_session.chief(W)), reverse("record", args=[in_session.chief(W).pk])
    length = in_session.room.book.length

    def numbers(asked: int) -> list[int]:
        shown = phone.get(path, {"page": asked}).content.decode()
        return [int(number) for number in re.findall('data-label="序号">([0-9]+)<', shown)]

    assert numbers(1) == [length, length - 1, length - 2]
    assert numbers(2) == [length - 3, length - 4, length - 5]
    assert numbers(99)[-1] == 1


def test_a_pages_forms_carry_its_own_token_and_news_carries_none(meeting: Meeting) -> None:
    sitting.open_check_in(meeting.chair)
    seat = meeting.other(W)
    phone = seated(seat)
    phone.handler.enforce_csrf_checks = True
    page = phone.get(f"/s/{seat.pk}/").content.decode()
    token = re.search(r'action="check-in/">.*?value="(\w{64})"', page, re.DOTALL)
    assert token
    assert "<!--" not in page
    assert phone.post(f"/s/{seat.pk}/check-in/").status_code == 403
    given = {"csrfmiddlewaretoken": token[1]}
    assert phone.post(f"/s/{seat.pk}/check-in/", given).status_code == 302
    _, news = draw_fragment(audience_of(seat))
    assert "check-in/" in news
    assert "csrfmiddlewaretoken" not in news
    assert "<!--" not in news


def test_neither_a_page_nor_news_asks_more_where_more_are_on_the_roll(
    meeting: Meeting, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    seat = meeting.other(W)
    phone = seated(seat)
    for staff in (1, 50):
        enrolled(meeting.chair, *((f"职工{n}", f"{staff}-{n}") for n in range(staff)))
        with django_assert_num_queries(5):  # the room, its table, who of the roll has come, terms
            draw_fragment(audience_of(seat))
        with django_assert_num_queries(9):  # and the door, and what is the seat's own
            phone.get(f"/s/{seat.pk}/")
