"""Ten digits that are nowhere stored, and die with the link they stand beside."""

import re

import pytest

from negotiate.people.codes import is_code_of, personal_code
from negotiate.people.models import Seat
from negotiate.rooms.actions import seating
from tests.negotiate.meeting import Meeting, enrolled


@pytest.fixture
def seat(meeting: Meeting) -> Seat:
    return enrolled(meeting.chair, ("赵一", "0012"))[0]


def test_a_code_is_ten_digits_in_three_groups(seat: Seat) -> None:
    assert re.fullmatch("[0-9]{3} [0-9]{3} [0-9]{4}", personal_code(seat))


def test_no_two_seats_have_the_same_one(meeting: Meeting) -> None:
    people = [(f"职{n}", f"{n}") for n in range(300)]
    codes = {personal_code(seat) for seat in enrolled(meeting.chair, *people)}
    assert len(codes) == 300


def test_it_fits_however_it_is_typed(seat: Seat) -> None:
    code = personal_code(seat)
    digits = code.replace(" ", "")
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in digits)
    for typed in (code, digits, wide, f" {digits[:4]}-{digits[4:]} ", f"{digits[:2]} {digits[2:]}"):
        assert is_code_of(seat, typed), typed
    for typed in ("", digits[:9], digits + "0", digits[::-1] + "x", "é"):
        assert not is_code_of(seat, typed), typed


def test_a_new_link_has_a_new_code(meeting: Meeting, seat: Seat) -> None:
    old = personal_code(seat)
    seating.reissue(meeting.chair, seat.pk)
    seat.refresh_from_db()
    assert not is_code_of(seat, old)


def test_it_is_in_no_table_and_not_in_the_record(meeting: Meeting, seat: Seat) -> None:
    code = personal_code(seat)
    row = Seat.objects.filter(pk=seat.pk).values().get()
    told = [*row.values(), *meeting.room.book.entries.values_list("body", flat=True)]
    assert not any(each in str(cell) for cell in told for each in (code, code.replace(" ", "")))
