"""A code by word of mouth, where a chair set one: asked, kept secret, and not to be guessed."""

import pytest

from negotiate.law.words import Side
from negotiate.people.links import link_path
from negotiate.people.models import Seat
from negotiate.people.throttle import CODE_TRIES
from negotiate.rooms.actions import seating
from tests.negotiate.meeting import Meeting
from tests.visitor import Visitor


@pytest.fixture
def seat(meeting: Meeting) -> Seat:
    return meeting.other(Side.WORKER)


@pytest.fixture
def coded(meeting: Meeting, seat: Seat) -> Seat:
    """The seat, with a code agreed by word of mouth."""
    seating.reissue(meeting.chair, seat.pk, code="青松3号")
    seat.refresh_from_db()
    return seat


def test_the_code_is_asked_where_a_chair_set_one(coded: Seat) -> None:
    assert 'name="code"' in Visitor().get(link_path(coded)).content.decode()
    phone = Visitor()
    for wrong in ({}, {"code": ""}, {"code": "青松4号"}):
        answer = phone.post(link_path(coded), wrong)
        assert answer.status_code == 403
        assert "入场短码不对" in answer.content.decode()
    assert phone.post(link_path(coded), {"code": " 青松3号 "}).status_code == 302


def test_the_code_is_stored_hashed_and_not_in_the_record(coded: Seat) -> None:
    assert "青松" not in coded.code
    assert not coded.room.book.entries.filter(body__contains="青松").exists()


def test_a_code_cannot_be_guessed_and_a_new_link_starts_afresh(
    meeting: Meeting, coded: Seat
) -> None:
    for _ in range(CODE_TRIES.amount):
        Visitor().post(link_path(coded), {"code": "猜"})
    answer = Visitor().post(link_path(coded), {"code": "青松3号"})
    assert answer.status_code == 403
    assert "短码错误次数过多" in answer.content.decode()
    neighbour = meeting.chief(Side.WORKER)
    assert Visitor().post(link_path(neighbour)).status_code == 302
    seating.reissue(meeting.chair, coded.pk, code="白云5号")
    coded.refresh_from_db()
    assert Visitor().post(link_path(coded), {"code": "白云5号"}).status_code == 302


def test_a_refused_link_is_not_written_to_the_log(
    coded: Seat, caplog: pytest.LogCaptureFixture
) -> None:
    Visitor().post(link_path(coded), {"code": "青松4号"})
    assert "/j/" not in caplog.text
