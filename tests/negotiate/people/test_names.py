"""One person, one side: a name alone never seats somebody twice."""

import pytest

from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity, Side
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import seating
from tests.negotiate.meeting import Meeting

W, E = Side.WORKER, Side.EMPLOYER


def row(name: str, number: str, side: Side) -> RosterRow:
    return RosterRow(name, number, "", side, Capacity.REPRESENTATIVE)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("王芳", ""), ("王芳", "A1")),
        (("王芳", "A1"), ("王芳", "")),
        (("王芳", ""), ("王　芳", "")),
        (("王芳", "A1"), ("王 芳", "A1")),
    ],
)
def test_one_name_on_both_sides_is_refused(
    meeting: Meeting, first: tuple[str, str], second: tuple[str, str]
) -> None:
    before = meeting.room.seats.count()
    with pytest.raises(Refused, match=r"会场里已有.*同名的人请都填工号区分"):
        seating.seat_persons(meeting.chair, [row(*first, W), row(*second, E)])
    assert meeting.room.seats.count() == before
    seating.seat_persons(meeting.chair, [row(*first, W)])
    with pytest.raises(Refused, match=r"会场里已有.*同名的人请都填工号区分"):
        seating.seat_persons(meeting.chair, [row(*second, E)])


def test_two_of_one_name_sit_with_their_numbers(meeting: Meeting) -> None:
    rows = [row("王芳", "A1", W), row("王芳", "B2", E)]
    assert seating.seat_persons(meeting.chair, rows) == 2


def test_the_same_name_in_another_room_is_nobodys_business(meeting: Meeting) -> None:
    other = Meeting("award")
    seating.seat_persons(meeting.chair, [row("王芳", "", W)])
    assert seating.seat_persons(other.chair, [row("王芳", "A1", E)]) == 1
