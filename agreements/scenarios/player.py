"""Playing a scenario through the same actions as the web: nothing is written past them."""

import json
import math
from collections.abc import Callable
from datetime import timedelta

from agreements.papers.models import Paper
from agreements.scenarios.story import Act, SeatFacts, Story
from agreements.signing.actions import missing, sign
from negotiate import moment
from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law.gate import Answers
from negotiate.law.words import Capacity, Procedure, Side, SideRule
from negotiate.matters import actions as matters
from negotiate.people.models import Account, Enterprise, Federation, Seat
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import booking, consent, ledger, seating, sitting
from negotiate.rooms.models import Term

COUNTY = "阜宁县总工会"


def book(story: Story, chair: Account) -> Seat:
    """Raise, screen and schedule the scenario's matter; the chair's seat. For a meeting everybody
    is seated; a negotiation names its representatives when the offer is accepted."""
    facts = story.matter
    matter = matters.raise_matter(
        chair,
        title=facts.title,
        kind=facts.kind,
        summary=facts.summary,
        raised_by=facts.raised_by,
        raised_side=facts.raised_side,
        owner=facts.owner,
        due=moment.today() + timedelta(days=facts.due_in_days),
    )
    screening = story.screening
    answers = Answers(contract=screening.contract, reduces_rights=False)
    matters.screen(
        chair, matter.pk, answers, answered_by=screening.answered_by, note=screening.note
    )
    ordinary = story.procedure is Procedure.ORDINARY
    seat = booking.schedule(
        chair,
        matter.pk,
        at=moment.now(),
        place=story.place,
        own_capacity=Capacity.CHIEF if ordinary else Capacity.ATTENDEE,
        rules=dict.fromkeys(Side, SideRule.POLL),
        terms=[(term.title, term.kind) for term in story.terms],
        contract=story.contract,
        chiefs={Side.EMPLOYER: story.employer_chief} if ordinary else {},
    )
    if not ordinary:
        seating.seat_persons(seat, [row_of(facts) for facts in story.seats])
    return seat


def row_of(facts: SeatFacts) -> RosterRow:
    return RosterRow(
        facts.name,
        "",
        facts.post,
        Side(facts.side) if facts.side else None,
        facts.capacity,
        woman=facts.woman,
        front_line=facts.front_line,
        produced=facts.produced,
    )


def chair_of(story: Story) -> Account:
    """The scenario's union chair, with the enterprise and its federations; made if missing."""
    county, _ = Federation.objects.get_or_create(name=COUNTY)
    township, _ = Federation.objects.get_or_create(name=story.township, defaults={"parent": county})
    enterprise, _ = Enterprise.objects.get_or_create(
        name=story.enterprise, defaults={"federation": township, "scope": story.scope.value}
    )
    chair, made = Account.objects.get_or_create(
        username=f"chair{enterprise.pk}", defaults={"name": story.chair, "enterprise": enterprise}
    )
    if made:
        chair.set_unusable_password()
        chair.save(update_fields=["password"])
    return chair


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


def scrawl(name: str) -> str:
    """A pretend signature: a curve for each character, as a phone would send its strokes."""
    strokes = []
    for place, character in enumerate(name):
        a, b = 2 + ord(character) % 3, 3 + ord(character) // 3 % 3
        turns = [n * math.tau / 48 for n in range(49)]
        strokes.append(
            [
                [
                    round(140 + 260 * place + 100 * math.sin(a * turn + 1)),
                    round(250 + 130 * math.sin(b * turn)),
                    900 * place + 15 * n,
                ]
                for n, turn in enumerate(turns)
            ]
        )
    return json.dumps(strokes)
