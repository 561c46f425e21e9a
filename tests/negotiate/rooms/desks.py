"""A room at check-in with staff on its roll, and the browsers of its people."""

from typing import Any

from django.urls import reverse

from negotiate.law.words import Capacity
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import seating, sitting
from tests.negotiate.meeting import Meeting, enrolled
from tests.visitor import signed_in

PEOPLE = [("赵一", "A012"), ("钱二", ""), ("赵三", "B013")]
NAMES = [name for name, _ in PEOPLE]


class Desk:
    """With a recorder beside the scenario's own people."""

    def __init__(self, meeting: Meeting, *people: tuple[str, str]) -> None:
        rows = [RosterRow("赵敏", "", "", None, Capacity.RECORDER)]
        seating.seat_persons(meeting.chair, rows)
        self.meeting = meeting
        self.staff = enrolled(meeting.chair, *people)
        sitting.open_check_in(meeting.chair)
        self.recorder = meeting.room.seats.get(capacity="recorder")
        self.chair = signed_in(meeting.account)

    def path(self, name: str, seat: Seat | None = None, *other: Seat) -> str:
        seat = seat or self.meeting.chair
        return reverse(name, args=[seat.pk, *(each.pk for each in other)])

    def page(self, name: str, *other: Seat, **asked: Any) -> str:
        return self.chair.get(self.path(name, None, *other), asked).content.decode()

    def search(self, who: str) -> str:
        answer = self.chair.post(self.path("staff"), {"who": who})
        return answer.content.decode()


def named(page: str, *names: str) -> list[str]:
    return [name for name in names if f'<th scope="row">{name}' in page]
