"""Rooms for the bench, made by the product's own actions wherever it has one for it."""

from typing import Any

from django.utils import timezone

from negotiate.ballots.models import Poll
from negotiate.law.words import Capacity, Electorate, Side
from negotiate.live.tickets import Ticket, issue
from negotiate.people.models import Person, Seat
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import consent, seating
from negotiate.rooms.sight.faces import audience_of
from tests.negotiate.meeting import Meeting

DELEGATES = 2  # of the worker side in the scenario: they are on its roll as well
DELEGATES_MORE = 3  # a side, beside the scenario's two: with chair and recorder twelve people


class Hall:
    """A room in session with a version on the table: a negotiation of twelve, or a hall in which
    `voters` of the worker side have come, its delegates and its staff."""

    def __init__(self, voters: int = 0) -> None:
        self.meeting = Meeting("award")
        self.room, self.book = self.meeting.chair.room_id, self.meeting.chair.room.book_id
        self._amount = 30000
        self._has_staff = voters > 0
        if voters:
            self._enrol(voters - DELEGATES)
        else:
            seating.seat_persons(self.meeting.chair, _more_delegates())
        self.meeting.open()
        seats = self.meeting.room.seats.at_table().filter(arrived_at=None, presides=False)
        for seat in seats.select_related("room", "person"):
            seating.check_in(seat, remote=True)
        self.offer()

    def _enrol(self, staff: int) -> None:
        """Thousands of seats in two statements: enrolment itself is not what is measured."""
        room, now = self.meeting.room, timezone.now()
        people = Person.objects.bulk_create(
            Person(enterprise_id=room.enterprise_id, name=f"职工{n}", staff_number=f"{room.pk}-{n}")
            for n in range(staff)
        )
        of_worker_side = {"side": Side.WORKER.value, "capacity": Capacity.STAFF.value}
        Seat.objects.bulk_create(
            Seat(room=room, person=person, arrived_at=now, **of_worker_side) for person in people
        )

    def offer(self) -> None:
        """Put a version on the table that is better for workers than the last one."""
        self._amount += 1000
        self.version = self.meeting.propose(self._amount, 500)

    def ask_staff(self) -> int:
        """The chair opens a poll of the worker side's whole workforce; its number."""
        chair, term = self.meeting.chair, self.meeting.term.pk
        consent.open_poll(chair, term, [Side.WORKER], electorate=Electorate.STAFF)
        return int(Poll.objects.get(room=self.meeting.room, state=Poll.State.OPEN).pk)

    def close(self, poll: int) -> Poll:
        consent.close_poll(self.meeting.chair, poll)
        return Poll.objects.get(pk=poll)

    def dump(self) -> dict[str, Any]:
        """Everybody's ticket and seat; in a hall with staff, everybody's on its roll."""
        seats = self.meeting.room.seats.select_related("room")
        if self._has_staff:
            seats = seats.filter(side=Side.WORKER.value, presides=False)
        tickets = [(issue(Ticket(audience_of(s), s.pk, s.link_serial)), s.pk) for s in seats]
        return {"phones": tickets}


def _more_delegates() -> list[RosterRow]:
    rows = [
        RosterRow(f"{side.label}{n}", "", "", side, Capacity.REPRESENTATIVE)
        for side in Side
        for n in range(DELEGATES_MORE)
    ]
    return [*rows, RosterRow("记录员", "", "", None, Capacity.RECORDER)]
