"""Polls as one audience may see them. Everybody: who is asked, how, and how many have voted. Its
own side: the figures, once it has closed. Who counts by hand or confirms it: what was counted."""

from collections.abc import Collection
from typing import Any, Final, NamedTuple

from django.db.models import Count, F, Q, QuerySet

from negotiate.ballots.models import HandCount, Poll
from negotiate.law.tally import LEAST_COUNTED, Step
from negotiate.law.words import VOTERS, Capacity, Electorate, Means, Secrecy, Side
from negotiate.people.models import Seat
from negotiate.rooms.counts import entry_of, is_told
from negotiate.rooms.sight.poll_view import CountView, PollView


class Rolls(NamedTuple):
    """Whose roll somebody is on when a draft is ratified; see `Audience`."""

    in_congress: bool = False
    bound: int = 0


NO_ROLL: Final = Rolls()


def with_counts(polls: QuerySet[Poll]) -> QuerySet[Poll]:
    """Each poll with how many have `voted`, how many papers were `handed_out`, and its count."""
    on_paper = Count("turnout", filter=Q(turnout__on_paper=True))
    counted = polls.select_related("hand_count").prefetch_related("hand_count__confirmations")
    of = F("ratification__bound")
    return counted.annotate(voted=Count("turnout"), handed_out=on_paper, of_bound=of)


def is_by_hands(poll: Poll) -> bool:
    """Whether hands were raised; `poll` must come from `with_counts`."""
    count: HandCount | None = getattr(poll, "hand_count", None)
    return count is not None and count.means == Means.HANDS


def rolls_of(seat: Seat) -> Rolls:
    return Rolls(seat.in_congress, seat.bound_id or 0)


def is_for(
    poll: Poll, side: Side | None, capacities: Collection[Capacity], rolls: Rolls = NO_ROLL
) -> bool:
    """Whether it is these people's own poll: staff look on where their delegates vote among
    themselves, or a congress for them. `poll` must come from `with_counts`."""
    if poll.ratification_id:
        return poll.of is side and _may_ratify(poll, capacities, rolls)
    asked = poll.electorate == Electorate.STAFF or Capacity.STAFF not in capacities
    return poll.of is side and asked


def _may_ratify(poll: Any, capacities: Collection[Capacity], rolls: Rolls) -> bool:
    if poll.of_bound and poll.of_bound != rolls.bound:
        return False
    if poll.electorate == Electorate.CONGRESS and not rolls.in_congress:
        return False
    return any(capacity in VOTERS for capacity in capacities)


def view_of(
    poll: Poll,
    side: Side | None,
    capacities: Collection[Capacity],
    *,
    told: bool,
    rolls: Rolls = NO_ROLL,
) -> PollView:
    """`poll` must come from `with_counts`. `told`: others may know by now whether it passed."""
    own = is_for(poll, side, capacities, rolls)
    public = own or poll.ratification_id is not None
    counts: Any = poll  # the checker knows nothing of figures that a query puts beside a row's own
    is_open = poll.state == Poll.State.OPEN
    few = poll.roll_size < LEAST_COUNTED and poll.is_secret if is_open else poll.is_few
    return PollView(
        pk=poll.pk,
        side=poll.of,
        is_open=is_open,
        is_mine=own,
        binding=poll.binding,
        passed=poll.passed if public or told else None,
        cast=counts.voted,
        roll=poll.roll_size,
        steps=tuple(Step(**step) for step in poll.steps) if public and not few else (),
        electorate=Electorate(poll.electorate),
        secrecy=Secrecy(poll.secrecy),
        papers=counts.handed_out,
        count=_count(poll, own, capacities),
        is_few=few,
        list_digest=poll.list_digest if own and not is_by_hands(poll) else "",
        ratification=poll.ratification_id or 0,
        come=poll.voters,
        figures=(poll.yes, poll.no, poll.abstain)
        if poll.ratification_id and not is_open and not few
        else (),
    )


def _count(poll: Poll, own: bool, capacities: Collection[Capacity]) -> CountView | None:
    count: HandCount | None = getattr(poll, "hand_count", None)
    if count is None:
        return None
    is_open = poll.state == Poll.State.OPEN
    shown = _is_counter(poll, count, own, capacities) if is_open else own and is_told(poll, count)
    spoken = {given.side for given in count.confirmations.all()} if is_open else set(Side)
    return CountView(
        means=Means(count.means),
        cast=count.cast,
        figures=(count.yes, count.no, count.abstain) if shown else (),
        entry=entry_of(count),
        silent=tuple(side for side in Side if side.value not in spoken),
    )


def _is_counter(poll: Poll, count: HandCount, own: bool, capacities: Collection[Capacity]) -> bool:
    """Who sees a count while the poll is open: its recorder, and the chiefs, who confirm it. What
    a side wrote on secret papers is not the other chief's to see: he confirms how many there are.
    """
    if Capacity.RECORDER in capacities:
        return True
    return Capacity.CHIEF in capacities and (
        own or not poll.is_secret or count.means == Means.HANDS
    )
