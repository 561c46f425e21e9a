"""A whole meeting of twelve and a worker on the roll, act by act: each is an event of the room."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from agreements.scenarios.handwriting import scrawl
from agreements.signing.actions import sign
from agreements.signing.waiting import missing
from negotiate.ballots import actions as ballots
from negotiate.ballots.models import HandCount, Poll
from negotiate.law.words import Capacity, Electorate, Means, Secrecy, Side
from negotiate.live.audience import Audience
from negotiate.people.roster_file import RosterRow
from negotiate.rooms import counts
from negotiate.rooms.actions import consent, counting, ledger, seating, sitting
from negotiate.rooms.models import Term
from tests.negotiate.meeting import Meeting, enrolled

W, E = Side.WORKER, Side.EMPLOYER


class Course(Meeting):
    """`mark` is in every name and figure, so that no two courses say the same."""

    def __init__(self, mark: int = 0) -> None:
        super().__init__("award")
        self.mark = mark
        delegates = [
            RosterRow(f"{side.label}{n}-{mark}", "", "", side, Capacity.REPRESENTATIVE)
            for side in Side
            for n in range(3)
        ]
        recorder = RosterRow(f"记录员{mark}", "", "", None, Capacity.RECORDER)
        seating.seat_persons(self.chair, [*delegates, recorder])
        enrolled(self.chair, (f"职工{mark}", f"{mark}"))
        for title in (f"食堂补贴{mark}", f"工具费{mark}", f"班车{mark}"):
            ledger.add_term(self.chair, item_id=self.term.item_id, title=title, kind="tier_table")
        everybody = self.room.seats.select_related("person", "room")
        self.seats = {seat.person.name: seat for seat in everybody}
        self.terms = list(Term.objects.filter(item=self.term.item_id))
        self.recorder = self.seats[recorder.name]

    def acts(self) -> Iterator[str]:
        """Do one after another; what was just done."""
        yield "made"
        yield from self._arrive()
        yield from self._agree()
        yield from self._refuse()
        yield from self._count()
        yield from self._finish()

    def _arrive(self) -> Iterator[str]:
        sitting.open_check_in(self.chair)
        yield "check-in opened"
        for seat in self.seats.values():
            seating.check_in(seat, remote=seat.presides)
            yield "checked in"
        sitting.begin(self.chair)
        yield "begun"

    def _offer(self, amount: int, side: Side = W) -> Iterator[str]:
        amounts = (amount, amount - 9000, amount - 14000, amount - 18000, 500 + self.mark)
        self.propose(*amounts, side=side)
        yield "proposed"

    def _vote(self, choice: str, *sides: Side) -> Iterator[str]:
        polls = self.ask(*sides)
        yield "poll opened"
        for poll in polls:
            for entry in poll.roll.select_related("seat__room", "seat__person"):
                ballots.cast(entry.seat, poll.pk, choice, ballots.new_key())
            yield "box filled"
        for poll in polls:
            consent.close_poll(self.chair, poll.pk)
            yield "poll closed"

    def _agree(self) -> Iterator[str]:
        """Offer, counter-offer, the gate, two polls, two chiefs' words, applause."""
        self.term = self.terms[0]
        yield from self._offer(30000)
        yield from self._offer(26000, E)
        ledger.rescreen(self.chair, self.term.pk, reduces_rights=False, reason="没有受损")
        yield "rescreened"
        yield from self._vote("yes")
        for side in Side:
            self.confirm(side)
            yield "confirmed"
        consent.acclaim(self.chair, self.term.pk)
        yield "acclaimed"

    def _refuse(self) -> Iterator[str]:
        """One side votes it down; then a break, and another is put off and one taken back."""
        self.term = self.terms[1]
        yield from self._offer(40000 + self.mark)
        yield from self._vote("no", W)
        at = timezone.now() + timedelta(hours=1)
        sitting.suspend(self.chair, reason="吃饭", at=at, place="食堂", content="再谈")
        yield "suspended"
        sitting.resume(self.chair)
        yield "resumed"
        ledger.defer(self.chair, self.term.pk, reason="以后再谈")
        yield "deferred"
        self.term = self.terms[2]
        yield from self._offer(35000 + self.mark, E)
        ledger.withdraw(self.chief(E), self.term.pk, reason="不提了")
        yield "withdrawn"

    def _count(self) -> Iterator[str]:
        """All staff are asked, with names, two of them on paper; the employer side shows hands."""
        self.term = self.terms[3]
        yield from self._offer(36000 + self.mark)
        chair, term = self.chair, self.term.pk
        staff, named = Electorate.STAFF, Secrecy.CHANGEABLE
        consent.open_poll(chair, term, [W], electorate=staff, secrecy=named)
        yield "staff asked"
        poll = Poll.objects.get(room=self.room, state=Poll.State.OPEN)
        voters = [entry.seat for entry in poll.roll.select_related("seat__room", "seat__person")]
        for seat in voters[:2]:
            counting.issue_paper(self.recorder, poll.pk, seat.pk)
            yield "paper handed out"
        for seat in voters[2:]:
            ballots.cast(seat, poll.pk, "yes", ballots.new_key())
        yield from self._counted(poll, Means.PAPER, 2)
        (poll,) = self.ask(E)
        yield "poll opened"
        yield from self._counted(poll, Means.HANDS, 5)
        for side in Side:
            self.confirm(side)
            yield "confirmed"

    def _counted(self, poll: Poll, means: Means, yes: int) -> Iterator[str]:
        counting.enter_count(self.recorder, poll.pk, means, yes=yes, no=0, abstain=0)
        yield "counted"
        figures = counts.entry_of(HandCount.objects.get(poll=poll))
        for side in Side:
            counting.confirm_count(self.chief(side), poll.pk, figures)
            yield "count confirmed"
        consent.close_poll(self.chair, poll.pk)
        yield "poll closed"

    def _finish(self) -> Iterator[str]:
        """Summed up, taken back, summed up again, and signed by all who must."""
        self.sum_up()
        yield "summed up"
        sitting.return_to_session(self.chair)
        yield "returned"
        paper = self.sum_up()
        yield "summed up"
        for seat in missing(paper):
            sign(seat, text_digest=paper.digest, strokes=scrawl(seat.person.name))
            yield "signed"


def audiences(room: int, language: str = "zh-hans") -> list[Audience]:
    """Everybody who looks at a room of twelve: five kinds of phone, the chair and a big screen."""
    kinds = [(side.value, (who,)) for side in Side for who in ("representative", "chief")]
    phones = [*kinds, ("", ("recorder",))]
    chair = Audience(room, "chair", "", ("attendee", "presiding"), language)
    screen = Audience(room, "screen", "", (), language)
    return [*(Audience(room, "phone", *kind, language) for kind in phones), chair, screen]
