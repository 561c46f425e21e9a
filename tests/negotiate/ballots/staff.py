"""A whole workforce on the roll, and papers for all of it at once."""

from collections.abc import Iterable

from django.utils import timezone

from negotiate.ballots.actions import Paper, open_poll
from negotiate.ballots.models import Poll
from negotiate.law.words import Capacity, Electorate, Secrecy, Side
from negotiate.people.models import Person, Seat
from tests.negotiate.meeting import Meeting


def enrol(meeting: Meeting, count: int) -> list[Seat]:
    """So many staff, all of whom have come."""
    persons = Person.objects.bulk_create(
        Person(enterprise=meeting.room.enterprise, name=f"职工{n}", staff_number=str(n))
        for n in range(count)
    )
    return Seat.objects.bulk_create(
        Seat(
            room=meeting.room,
            person=person,
            side=Side.WORKER.value,
            capacity=Capacity.STAFF.value,
            arrived_at=timezone.now(),
        )
        for person in persons
    )


def ask_staff(meeting: Meeting, secrecy: Secrecy = Secrecy.SECRET) -> Poll:
    """The whole workforce's poll on a version just put on the table, which is better each time."""
    version = meeting.propose(30000, 500 + meeting.term.versions.count())
    return open_poll(
        room_id=meeting.room.pk,
        version_id=version.pk,
        side=Side.WORKER,
        binding=True,
        electorate=Electorate.STAFF,
        secrecy=secrecy,
    )


def paper(seat: Seat, poll: Poll, choice: str = "yes", key: str = "", press: int = 1) -> Paper:
    return Paper(seat.pk, seat.link_serial, poll.pk, choice, key or f"{seat.pk:032x}", press)


def papers(seats: Iterable[Seat], poll: Poll, choice: str = "yes") -> list[Paper]:
    """One of each seat, with a key that is the seat's own."""
    return [paper(seat, poll, choice) for seat in seats]
