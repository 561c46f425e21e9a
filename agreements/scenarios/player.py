"""Playing a scenario through the same actions as the web: nothing is written past them."""

from collections.abc import Callable
from datetime import timedelta

from agreements.papers.models import Paper
from agreements.scenarios.handwriting import scrawl
from agreements.scenarios.story import Act, Story
from agreements.signing.actions import sign
from agreements.signing.waiting import missing
from negotiate import moment
from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law.words import Side
from negotiate.people.models import Seat
from negotiate.rooms.actions import consent, ledger, seating, sitting
from negotiate.rooms.models import Term


class Player:
    """Plays the talks of a story in the room over which `chair` presides."""

    def __init__(self, story: Story, chair: Seat) -> None:
        self.story = story
        self.chair = chair
        seats = Seat.objects.at_table().filter(room=chair.room_id).select_related("person", "room")
        self.seats = {seat.person.name: seat for seat in seats}
        terms = Term.objects.filter(item__room=chair.room_id)
        self.terms = {term.title: term.pk for term in terms}

    @property
    def leader(self) -> Seat:
        """Who leads the talks."""
        return self.chair

    def play(self) -> Paper:
        """From check-in to the last signature."""
        sitting.open_check_in(self.chair)
        for seat in self.seats.values():
            seating.check_in(seat, remote=False)
        sitting.begin(self.chair)
        for act in self.story.talks:
            self.perform(act)
        sitting.sum_up(self.chair)
        return self.sign()

    def perform(self, act: Act) -> None:
        deeds: dict[str, Callable[[Act], None]] = {
            "propose": self._propose,
            "rescreen": self._rescreen,
            "vote": self._vote,
            "confirm": self._confirm,
            "acclaim": lambda act: consent.acclaim(self.chair, self.terms[act.term]),
            "suspend": self._suspend,
            "resume": lambda act: sitting.resume(self.chair),
        }
        deeds[act.do](act)

    def sign(self) -> Paper:
        paper = Paper.objects.of_room(self.chair.room_id)[0]
        for seat in missing(paper):
            sign(seat, text_digest=paper.digest, strokes=scrawl(seat.person.name))
        paper.refresh_from_db()
        return paper

    def _propose(self, act: Act) -> None:
        term = self.terms[act.term]
        answers = Term.objects.get(pk=term).versions.count() or None
        ledger.propose(self.seats[act.by], term, act.value, answers=answers)

    def _rescreen(self, act: Act) -> None:
        term = self.terms[act.term]
        ledger.rescreen(self.chair, term, reduces_rights=False, reason=act.reason)

    def _vote(self, act: Act) -> None:
        consent.open_poll(self.leader, self.terms[act.term], list(Side))
        for poll in Poll.objects.filter(room=self.chair.room_id, state=Poll.State.OPEN):
            for voter in poll.roll.select_related("seat__person", "seat__room"):
                choice = act.choice_of(voter.seat.person.name)
                ballots.cast(voter.seat, poll.pk, choice, ballots.new_key())
            consent.close_poll(self.leader, poll.pk)

    def _confirm(self, act: Act) -> None:
        term = Term.objects.get(pk=self.terms[act.term])
        for seat in self.seats.values():
            if seat.is_chief:
                consent.confirm(seat, term.pk, ledger.current(term).digest)

    def _suspend(self, act: Act) -> None:
        sitting.suspend(
            self.chair,
            reason=act.reason,
            at=moment.now() + timedelta(hours=1),
            place=self.story.place,
            content=act.content,
        )
