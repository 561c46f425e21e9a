"""A negotiation whose draft is before a congress, with as many delegates as a test wants."""

from collections.abc import Sequence

from django.utils import timezone

from negotiate.ballots import actions as ballots
from negotiate.ballots.actions import Paper
from negotiate.ballots.models import Poll
from negotiate.law.profiles import profile
from negotiate.law.words import Capacity, Electorate, Side, Stage
from negotiate.people.models import Person, Seat
from negotiate.rooms.actions import consent, ledger, ratification
from negotiate.rooms.models import BoundEnterprise, Ratification, Room, Term
from tests.negotiate.ordinary import WORKERS, Ordinary

W, E = Side.WORKER, Side.EMPLOYER
CONGRESS = Electorate.CONGRESS


class Ratifying(Ordinary):
    """Two agreed terms (`more` besides), and the room at the stage at which they are ratified; the
    `rules` are those of the place named. `delegates` of the congress are on the roll, none has
    come."""

    def __init__(self, delegates: int = 6, rules: str = "jiangsu", more: int = 0) -> None:
        super().__init__()
        self.to(Stage.IN_SESSION)
        for title in ("第二条", *(f"另 {n} 条" for n in range(more))):
            ledger.add_term(self.desk, item_id=self.term.item_id, title=title, kind="text")
        self.terms = list(Term.objects.filter(item__room=self.room))
        for number, term in enumerate(self.terms, 1):
            self.agree(f"第 {number} 条的内容。", term)
        room = Room.objects.filter(pk=self.room.pk)
        room.update(stage=Stage.RATIFYING.value, profile=profile(rules).plain())
        self.delegates = self.enrol(delegates)

    def enrol(
        self, count: int, bound: BoundEnterprise | None = None, *, in_congress: bool = True
    ) -> list[Seat]:
        """So many more on the workers' roll."""
        first = Seat.objects.staff().filter(room=self.room).count()
        persons = Person.objects.bulk_create(
            Person(enterprise=self.room.enterprise, name=f"职工{n:04}", staff_number=f"A{n:04}")
            for n in range(first, first + count)
        )
        seats = [
            Seat(
                room=self.room,
                person=person,
                side=W.value,
                capacity=Capacity.STAFF.value,
                in_congress=in_congress,
                bound=bound,
            )
            for person in persons
        ]
        Seat.objects.bulk_create(seats)
        Room.objects.filter(pk=self.room.pk).update(on_roll=first + count)
        of_these = Seat.objects.filter(person__in=persons)
        return list(of_these.select_related("room", "person"))

    def other_worker(self) -> Seat:
        """A representative of the workers, who is not of the congress."""
        return self.seat(WORKERS[0])

    def summon(self, body: Electorate = CONGRESS, *, each: bool = False) -> Ratification:
        ratification.open_ratification(self.desk, body, each=each)
        return self.standing()

    def standing(self, bound: BoundEnterprise | None = None) -> Ratification:
        return Ratification.objects.standing().get(room=self.room, bound=bound)

    def come(self, seats: Sequence[Seat]) -> None:
        """They check in; in one statement, for there may be thousands."""
        keys = [seat.pk for seat in seats]
        Seat.objects.filter(pk__in=keys).update(arrived_at=timezone.now())

    def ask(self, term: Term, bound: BoundEnterprise | None = None) -> Poll:
        of = self.standing(bound)
        ratification.open_item(self.desk, of.pk, term.pk)
        return of.polls.get(state=Poll.State.OPEN)

    def press(self, poll: Poll, choice: str, seats: Sequence[Seat]) -> None:
        papers = [
            Paper(seat.pk, seat.link_serial, poll.pk, choice, ballots.new_key()) for seat in seats
        ]
        answers = consent.vote_many(papers)
        assert all(isinstance(answer, str) for answer in answers), answers

    def close(self, poll: Poll) -> Poll:
        consent.close_poll(self.desk, poll.pk)
        return Poll.objects.get(pk=poll.pk)

    def vote(
        self,
        yes: int,
        no: int = 0,
        seats: Sequence[Seat] = (),
        bound: BoundEnterprise | None = None,
    ) -> None:
        """Every item is voted on alike by those who have come."""
        seats = seats or self.delegates
        for term in self.terms:
            poll = self.ask(term, bound)
            self.press(poll, "yes", seats[:yes])
            self.press(poll, "no", seats[yes : yes + no])
            self.close(poll)
