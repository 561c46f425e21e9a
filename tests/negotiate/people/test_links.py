"""A personal link opens one seat of one room to one phone, for as long as it is the newest."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from negotiate.law.refusal import Refused
from negotiate.law.words import Side
from negotiate.people.links import LINK_DAYS, link_path, seat_of_link
from negotiate.people.models import Seat
from negotiate.rooms.actions import seating
from tests.negotiate.meeting import Meeting
from tests.visitor import Aged, Visitor, seated, signed_in

DAY = 86400
TOO_OLD = (LINK_DAYS + 1) * DAY


@pytest.fixture
def seat(meeting: Meeting) -> Seat:
    return meeting.other(Side.WORKER)


def token(seat: Seat) -> str:
    seat.refresh_from_db()
    return link_path(seat).split("/")[2]


def page(seat: Seat) -> str:
    return reverse("seat", args=[seat.pk])


def bodies(seat: Seat) -> list[dict[str, Any]]:
    return [json.loads(body) for body in seat.room.book.entries.values_list("body", flat=True)]


def acts(seat: Seat) -> list[str]:
    return [body["action"] for body in bodies(seat)]


def test_a_fresh_link_names_its_seat(seat: Seat) -> None:
    assert seat_of_link(token(seat)) == seat


def test_pressing_the_link_opens_the_seat(seat: Seat) -> None:
    phone = Visitor()
    answer = phone.post(link_path(seat))
    assert (answer.status_code, answer.headers["Location"]) == (302, page(seat))
    assert phone.get(page(seat)).status_code == 200


@pytest.mark.parametrize(
    "spoil",
    [
        lambda token: token[:-1],
        lambda token: token[:10],
        lambda token: "9" + token,
        lambda token: token.replace("-", "-1", 1),
        lambda token: token.split(".")[0],
        lambda token: token + "x",
        lambda token: "é%00",
    ],
)
def test_a_tampered_or_truncated_link_opens_nothing(
    seat: Seat, spoil: Callable[[str], str]
) -> None:
    spoiled = spoil(token(seat))
    with pytest.raises(Refused, match="不完整"):
        seat_of_link(spoiled)
    for answer in (Visitor().get(f"/j/{spoiled}/"), Visitor().post(f"/j/{spoiled}/")):
        assert answer.status_code == 404
        assert "这个入场码不完整，请重新扫码。" in answer.content.decode()


def test_an_expired_link_says_so(seat: Seat) -> None:
    old = Aged("seat link", TOO_OLD).sign(f"{seat.pk}-1")
    answer = Visitor().post(f"/j/{old}/")
    assert answer.status_code == 404
    assert "这个入场码已过期" in answer.content.decode()
    assert Visitor().get(f"/j/{Aged('seat link', DAY).sign(f'{seat.pk}-1')}/").status_code == 200


def test_a_reissued_link_kills_the_old_one_and_the_phone_it_opened(
    meeting: Meeting, seat: Seat
) -> None:
    old, phone = token(seat), seated(seat)
    seating.reissue(meeting.chair, seat.pk)
    answer = phone.get(page(seat))
    assert answer.status_code == 404
    assert "您的入场码已更换或已过期" in answer.content.decode()
    for visitor in (phone, Visitor()):
        answer = visitor.post(f"/j/{old}/")
        assert answer.status_code == 404
        assert "这个入场码已作废" in answer.content.decode()
    assert seated(seat).get(page(seat)).status_code == 200


def test_the_link_of_somebody_no_longer_seated_is_dead(meeting: Meeting, seat: Seat) -> None:
    old, phone = token(seat), seated(seat)
    seating.unseat(meeting.chair, seat.pk)
    assert Visitor().post(f"/j/{old}/").status_code == 404
    assert phone.get(page(seat)).status_code == 404


def test_looking_at_a_link_binds_nothing(seat: Seat) -> None:
    answer = Visitor().get(link_path(seat))
    assert answer.status_code == 200
    assert "seat" not in answer.cookies
    seat.refresh_from_db()
    assert seat.device == ""


def test_a_second_phone_is_refused_and_recorded_and_shown(meeting: Meeting, seat: Seat) -> None:
    seated(seat)
    second = Visitor()
    answer = second.post(link_path(seat))
    assert answer.status_code == 403
    assert "已在另一部手机上打开" in answer.content.decode()
    assert second.get(page(seat)).status_code == 404
    seat.refresh_from_db()
    assert seat.second_device_at is not None
    assert acts(seat)[-1] == "second_device"
    shown = signed_in(meeting.account).get(page(meeting.chair)).content.decode()
    assert "李大勇 的入场码在第二部手机上被打开" in shown


def test_a_forwarded_link_writes_one_line_however_often_it_is_pressed(seat: Seat) -> None:
    seated(seat)
    for _ in range(5):
        assert Visitor().post(link_path(seat)).status_code == 403
    assert acts(seat).count("second_device") == 1


def test_the_next_link_of_a_seat_may_be_forwarded_once_more(meeting: Meeting, seat: Seat) -> None:
    for _ in range(2):
        seated(seat)
        seat.refresh_from_db()
        assert Visitor().post(link_path(seat)).status_code == 403
        seating.reissue(meeting.chair, seat.pk)
    assert acts(seat).count("second_device") == 2


def test_entering_is_an_act_of_the_seat_and_done_once(seat: Seat) -> None:
    phone = seated(seat)
    phone.post(link_path(seat))
    entered = [body for body in bodies(seat) if body["action"] == "entered"]
    assert [act["actor"] for act in entered] == [seat.actor()]
    assert "进入会场" in phone.get(reverse("record", args=[seat.pk])).content.decode()


def test_a_link_that_dies_while_it_is_pressed_enters_nothing(meeting: Meeting, seat: Seat) -> None:
    seen = Seat.objects.get(pk=seat.pk)
    seating.reissue(meeting.chair, seat.pk)
    with pytest.raises(Refused, match="已作废"):
        seating.enter(seen)
    seating.unseat(meeting.chair, seat.pk)
    with pytest.raises(Refused, match="已作废"):
        seating.enter(seen)
    assert not {"entered", "second_device"} & set(acts(meeting.chair))


def test_the_same_phone_may_scan_its_code_again(seat: Seat) -> None:
    phone = seated(seat)
    for answer in (phone.get(link_path(seat)), phone.post(link_path(seat))):
        assert (answer.status_code, answer.headers["Location"]) == (302, page(seat))
    seat.refresh_from_db()
    assert seat.second_device_at is None


def test_the_phones_cookies_go_to_its_own_pages_and_to_links_only(seat: Seat) -> None:
    cookies = Visitor().post(link_path(seat)).cookies
    assert {c["path"] for c in cookies.values() if c.key.startswith("seat")} == {page(seat), "/j/"}
    for cookie in (cookies["seat"], cookies[f"seat{seat.pk}"]):
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"


def test_a_cookie_is_secure_where_the_page_is(seat: Seat) -> None:
    answer = Visitor().post(link_path(seat), secure=True)
    assert answer.cookies["seat"]["secure"]


def test_the_cookie_of_one_seat_opens_no_other(meeting: Meeting, seat: Seat) -> None:
    phone, other = seated(seat), meeting.chief(Side.WORKER)
    stolen = phone.cookies["seat"].value
    seated(other)
    for name in ("seat", f"seat{other.pk}"):
        thief = Visitor()
        thief.cookies[name] = stolen
        assert thief.get(page(other)).status_code == 404


def test_a_device_cookie_ends_with_its_days(seat: Seat) -> None:
    phone = seated(seat)
    seat.refresh_from_db()
    value = f"{seat.pk}-{seat.link_serial}-{seat.device}"
    phone.cookies["seat"] = Aged("seat device", DAY).sign(value)
    assert phone.get(page(seat)).status_code == 200
    phone.cookies["seat"] = Aged("seat device", TOO_OLD).sign(value)
    assert phone.get(page(seat)).status_code == 404


def test_no_cookie_opens_a_seat_that_no_phone_holds(seat: Seat) -> None:
    phone = Visitor()
    phone.cookies["seat"] = Aged("seat device", 0).sign(f"{seat.pk}-{seat.link_serial}-")
    assert phone.get(page(seat)).status_code == 404
