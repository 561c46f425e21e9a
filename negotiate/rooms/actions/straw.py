"""Straw polls: a side asks itself, in secret and without a roll. They bind nobody."""

from collections.abc import Sequence
from typing import Final

from negotiate.law.refusal import N_, Refused
from negotiate.law.words import OF_A_SIDE, Choice
from negotiate.people.models import Seat
from negotiate.rooms.actions.caucus import MOST, conferring
from negotiate.rooms.models import Caucus, StrawMark, StrawPoll

FEWEST: Final = 3  # votes whose figures are told; fewer, if all have voted
LEAST_OPTIONS, MOST_OPTIONS = 2, 6
NO_SUCH: Final = N_("没有这个摸底。")


def ask(seat: Seat, question: str, options: Sequence[str] = ()) -> None:
    """`options`: two to six of one's own, or none for yes, no, abstain."""
    if options and not LEAST_OPTIONS <= len(options) <= MOST_OPTIONS:
        raise Refused("请填两个到六个选项，或者都不填。")
    if len(set(options)) < len(options):
        raise Refused("有两个选项是一样的。")
    with conferring(seat) as (own, caucus):
        if caucus.polls.count() >= MOST:
            raise Refused("本方的摸底太多了。")
        StrawPoll.objects.create(
            caucus=caucus, number=caucus.serial, seat=own, by=own.person.name, question=question,
            options=list(options), counts=[0] * (len(options) or len(Choice)),
        )  # fmt: skip


def vote(seat: Seat, number: int, option: int) -> None:
    """Add one to what was chosen, and mark apart from it that this seat has voted. With the last
    vote of the side the poll ends."""
    with conferring(seat) as (own, caucus):
        poll = _open(caucus, number)
        if not 0 <= option < len(poll.counts):
            raise Refused("请先选一项。")
        _, is_new = StrawMark.objects.get_or_create(poll=poll, seat=own)
        if not is_new:
            raise Refused("您已经选过了。")
        poll.counts[option] += 1
        poll.voted += 1
        poll.save(update_fields=["counts", "voted"])
        if _have_all_voted(caucus, poll):
            _end(caucus, poll)


def end(seat: Seat, number: int) -> None:
    """Whoever asked, or the chief, ends it."""
    with conferring(seat) as (own, caucus):
        poll = _open(caucus, number)
        if poll.seat_id != own.pk and not own.is_chief:
            raise Refused("由提问的人或首席代表结束。")
        _end(caucus, poll)


def how_many(caucus: Caucus) -> int:
    """All who may confer on this side now."""
    return caucus.room.seats.filter(side=caucus.side, capacity__in=OF_A_SIDE, left_at=None).count()


def _have_all_voted(caucus: Caucus, poll: StrawPoll) -> bool:
    """All who may confer now: the vote of somebody who has left is nobody else's."""
    return poll.marks.filter(seat__left_at=None).count() >= how_many(caucus) > 0


def _open(caucus: Caucus, number: int) -> StrawPoll:
    poll = caucus.polls.filter(number=number).first()
    if poll is None:
        raise Refused(NO_SUCH)
    if poll.ended:
        raise Refused("这个摸底已经结束了。")
    return poll


def _end(caucus: Caucus, poll: StrawPoll) -> None:
    """What may not be told is forgotten, and so is who voted."""
    poll.ended = True
    poll.told = poll.voted >= FEWEST or _have_all_voted(caucus, poll)
    if not poll.told:
        poll.counts = [0] * len(poll.counts)
    poll.save(update_fields=["ended", "told", "counts"])
    poll.marks.all().delete()
