"""Polls of forty, and the adversary's best guess at each voter's choice: the voters in the order of
their arrival, which the adversary knows, beside the papers in every order that some trace gives."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from negotiate.ballots.models import Poll
from negotiate.law.words import Choice
from negotiate.people.models import Seat
from negotiate.rooms.actions import consent
from tests.boxes import papers_of
from tests.negotiate.ballots.staff import ask_staff, paper
from tests.negotiate.meeting import Meeting
from tests.secrecy import kept
from tests.secrecy.chance import Choices, Guesses

VOTERS = 40
_CHOICES = [Choice.YES] * 19 + [Choice.NO] * 14 + [Choice.ABSTAIN] * 7


@dataclass(frozen=True, slots=True)
class Voted:
    """A poll in which all have voted: what each chose, in the order in which they came."""

    poll: Poll
    truth: Choices
    numbers: Sequence[str]

    def guesses(self) -> Guesses:
        """What each trace makes of it now. Numbers and choices are public after the close, and
        before it an administrator reads them in the box."""
        chosen = papers_of(self.poll)
        return {
            trace: [chosen[number] for number in order]
            for trace, order in kept.orders(self.numbers).items()
        }


def hold(meeting: Meeting, seats: Sequence[Seat], together: int, seed: int) -> Voted:
    """A secret poll of the staff; `together` so many papers are in one transaction."""
    return fill(ask_staff(meeting), seats, together, seed)


def fill(poll: Poll, seats: Sequence[Seat], together: int, seed: int) -> Voted:
    """All vote in an open poll."""
    dice = random.Random(seed)  # noqa: S311  (which voter comes when)
    choices = [choice.value for choice in dice.sample(_CHOICES, VOTERS)]
    coming = dice.sample(list(seats), VOTERS)
    key = f"{dice.getrandbits(100):026x}"
    papers = [
        paper(seat, poll, choice, f"{key}{seat.pk:06x}")
        for seat, choice in zip(coming, choices, strict=True)
    ]
    answers: list[str] = []
    for first in range(0, VOTERS, together):
        answers += map(str, consent.vote_many(papers[first : first + together]))
    assert set(answers) == papers_of(poll).keys()
    return Voted(poll, choices, answers)
