"""Ratifications as everybody at a meeting may see them: how many have come, which item is voted
on, and the figures of those that were."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from negotiate.law.tally import least_present
from negotiate.law.words import Electorate, Stage, TermState
from negotiate.rooms.models.ratification import Ratification, rule_from
from negotiate.rooms.sight import questions as ask
from negotiate.rooms.sight.facts import RoomView
from negotiate.rooms.sight.poll_view import PollView
from negotiate.rooms.sight.seen import TermView

State = Ratification.State


@dataclass(frozen=True, slots=True)
class RatificationFacts:
    """`name`: of the bound enterprise whose own vote it is, or "". `roll` and `present` are counted
    anew until they are frozen; `least`: how many must have come; `doubtful`: nobody has checked the
    rule in its text."""

    pk: int
    bound: int
    name: str
    attempt: int
    body: Electorate
    state: str
    roll: int
    present: int
    least: int
    threshold: str
    article: str
    on_paper: bool
    doubtful: bool

    @property
    def is_gathering(self) -> bool:
        return self.state == State.GATHERING

    @property
    def is_decided(self) -> bool:
        return self.state in (State.PASSED, State.REJECTED)

    @property
    def missing(self) -> int:
        """How many more must come before anything can be voted on."""
        return max(self.least - self.present, 0) if self.roll else 1


@dataclass(frozen=True, slots=True)
class ItemView:
    """One agreed term, and the poll on it if there is one."""

    term: TermView
    poll: PollView | None

    @property
    def is_open(self) -> bool:
        return self.poll is not None and self.poll.is_open

    @property
    def is_closed(self) -> bool:
        return self.poll is not None and not self.poll.is_open


@dataclass(frozen=True, slots=True)
class RatificationView:
    facts: RatificationFacts
    items: tuple[ItemView, ...]

    @property
    def now(self) -> ItemView | None:
        """What is being voted on."""
        return next((item for item in self.items if item.is_open), None)

    @property
    def next(self) -> ItemView | None:
        """What is to be voted on next."""
        return next((item for item in self.items if item.poll is None), None)

    @property
    def done(self) -> int:
        return sum(item.is_closed for item in self.items)


@dataclass(frozen=True, slots=True)
class SetView:
    """Of enterprises that ratify each by itself, how many have."""

    all: int
    passed: int
    rejected: int

    @property
    def waiting(self) -> int:
        return self.all - self.passed - self.rejected


def set_of(views: Collection[RatificationView]) -> SetView | None:
    """None where one body ratifies for all."""
    states = [of.facts.state for of in views if of.facts.bound]
    if not states:
        return None
    return SetView(len(states), states.count(State.PASSED), states.count(State.REJECTED))


def ratifications(
    facts: Mapping[int, tuple[int, RoomView]],
) -> dict[int, tuple[RatificationFacts, ...]]:
    """By room; only those that are ratifying are asked."""
    now = [room for room, (_, view) in facts.items() if view.is_at is Stage.RATIFYING]
    rolls = ask.ON_ROLLS.each(now)
    return {
        room: tuple(_facts(row, rolls[room]) for row in rows)
        for room, rows in ask.RATIFICATIONS.each(now).items()
    }


def _facts(row: tuple[Any, ...], on_rolls: Iterable[tuple[Any, ...]]) -> RatificationFacts:
    pk, bound, name, attempt, body, state, rule, roll, present, on_paper = row
    by = Electorate(body)
    if state == State.GATHERING:
        asked = [
            (all_, come)
            for of, in_congress, all_, come in on_rolls
            if (bound is None or of == bound) and (in_congress or by is Electorate.STAFF)
        ]
        roll, present = sum(all_ for all_, _ in asked), sum(come for _, come in asked)
    counted_by = rule_from(rule)
    return RatificationFacts(
        pk=pk,
        bound=bound or 0,
        name=name or "",
        attempt=attempt,
        body=by,
        state=state,
        roll=roll,
        present=present,
        least=least_present(roll, counted_by),
        threshold=counted_by.threshold.label,
        article=rule["articles"].get("attendance", ""),
        on_paper=on_paper,
        doubtful=bool({"attendance", "approval"} & set(rule["unverified"])),
    )


def seen(
    facts: Collection[RatificationFacts], terms: Collection[TermView]
) -> tuple[RatificationView, ...]:
    """With the items as one audience sees their polls."""
    agreed = [term for term in terms if term.state is TermState.AGREED]
    return tuple(
        RatificationView(of, tuple(ItemView(term, _poll(term, of.pk)) for term in agreed))
        for of in facts
    )


def _poll(term: TermView, ratification: int) -> PollView | None:
    return next((poll for poll in term.polls if poll.ratification == ratification), None)
