"""Opening, holding and closing polls; papers go in by `casting`. Rooms decide when, with the room
locked; the box decides what counts."""

from collections import Counter
from collections.abc import Collection
from dataclasses import asdict

from negotiate import moment
from negotiate.ballots import box, gate
from negotiate.ballots.casting import cast, cast_many
from negotiate.ballots.few import among, set_apart_tells
from negotiate.ballots.forgetting import forget_order
from negotiate.ballots.models import HandCount, Poll, RollEntry
from negotiate.ballots.papers import Paper, TooLate, new_key, receipt_of
from negotiate.ballots.published import list_digest, write_down, write_names
from negotiate.law import tally
from negotiate.law.refusal import Refused
from negotiate.law.words import DELEGATES, Capacity, Choice, Electorate, Secrecy, Side
from negotiate.people.models import Seat

__all__ = [
    "Paper",
    "TooLate",
    "cast",
    "cast_many",
    "close_poll",
    "hold",
    "judge",
    "names_of_turnout",
    "new_key",
    "open_poll",
    "receipt_of",
    "void_open",
]


def open_poll(
    *,
    room_id: int,
    version_id: int,
    side: Side,
    binding: bool,
    electorate: Electorate = Electorate.DELEGATES,
    secrecy: Secrecy = Secrecy.SECRET,
    ratification_id: int | None = None,
    voters: Collection[int] | None = None,
    roll_size: int | None = None,
) -> Poll:
    """Freeze the roll (present or not: a no-show is not a yes) and open the box. A ratification
    gives its `voters`, who have come, and the size of its whole roll: every item has the same."""
    asked = Poll.objects.filter(
        room=room_id, side=side, state=Poll.State.OPEN, ratification=ratification_id
    )
    if asked.exists():
        raise Refused("%(side)s还有一个表决没有结束。", side=(side.label,))
    if voters is None:
        voters = _voters(room_id, side, electorate)
    poll = Poll.objects.create(
        room_id=room_id,
        version_id=version_id,
        side=side.value,
        binding=binding,
        electorate=electorate.value,
        secrecy=secrecy.value,
        ratification_id=ratification_id,
        roll_size=len(voters) if roll_size is None else roll_size,
        voters=len(voters),
        box=box.make() if secrecy is Secrecy.SECRET else "",
    )
    RollEntry.objects.bulk_create([RollEntry(poll=poll, seat_id=voter) for voter in voters])
    return poll


def _voters(room_id: int, side: Side, electorate: Electorate) -> Collection[int]:
    """The seats on the roll. The whole workforce is the staff and their own delegates, who are
    workers too."""
    seats = Seat.objects.filter(room=room_id, side=side, left_at=None)
    asked = list(DELEGATES)
    if electorate is Electorate.STAFF:
        if side is not Side.WORKER:
            raise Refused("只有职工方可以请全体职工投票。")
        if not seats.staff().exists():
            raise Refused("这个会场还没有职工名册，不能请全体职工投票。")
        asked.append(Capacity.STAFF)
    return seats.filter(capacity__in=asked).values_list("pk", flat=True)


def close_poll(
    poll_id: int, rule: tally.BallotRule | None = None, present: int | None = None
) -> Poll:
    """Count the papers and freeze the figures; raise Refused if the poll is not open, or if votes
    given by hand are not counted and confirmed. A ratification says by which `rule` it is counted,
    and how many were `present`."""
    gate.shut([poll_id])
    poll = Poll.objects.get(pk=poll_id)
    if poll.state != Poll.State.OPEN:
        raise Refused("这个表决已经结束。")
    by_hand = _by_hand(poll)
    if poll.box:
        papers = box.take_out(poll.box)
        if set_apart_tells(len(papers), by_hand.total()):
            papers = among(papers, by_hand, poll)
            by_hand = Counter()
        write_down(poll, papers)
        by_phone = Counter(choice for _, choice in papers)
    else:
        write_names(poll)
        by_phone = Counter(poll.votes.values_list("choice", flat=True))
    judge(poll, by_phone + by_hand, rule or _own_rule(poll), present)
    _end(poll, Poll.State.CLOSED)
    poll.list_digest = list_digest(poll)
    poll.save()
    return poll


def _by_hand(poll: Poll) -> Counter[str]:
    """What was counted by hand and confirmed."""
    count = HandCount.objects.filter(poll=poll).first()
    if count is None:
        return Counter()
    if count.confirmations.count() < len(Side):
        raise Refused("清点的票数还没有经双方首席代表确认，现在不能结束表决。")
    return Counter({Choice.YES: count.yes, Choice.NO: count.no, Choice.ABSTAIN: count.abstain})


def _own_rule(poll: Poll) -> tally.BallotRule:
    """In a side's own poll; of the whole workforce two thirds must have voted."""
    return tally.WHOLE_ROLL if poll.electorate == Electorate.STAFF else tally.SIDE_POLL


def judge(
    poll: Poll, votes: Counter[str], rule: tally.BallotRule, present: int | None = None
) -> None:
    """The figures and the verdict. Present, where nobody has counted them, are those who voted."""
    poll.yes, poll.no, poll.abstain = (votes[choice] for choice in Choice)
    verdict = tally.tally(
        roll=poll.roll_size,
        present=votes.total() if present is None else present,
        yes=poll.yes,
        no=poll.no,
        abstain=poll.abstain,
        rule=rule,
    )
    poll.passed, poll.verdict = verdict.passed, verdict.text
    poll.steps = [asdict(step) for step in verdict.steps]


def _end(poll: Poll, state: Poll.State) -> None:
    poll.filled = poll.cast >= poll.voters
    poll.state, poll.closed_at = state, moment.now()
    forget_order(poll)


def void_open(room_id: int, *, term: int | None = None) -> None:
    """End the room's open polls (of one term, or all) without counting. What was chosen in them
    is destroyed: nobody shall read a vote that does not count."""
    polls = Poll.objects.filter(room=room_id, state=Poll.State.OPEN)
    if term is not None:
        polls = polls.filter(version__term=term)
    gate.shut(polls.values_list("pk", flat=True))
    for poll in polls:
        poll.votes.all().delete()
        HandCount.objects.filter(poll=poll).delete()
        _end(poll, Poll.State.VOID)
        poll.save()


def hold(room_id: int) -> None:
    """Hold the room's open boxes shut until the transaction ends: papers on their way are in
    first, and those that come later are held against what this transaction changes."""
    polls = Poll.objects.filter(room=room_id, state=Poll.State.OPEN)
    gate.shut(polls.values_list("pk", flat=True))


def names_of_turnout(poll: Poll) -> list[str]:
    """Which delegates voted, in the order of the seats: the order of arrival is nobody's business.
    Of a congress, or of thousands of staff, it is only told how many."""
    if poll.electorate != Electorate.DELEGATES:
        return []
    return list(poll.turnout.order_by("seat_id").values_list("seat__person__name", flat=True))
