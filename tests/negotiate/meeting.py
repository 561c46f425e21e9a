"""A booked scenario and short words for what its people do."""

from typing import Any

from agreements.papers.models import Paper
from agreements.scenarios.handwriting import scrawl
from agreements.scenarios.opening import book, chair_of
from agreements.scenarios.player import Player
from agreements.scenarios.story import story
from agreements.signing.actions import sign
from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law.words import Action, Side
from negotiate.people.models import Seat
from negotiate.people.staff_file import StaffRow
from negotiate.rooms.actions import consent, enrolment, ledger, seating, sitting
from negotiate.rooms.models import Room, Term, Version
from negotiate.rooms.order import ordered


def enrolled(chair: Seat, *people: tuple[str, str]) -> list[Seat]:
    """Put these names and numbers on the staff's roll; their seats."""
    with ordered(chair, Action.ENROL) as order:
        rows = [StaffRow(line, name, number, "") for line, (name, number) in enumerate(people, 2)]
        enrolment.enrol(order, rows)
    staff = Seat.objects.staff().filter(room=chair.room_id).select_related("person", "room")
    names = {name for name, _ in people}
    return [seat for seat in staff if seat.person.name in names]


class Meeting:
    """A scenario's room; `seats` by name, `term` its first term."""

    def __init__(self, scenario: str) -> None:
        self.story = story(scenario)
        self.account = chair_of(self.story)
        self.chair = book(self.story, self.account)
        self.player = Player(self.story, self.chair)
        self.seats = self.player.seats
        self.term = Term.objects.filter(item__room=self.chair.room_id)[0]

    @property
    def room(self) -> Room:
        return Room.objects.select_related("book").get(pk=self.chair.room_id)

    def chief(self, side: Side) -> Seat:
        return next(s for s in self.seats.values() if s.is_chief and s.of is side)

    def other(self, side: Side) -> Seat:
        """A representative of the side who is not its chief."""
        return next(
            s for s in self.seats.values() if s.capacity == "representative" and s.of is side
        )

    def open(self) -> None:
        sitting.open_check_in(self.chair)
        for seat in self.seats.values():
            seating.check_in(seat, remote=False)
        sitting.begin(self.chair)

    def tiers(self, *amounts: int) -> dict[str, Any]:
        return {
            "rows": [
                {"rank": f"{n}等", "criterion": f"条件{n}", "amount": str(amount)}
                for n, amount in enumerate(amounts, 1)
            ]
        }

    def propose(self, *amounts: int, side: Side = Side.WORKER) -> Version:
        answers = self.term.versions.count() or None
        return ledger.propose(self.chief(side), self.term.pk, self.tiers(*amounts), answers=answers)

    def ask(self, *sides: Side) -> list[Poll]:
        consent.open_poll(self.chair, self.term.pk, sides or list(Side))
        return list(Poll.objects.filter(room=self.room, state=Poll.State.OPEN))

    def vote(self, choice: str = "yes", *sides: Side) -> None:
        """Ask the sides (both by default), let everybody choose the same, and close."""
        for poll in self.ask(*sides):
            for entry in poll.roll.select_related("seat__room", "seat__person"):
                ballots.cast(entry.seat, poll.pk, choice, ballots.new_key())
            consent.close_poll(self.chair, poll.pk)

    def confirm(self, *sides: Side) -> None:
        for side in sides or tuple(Side):
            digest = ledger.current(self.term).digest
            consent.confirm(self.chief(side), self.term.pk, digest)

    def agree(self) -> None:
        self.propose(30000, 500)
        self.vote()
        self.confirm()

    def sum_up(self) -> Paper:
        sitting.sum_up(self.chair)
        return Paper.objects.get(room=self.room)

    def sign(self, side: Side) -> Paper:
        seat = self.chief(side)
        digest = Paper.objects.get(room=self.room).digest
        return sign(seat, text_digest=digest, strokes=scrawl(seat.person.name))
