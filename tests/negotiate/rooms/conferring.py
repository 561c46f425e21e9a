"""Random acts of a meeting: those that everybody sees, and those of one side by itself, with marks
in every private text, figure, question and option that stand nowhere else."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law.words import Capacity, Side
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import accepting, caucus, consent, ledger, recess, seating, straw
from negotiate.rooms.models import Caucus, Term
from tests.negotiate.meeting import Meeting, enrolled

W, E = Side.WORKER, Side.EMPLOYER


class Talks(Meeting):
    """A room in session with four of each side, one of them an expert, a recorder and one of the
    staff; two terms, one of them proposed."""

    def __init__(self, scenario: str = "award") -> None:
        super().__init__(scenario)
        representative, recorder = Capacity.REPRESENTATIVE, Capacity.RECORDER
        rows = [RosterRow(f"{side.label}甲", "", "", side, representative) for side in Side]
        rows += [RosterRow(f"{side.label}专家", "", "", side, Capacity.EXPERT) for side in Side]
        seating.seat_persons(self.chair, [*rows, RosterRow("记录", "", "", None, recorder)])
        self.staff = enrolled(self.chair, ("孙小梅", "3001"))
        ledger.add_term(self.chair, item_id=self.term.item_id, title="午餐", kind="tier_table")
        everybody = self.room.seats.at_table().select_related("person", "room")
        self.seats = {seat.person.name: seat for seat in everybody}
        self.open()
        self.terms = list(Term.objects.filter(item=self.term.item_id))
        self.propose(30000, 500)

    def of(self, side: Side) -> list[Seat]:
        return [seat for seat in self.seats.values() if seat.of is side]

    def vote_of(self, side: Side, choice: str) -> None:
        """One side's poll from its opening to its end, with papers that have no chance in them."""
        consent.open_poll(self.chair, self.term.pk, [side])
        poll = Poll.objects.get(room=self.room, state=Poll.State.OPEN)
        for number, entry in enumerate(poll.roll.select_related("seat__room", "seat__person")):
            ballots.cast(entry.seat, poll.pk, choice, f"{poll.pk:016x}{number:016x}")
        consent.close_poll(self.chair, poll.pk)

    def table(self, seat: Seat) -> Caucus:
        """The seat's side's own, on which there is something."""
        return Caucus.objects.get_or_create(room=seat.room, side=seat.side)[0]


@dataclass(frozen=True, eq=False)
class Act:
    """`side`: whose own it is, if not everybody's. `accepts`: it says what a chief would accept."""

    do: Callable[[Talks], Any]
    side: Side | None = None
    marks: tuple[str, ...] = ()
    accepts: bool = False


@dataclass
class Dice:
    """All that is left to chance, from one seed."""

    seed: int
    of: random.Random = field(init=False)
    marked: int = 0

    def __post_init__(self) -> None:
        self.of = random.Random(self.seed)  # noqa: S311  (what is done next)

    def mark(self) -> str:
        self.marked += 1
        return f"暗{self.seed:x}z{self.marked:x}z{self.of.getrandbits(32):08x}"

    def public(self) -> Act:
        """Something that everybody sees."""
        side, amount = self.of.choice(list(Side)), self.of.randrange(30001, 90000)
        choice, minutes = self.of.choice(("yes", "yes", "no")), self.of.choice((1, 2, 30))
        acts: list[Callable[[Talks], Any]] = [
            *[lambda talks: talks.propose(amount, 500, side=side)] * 4,
            *[lambda talks: talks.confirm(side)] * 2,
            lambda talks: talks.vote_of(side, choice),
            lambda talks: recess.call_caucus(talks.chief(side), minutes=minutes),
            lambda talks: recess.end_caucus(talks.chair),
            lambda talks: ledger.defer(talks.chair, talks.term.pk, reason="再想想"),
            lambda talks: ledger.reopen(talks.chair, talks.term.pk),
        ]
        return Act(self.of.choice(acts))

    def private(self, side: Side | None = None) -> Act:
        """Something that a side does by itself, or its chief."""
        acts = (_note, _note, _draft, _ask, _answer, _answer, _tidy, _accept, _accept, _take_back)
        return self.of.choice(acts)(self, side or self.of.choice(list(Side)))


def _note(dice: Dice, side: Side) -> Act:
    who, text = dice.of.randrange(4), dice.mark()
    return Act(lambda talks: caucus.add_note(talks.of(side)[who], text), side, (text,))


def _draft(dice: Dice, side: Side) -> Act:
    who, which, mark = dice.of.randrange(4), dice.of.randrange(2), dice.mark()
    figure = dice.of.randrange(10**11, 10**12)
    raw = {"rows": [{"rank": mark, "criterion": mark[::-1], "amount": str(figure)}]}

    def act(talks: Talks) -> None:
        caucus.keep_draft(talks.of(side)[who], talks.terms[which].pk, raw)

    return Act(act, side, (mark, mark[::-1], str(figure), f"{figure:,}"))


def _ask(dice: Dice, side: Side) -> Act:
    who, question = dice.of.randrange(4), dice.mark()
    options = [dice.mark() for _ in range(dice.of.choice((0, 2, 5)))]
    marks = (question, *options)
    return Act(lambda talks: straw.ask(talks.of(side)[who], question, options), side, marks)


def _answer(dice: Dice, side: Side) -> Act:
    who, option = dice.of.randrange(4), dice.of.randrange(3)

    def act(talks: Talks) -> None:
        seat = talks.of(side)[who]
        poll = talks.table(seat).polls.first()
        straw.vote(seat, poll.number if poll else 0, option)

    return Act(act, side)


def _tidy(dice: Dice, side: Side) -> Act:
    """End what was asked, or throw away what was written."""
    who, what = dice.of.randrange(4), dice.of.randrange(3)

    def act(talks: Talks) -> None:
        seat = talks.of(side)[who]
        table = talks.table(seat)
        thing: Any = (table.polls, table.notes, table.drafts)[what].first()
        end = (straw.end, caucus.delete_note, caucus.delete_draft)[what]
        end(seat, thing.number if thing else 0)

    return Act(act, side)


def _accept(dice: Dice, side: Side) -> Act:
    def act(talks: Talks) -> bool:
        digest = ledger.current(talks.term).digest
        return accepting.accept_if(talks.chief(side), talks.term.pk, digest)

    return Act(act, side, accepts=True)


def _take_back(dice: Dice, side: Side) -> Act:
    return Act(lambda talks: accepting.take_back(talks.chief(side), talks.term.pk), side)
