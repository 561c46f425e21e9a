"""The one QR code for all staff: name or number with the code on the slip leads to the own link."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from negotiate.law.refusal import Refused
from negotiate.law.words import Side
from negotiate.people.codes import DIGITS, personal_code
from negotiate.people.hall import WRONG, hall_path, seat_of_code
from negotiate.people.links import link_path
from negotiate.people.models import Seat
from negotiate.people.throttle import CODE_TRIES, HALL_MISSES, count_hall_miss, counting
from negotiate.rooms.actions import seating, sitting
from tests.negotiate.meeting import Meeting, enrolled
from tests.visitor import Visitor, seated, signed_in


@pytest.fixture
def staff(meeting: Meeting) -> list[Seat]:
    people = [("赵一", "A012"), ("钱二", ""), ("孙三", "13"), ("孙三", "14")]
    sitting.open_check_in(meeting.chair)
    return enrolled(meeting.chair, *people)


def knock(seat: Seat, who: str, code: str) -> tuple[int, str]:
    """What a fresh phone is answered, and where it is sent."""
    answer = Visitor().post(hall_path(seat.room_id), {"who": who, "code": code})
    return answer.status_code, answer.headers.get("Location", answer.content.decode())


def leads(seat: Seat, who: str) -> bool:
    status, where = knock(seat, who, personal_code(seat))
    return (status, where) == (302, link_path(seat))


def test_the_number_and_the_code_lead_to_the_own_link(staff: list[Seat]) -> None:
    assert leads(staff[0], "A012")
    assert leads(staff[0], " a012 ")
    assert leads(staff[2], "13")


def test_a_name_does_where_only_one_has_it(staff: list[Seat]) -> None:
    assert leads(staff[0], "赵一")
    assert leads(staff[1], "钱二")
    assert not leads(staff[2], "孙三")


def test_the_link_then_binds_the_phone_as_ever(staff: list[Seat]) -> None:
    phone = Visitor()
    given = {"who": "A012", "code": personal_code(staff[0])}
    link = phone.post(hall_path(staff[0].room_id), given).headers["Location"]
    assert "我是赵一，进入会场并签到" in phone.get(link).content.decode()
    assert phone.post(link).headers["Location"] == reverse("seat", args=[staff[0].pk])
    assert Visitor().post(link).status_code == 403


def test_nothing_is_told_about_what_was_wrong(staff: list[Seat]) -> None:
    one, two = staff[0], staff[1]
    wrong = [
        ("A012", "0000 0000"), ("A012", ""), ("A012", personal_code(two)), ("A013", "0000 0000"),
        ("", personal_code(one)), ("孙三", personal_code(staff[2])), ("赵\x01一", "1"),
        ("王桂芳", "1"),
    ]  # fmt: skip
    for who, code in wrong:
        status, page = knock(one, who, code)
        assert status == 403, who
        assert WRONG in page, who
    pages = {knock(one, who, "1" * 8)[1].replace(who, "") for who in ("A012", "A013", "赵二")}
    assert len({re.sub("[0-9a-zA-Z]{64}", "", page) for page in pages}) == 1


def test_those_at_the_table_do_not_come_in_by_it(meeting: Meeting, staff: list[Seat]) -> None:
    chief = meeting.chief(Side.WORKER)
    assert not leads(chief, chief.person.name)


def test_a_seats_code_cannot_be_guessed_and_its_neighbour_is_not_kept_out(
    staff: list[Seat],
) -> None:
    for _ in range(CODE_TRIES.amount):
        knock(staff[0], "A012", "1")
    status, page = knock(staff[0], "A012", personal_code(staff[0]))
    assert (status, WRONG in page) == (403, True)
    assert leads(staff[2], "13")
    assert seated(staff[0])  # the slip's own QR code is not locked


def test_a_room_that_is_guessed_at_all_over_is_shut_for_a_while(staff: list[Seat]) -> None:
    counting().hit(HALL_MISSES, "hall", str(staff[0].room_id), cost=HALL_MISSES.amount - 1)
    assert leads(staff[0], "A012")
    count_hall_miss(staff[0].room_id)
    assert not leads(staff[0], "A012")


def test_guessing_all_through_a_meeting_finds_no_code() -> None:
    windows = 4 * 3600 / HALL_MISSES.get_expiry()
    assert windows * HALL_MISSES.amount / 10**DIGITS < 1e-4


def test_a_hall_is_not_shut_by_a_few_thousand_wrong_tries(staff: list[Seat]) -> None:
    counting().hit(HALL_MISSES, "hall", str(staff[0].room_id), cost=5000)
    assert leads(staff[0], "A012")


def test_whoever_is_named_the_work_is_the_same(staff: list[Seat]) -> None:
    room = staff[0].room
    asked = []
    for who in ("A012", "A013", "钱二", "钱三", "孙三"):
        with CaptureQueriesContext(connection) as seen, pytest.raises(Refused):
            seat_of_code(room.pk, room.enterprise_id, who, "1")
        asked.append(len(seen))
    assert len(set(asked)) == 1
    tries = counting().get_window_stats(CODE_TRIES, "personal code", "0-0")
    assert tries.remaining == CODE_TRIES.amount - 3


def test_a_phone_that_holds_a_seat_goes_straight_there(staff: list[Seat]) -> None:
    phone = seated(staff[0])
    answer = phone.get(hall_path(staff[0].room_id))
    assert answer.headers["Location"] == reverse("seat", args=[staff[0].pk])


def test_a_phone_whose_link_died_is_asked_again(meeting: Meeting, staff: list[Seat]) -> None:
    phone = seated(staff[0])
    seating.reissue(meeting.chair, staff[0].pk)
    assert 'name="code"' in phone.get(hall_path(staff[0].room_id)).content.decode()


def test_the_chair_goes_to_the_desk(meeting: Meeting, staff: list[Seat]) -> None:
    answer = signed_in(meeting.account).get(hall_path(meeting.room.pk))
    assert answer.headers["Location"] == reverse("seat", args=[meeting.chair.pk])


def test_before_check_in_it_says_when_the_meeting_is(meeting: Meeting) -> None:
    (seat,) = enrolled(meeting.chair, ("赵一", "A012"))
    page = Visitor().get(hall_path(seat.room_id)).content.decode()
    assert "会议还没有开始签到" in page
    assert 'name="code"' not in page
    assert not leads(seat, "A012")


@pytest.mark.parametrize("token", ["x", "1", "1.x", "0.", "é"])
def test_a_made_up_code_is_no_hall(db: None, token: str) -> None:
    assert Visitor().get(f"/h/{token}/").status_code == 404


def test_a_hall_without_a_roll_lets_nobody_in(meeting: Meeting) -> None:
    sitting.open_check_in(meeting.chair)
    assert 'name="code"' not in Visitor().get(hall_path(meeting.room.pk)).content.decode()
