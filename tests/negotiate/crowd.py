"""A meeting with enough workers for figures to be told, and a recorder who counts by hand."""

from django.utils import timezone

from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law.words import Capacity, Electorate, Means, Secrecy, Side
from negotiate.people.models import Person, Seat
from negotiate.people.roster_file import RosterRow
from negotiate.rooms import counts
from negotiate.rooms.actions import consent, counting, seating
from negotiate.rooms.models import Room
from tests.negotiate.meeting import Meeting

R = Capacity.REPRESENTATIVE


class Crowd(Meeting):
    """Eight delegates of the workers, a recorder, and a version on the table."""

    def __init__(self) -> None:
        super().__init__("award")
        rows = [RosterRow(f"工{n}", f"{n}", "", Side.WORKER, R) for n in range(6)]
        recorder = RosterRow("记录员甲", "", "", None, Capacity.RECORDER)
        seating.seat_persons(self.chair, [*rows, recorder])
        everybody = self.room.seats.select_related("person", "room")
        self.seats |= {seat.person.name: seat for seat in everybody}
        self.open()
        self.recorder = self.seats["记录员甲"]
        self.propose(30000, 500)

    def enrol(self, staff: int) -> list[Seat]:
        """Put so many on the workers' roll, all of them there."""
        persons = Person.objects.bulk_create(
            Person(enterprise=self.room.enterprise, name=f"职{n:04}", staff_number=f"A{n:04}")
            for n in range(staff)
        )
        Seat.objects.bulk_create(
            Seat(
                room=self.room,
                person=person,
                side=Side.WORKER.value,
                capacity=Capacity.STAFF.value,
                arrived_at=timezone.now(),
            )
            for person in persons
        )
        Room.objects.filter(pk=self.room.pk).update(on_roll=staff)
        return list(self.room.seats.staff().select_related("person", "room"))

    def poll(
        self,
        secrecy: Secrecy = Secrecy.SECRET,
        electorate: Electorate = Electorate.DELEGATES,
        side: Side = Side.WORKER,
    ) -> Poll:
        consent.open_poll(self.chair, self.term.pk, [side], secrecy=secrecy, electorate=electorate)
        return Poll.objects.get(room=self.room, side=side, state=Poll.State.OPEN)

    def hand_out(self, poll: Poll, *numbers: int) -> None:
        for number in numbers:
            counting.issue_paper(self.recorder, poll.pk, self.seats[f"工{number}"].pk)

    def press(self, poll: Poll, choice: str, *seats: Seat) -> None:
        for seat in seats:
            ballots.cast(seat, poll.pk, choice, ballots.new_key())

    def count(self, poll: Poll, means: Means, yes: int, no: int = 0, abstain: int = 0) -> str:
        """Enter a count; its name."""
        counting.enter_count(self.recorder, poll.pk, means, yes=yes, no=no, abstain=abstain)
        count = counts.count_of(poll)
        return counts.entry_of(count) if count else ""

    def confirm_count(self, poll: Poll, figures: str, *sides: Side) -> None:
        for side in sides or tuple(Side):
            counting.confirm_count(self.chief(side), poll.pk, figures)

    def close(self, poll: Poll) -> Poll:
        consent.close_poll(self.chair, poll.pk)
        return Poll.objects.get(pk=poll.pk)
