"""Votes that no phone casts: paper from the desk or hands in the hall. The recorder counts them,
both chiefs confirm exactly these figures, and then the poll can be closed with them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from negotiate import moment
from negotiate.ballots import actions as ballots
from negotiate.ballots.models import CountConfirmation, HandCount, Poll, Turnout
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Capacity, Means
from negotiate.live import announce
from negotiate.people.models import Seat
from negotiate.rooms.counts import as_entered, by_hands, count_of, entry_of, is_only_called
from negotiate.rooms.order import Order, ordered


def issue_paper(seat: Seat, poll_id: int, other_id: int) -> str:
    """Hand a paper ballot to somebody on the roll who has not voted: their phone can't any more.
    Whoever takes it is in the hall, and counts as arrived. Gives their name."""
    with _of_open(seat, Action.ISSUE_PAPER, poll_id) as (order, poll):
        if by_hands(poll):
            raise Refused("本次以举手表决，不发纸质票。")
        entry = poll.roll.select_related("seat__person").filter(seat=other_id).first()
        if entry is None:
            raise Refused("这个人不在这次表决的名册上。")
        name = entry.seat.person.name
        if poll.turnout.filter(seat=entry.seat).exists():
            raise Refused("%(name)s 已经投过票，或者已经领过纸质票。", name=name)
        Turnout.objects.create(poll=poll, seat=entry.seat, on_paper=True)
        if entry.seat.arrived_at is None:
            entry.seat.arrived_at = moment.now()
            entry.seat.save(update_fields=["arrived_at"])
        order.note(paper_to=entry.seat.actor())
        announce.turnout(order.room.pk)
        return name


def enter_count(seat: Seat, poll_id: int, means: Means, *, yes: int, no: int, abstain: int) -> None:
    """Write down what was counted; it takes the place of what was written before, with its
    confirmations. A show of hands that has no votes yet shuts the phones out; a count of paper of
    which none was handed out lets them in again."""
    with _of_open(seat, Action.ENTER_COUNT, poll_id) as (order, poll):
        count = HandCount(poll=poll, yes=yes, no=no, abstain=abstain, seat=order.seat)
        count.means = means.value
        papers = poll.turnout.filter(on_paper=True).count()
        if means is Means.HANDS and poll.ratification_id:
            raise Refused("审议要用无记名投票，不能举手表决。")
        if means is Means.HANDS:
            _require_raised(poll, count.cast)
        elif count.cast > papers:
            raise Refused(
                "票数 %(cast)s 多于发出的纸质票 %(papers)s 张，请核对。",
                cast=count.cast,
                papers=papers,
            )
        HandCount.objects.filter(poll=poll).delete()
        if papers or means is Means.HANDS:
            count.save()
        order.note(**as_entered(poll, count))


def confirm_count(seat: Seat, poll_id: int, entry: str) -> None:
    """A chief's word on the count that `entry` names (`counts.entry_of`), and on no other."""
    with _of_open(seat, Action.CONFIRM_COUNT, poll_id) as (order, poll):
        count = count_of(poll)
        if count is None or is_only_called(count):
            raise Refused("记录员还没有登记清点的票数。")
        if entry_of(count) != entry:
            raise Refused("清点的票数刚刚改过，请看清新的票数再确认。")
        if count.confirmations.filter(side=order.seat.side).exists():
            raise Refused("您已确认过这份票数。")
        CountConfirmation.objects.create(count=count, side=order.seat.side, seat=order.seat)
        order.note(**as_entered(poll, count))


def require_confirmed(poll: Poll) -> int:
    """How many votes were counted by hand. Refused while somebody's word on them is missing, and
    says whose."""
    count = count_of(poll)
    if count is None:
        return 0
    seats = poll.room.seats.select_related("person")
    if is_only_called(count):
        who = seats.filter(capacity=Capacity.RECORDER)
        raise Refused("本次以举手表决，还等记录员%(who)s登记票数。", who=_names(who))
    spoken = count.confirmations.values("side")
    awaited = seats.filter(capacity=Capacity.CHIEF).exclude(side__in=spoken)
    if awaited:
        raise Refused("清点的票数还等首席代表%(who)s确认，现在不能结束表决。", who=_names(awaited))
    return count.cast


@contextmanager
def _of_open(seat: Seat, action: Action, poll_id: int) -> Iterator[tuple[Order, Poll]]:
    """An order about the term of a poll of this room, which must be open."""
    asked = Poll.objects.select_related("version").filter(pk=poll_id, room=seat.room_id).first()
    if asked is None:
        raise Refused("没有这个表决。")
    with ordered(seat, action, asked.version.term_id) as order:
        ballots.hold(order.room.pk)
        poll = Poll.objects.get(pk=poll_id)
        if poll.state != Poll.State.OPEN:
            raise Refused("这个表决已经结束。")
        order.note(poll=poll.pk, side=poll.side, version=asked.version.number)
        yield order, poll


def _require_raised(poll: Poll, cast: int) -> None:
    if poll.turnout.exists():
        raise Refused("已有人用手机投票或者领了纸质票，不能改为举手表决。")
    present = poll.roll.exclude(seat__arrived_at=None).count()
    if cast > present:
        raise Refused(
            "票数 %(cast)s 多于名册上到会的 %(present)s 人，请核对。", cast=cast, present=present
        )


def _names(seats: Iterable[Seat]) -> tuple[str, ...]:
    return tuple(seat.person.name for seat in seats)
