"""What a batch of papers is held against: polls, seats and roll as they are under its lock."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from negotiate.ballots import gate
from negotiate.ballots.given import ask, given
from negotiate.ballots.models import Poll
from negotiate.ballots.papers import Paper, TooLate, Voter
from negotiate.law import stages
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import (
    Action,
    Capacity,
    Choice,
    Means,
    Procedure,
    Secrecy,
    Stage,
    TermState,
)

_CHOICES = frozenset(choice.value for choice in Choice)
_LARGEST = 2**63 - 1  # number of a row; an address may name any


class PollNow(NamedTuple):
    room: int
    side: str
    state: str
    secrecy: str
    box: str
    procedure: str
    stage: str
    term: str
    counted: str | None  # by which means votes are counted by hand

    @property
    def is_secret(self) -> bool:
        return self.secrecy == Secrecy.SECRET


class SeatNow(NamedTuple):
    """A seat, and whether it is on the roll of the poll in question."""

    room: int
    side: str
    capacity: str
    presides: bool
    link_serial: int
    has_arrived: bool
    on_roll: bool


class Standing:
    """Everything that decides whether a paper counts, read once for the whole batch."""

    def __init__(self, papers: Sequence[Paper]) -> None:
        papers = [paper for paper in papers if paper.poll_id <= _LARGEST]
        ids = {paper.poll_id for paper in papers}
        gate.go_through(ids)
        self.polls = _polls(ids)
        self.seats = _seats({(paper.poll_id, paper.seat_id) for paper in papers})
        self._law: dict[tuple[str, bool, str, str, str], Refused | None] = {}

    def why_strange(self, paper: Paper) -> Refused | None:
        """Why this is not a paper of a seat here, whatever the poll has come to."""
        if paper.poll_id > _LARGEST:
            return Refused("这不是您这一方的表决。")
        seat = self.seats.get((paper.poll_id, paper.seat_id))
        poll = self.polls.get(paper.poll_id)
        if seat is None or seat.link_serial != paper.link_serial:
            return Refused("您已不在这个会场的席位上。")
        if poll is None or poll.room != seat.room or poll.side != seat.side:
            return Refused("这不是您这一方的表决。")
        if paper.choice not in _CHOICES:
            return Refused("请选择赞成、反对或弃权。")
        return None

    def why_not_now(self, paper: Paper) -> Refused | None:
        """Why it can't be put in now; it may have been counted before."""
        seat, poll = self.seats[paper.poll_id, paper.seat_id], self.polls[paper.poll_id]
        unlawful = self._unlawful(seat, poll)
        if unlawful is not None:
            return unlawful
        if poll.state == Poll.State.CLOSED:
            return TooLate(N_("表决已经结束，您的票没有计入。"))
        if poll.state == Poll.State.VOID:
            return Refused("方案已经改动，这次表决作废；请等新的表决。")
        if poll.counted == Means.HANDS:
            return Refused("本次以举手表决，手机上不投票。")
        if not seat.on_roll:
            return Refused("您不在这次表决的名册上。")
        if not seat.has_arrived:
            return Refused("请先签到，再办这件事。")
        return None

    def _unlawful(self, seat: SeatNow, poll: PollNow) -> Refused | None:
        """The law's word, asked once for all who are alike."""
        alike = (seat.capacity, seat.presides, poll.procedure, poll.stage, poll.term)
        if alike not in self._law:
            self._law[alike] = _ask_the_law(*alike)
        return self._law[alike]


def _ask_the_law(
    capacity: str, presides: bool, procedure: str, stage: str, term: str
) -> Refused | None:
    capacities = {Capacity(capacity)} | ({Capacity.PRESIDING} if presides else set())
    at = Stage(stage), TermState(term)
    try:
        stages.check(Procedure(procedure), Action.VOTE, capacities, *at)
    except Refused as refusal:
        return refusal
    return None


# Plain SQL: what Django takes to write it anew would be a third of a small batch's cost.
_POLLS = """
    SELECT poll.id, poll.room_id, poll.side, poll.state, poll.secrecy, poll.box, room.procedure,
           room.stage, term.state, by_hand.means
      FROM negotiate_poll AS poll
      JOIN negotiate_room AS room ON room.id = poll.room_id
      JOIN negotiate_version AS version ON version.id = poll.version_id
      JOIN negotiate_term AS term ON term.id = version.term_id
 LEFT JOIN negotiate_handcount AS by_hand ON by_hand.poll_id = poll.id
     WHERE poll.id IN
"""
_SEATS = """
    SELECT voter.poll, seat.id, seat.room_id, seat.side, seat.capacity, seat.presides,
           seat.link_serial, seat.arrived_at IS NOT NULL, entry.id IS NOT NULL
      FROM voter
      JOIN negotiate_seat AS seat ON seat.id = voter.seat
 LEFT JOIN negotiate_rollentry AS entry
        ON entry.poll_id = voter.poll AND entry.seat_id = voter.seat
"""


def _polls(ids: Collection[int]) -> dict[int, PollNow]:
    rows = ask(f"{_POLLS} ({given('bigint')})", [[pk] for pk in ids])
    return {pk: PollNow(*row) for pk, *row in rows}


def _seats(voters: Collection[Voter]) -> dict[Voter, SeatNow]:
    of_them = f"WITH voter (poll, seat) AS ({given('bigint', 'bigint')}) {_SEATS}"
    return {(poll, seat): SeatNow(*row) for poll, seat, *row in ask(of_them, voters)}
