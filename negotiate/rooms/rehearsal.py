"""A ratification rehearsed with pretend voters: the same law, and nothing of it is kept. It lives
in the page that shows it, from press to press; no table of the database knows of it."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from negotiate import moment
from negotiate.law import ratifying, tally
from negotiate.law.words import Electorate
from negotiate.rooms.actions.congress import frozen_rule
from negotiate.rooms.models import Room, Term
from negotiate.rooms.models.ratification import rule_from

Votes = tuple[int, int, int]  # yes, no, abstain
PRETEND = "0" * 64  # instead of a hash: no text was voted on


@dataclass(frozen=True)
class Rehearsal:
    """`votes`: on the items that have been voted on, in their order."""

    room: Room
    body: Electorate
    roll: int
    present: int
    votes: tuple[Votes, ...]

    @property
    def rule(self) -> tally.BallotRule:
        return rule_from(frozen_rule(self.room.rules))

    @property
    def titles(self) -> list[str]:
        """The terms of the room, as far as there are any."""
        terms = Term.objects.filter(item__room=self.room)
        return list(terms.values_list("title", flat=True)) or ["第一条", "第二条"]

    @property
    def next(self) -> str:
        """The item to be voted on now, or ""."""
        return next(iter(self.titles[len(self.votes) :]), "")

    def require_quorum(self) -> None:
        """Raise Refused while too few have come, in the words of a real one."""
        article = frozen_rule(self.room.rules)["articles"].get("attendance", "")
        ratifying.require_quorum(self.roll, self.present, self.rule, article)

    def items(self) -> tuple[ratifying.Item, ...]:
        """Those voted on, counted. Raises Refused for votes that can't be."""
        return tuple(
            self._item(title, votes) for title, votes in zip(self.titles, self.votes, strict=False)
        )

    def resolution(self) -> Sequence[str]:
        today = moment.today()
        return ratifying.resolution(
            ratifying.Sitting(
                who=self.room.enterprise.name,
                draft=self.room.title,
                body=self.body,
                day=f"{today.year}年{today.month}月{today.day}日",
                attempt=1,
                roll=self.roll,
                present=self.present,
                rule=self.rule,
                items=self.items(),
                text=PRETEND,
                articles=tuple(frozen_rule(self.room.rules)["articles"].values()),
            )
        )

    def _item(self, title: str, votes: Votes) -> ratifying.Item:
        yes, no, abstain = votes
        verdict = tally.tally(self.roll, self.present, yes, no, abstain, self.rule)
        return ratifying.Item(title, PRETEND, yes, no, abstain, verdict.passed, verdict.steps)


def pretend(present: int) -> Votes:
    """How so many pretend voters choose: mostly for it."""
    dice = random.Random()  # noqa: S311  nobody's vote
    yes = dice.randint(present * 3 // 5, present)
    no = dice.randint(0, present - yes)
    return yes, no, present - yes - no
