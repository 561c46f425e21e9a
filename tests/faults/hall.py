"""What the fault tests do in the server's own database, called over JSON (tests.call)."""

from typing import Any

from negotiate.ballots.models import Poll, RollEntry, Turnout
from negotiate.law.words import VOTERS, Capacity, Choice, Electorate, Secrecy, Side
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.record.chain import faults
from negotiate.rooms.actions import consent, ledger, seating
from negotiate.rooms.models import Room, Term
from negotiate.rooms.sight.faces import audience_of, draw_fragment
from tests.boxes import papers_of
from tests.faults import seats
from tests.negotiate.meeting import Meeting


def ask(count: int, secrecy: str = Secrecy.SECRET.value, staff: int = 0) -> list[dict[str, Any]]:
    """A room with `count` more delegates a side and `staff` on the workers' roll, all there, and
    both sides asked; every voter's ticket."""
    meeting = Meeting("award")
    rows = [
        RosterRow(f"{side.label}{n}", "", "", side, Capacity.REPRESENTATIVE)
        for side in Side
        for n in range(count)
    ]
    seating.seat_persons(meeting.chair, rows)
    meeting.open()
    for seat in meeting.room.seats.filter(arrived_at=None, presides=False):
        seating.check_in(seat, remote=True)
    if staff:
        seats.enrol([f"职工{n}" for n in range(staff)])
    polls = ask_again(secrecy, Electorate.STAFF.value if staff else Electorate.DELEGATES.value)
    return voters(polls)


def voters(polls: dict[str, int]) -> list[dict[str, Any]]:
    """Everybody on the rolls, with a ticket."""
    entries = RollEntry.objects.filter(poll__in=polls.values()).select_related("seat")
    return [
        {
            "token": seats.ticket(entry.seat_id),
            "poll": entry.poll_id,
            "seat": entry.seat_id,
            "kind": _kind(entry.seat),
        }
        for entry in entries
    ]


def ask_again(
    secrecy: str = Secrecy.SECRET.value, electorate: str = Electorate.DELEGATES.value
) -> dict[str, int]:
    """A new version on the table, better for the workers, and both sides asked: side → poll."""
    term = Term.objects.get(item__room=_room(), position=1)
    before = term.versions.count()
    tiers = [
        {"rank": f"{n}等", "criterion": f"条件{n}", "amount": str(amount + 10 * before)}
        for n, amount in enumerate((30000, 500), 1)
    ]
    chief = Seat.objects.get(room=_room(), side=Side.WORKER, capacity=Capacity.CHIEF)
    ledger.propose(chief, term.pk, {"rows": tiers}, answers=before or None)
    whom = Electorate(electorate)
    consent.open_poll(_chair(), term.pk, list(Side), electorate=whom, secrecy=Secrecy(secrecy))
    return {poll.side: poll.pk for poll in _open()}


def stored() -> dict[str, str]:
    """Every paper in the open boxes: its number, which is its receipt, and its choice."""
    return {number: choice for poll in _open() for number, choice in papers_of(poll).items()}


def close() -> dict[str, Any]:
    """Close the open polls; what came of them."""
    polls = [poll.pk for poll in _open()]
    for poll in polls:
        consent.close_poll(_chair(), poll)
    return published(polls)


def published(polls: list[int]) -> dict[str, Any]:
    """What closed polls came to, who voted, which papers are published, and whether the record
    holds."""
    closed = list(Poll.objects.filter(pk__in=polls, state=Poll.State.CLOSED))
    totals = [
        {Choice.YES: poll.yes, Choice.NO: poll.no, Choice.ABSTAIN: poll.abstain} for poll in closed
    ]
    voted = Turnout.objects.filter(poll__in=closed).values_list("seat", flat=True)
    return {
        "totals": {choice: sum(total[choice] for total in totals) for choice in Choice},
        "voted": sorted(voted),
        "papers": {number: choice for poll in closed for number, choice in papers_of(poll).items()},
        "faults": [str(fault) for fault in faults(_room().book)],
    }


def now() -> list[dict[str, Any]]:
    """What every kind of voter has to see, and how many have voted in each open poll."""
    every = {_kind(seat): seat for seat in Seat.objects.filter(capacity__in=VOTERS)}
    drawn = {kind: draw_fragment(audience_of(seat))[1] for kind, seat in every.items()}
    return [drawn, {str(poll.pk): poll.cast for poll in _open()}]


def _kind(seat: Seat) -> str:
    return f"{seat.side} {seat.capacity}"


def _room() -> Room:
    return Room.objects.select_related("book").get()


def _chair() -> Seat:
    return Seat.objects.select_related("room", "person").get(presides=True)


def _open() -> list[Poll]:
    return list(Poll.objects.filter(state=Poll.State.OPEN))
