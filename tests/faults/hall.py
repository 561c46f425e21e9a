"""What the fault tests do in the server's own database, called over JSON (tests.call)."""

from typing import Any

from negotiate.ballots.models import Poll, Turnout
from negotiate.law.words import Capacity, Choice, Side
from negotiate.live.tickets import Ticket, issue
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.record.chain import faults
from negotiate.rooms.actions import consent, seating
from negotiate.rooms.faces import audience_of
from negotiate.rooms.models import Room
from tests.boxes import all_papers
from tests.negotiate.meeting import Meeting


def ask(count: int) -> list[dict[str, Any]]:
    """A room with `count` more delegates a side, both sides asked; every voter's ticket."""
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
    meeting.propose(30000, 500)
    polls = meeting.ask()
    voters = [entry.seat for poll in polls for entry in poll.roll.select_related("seat")]
    return [_voter(seat, {poll.side: poll.pk for poll in polls}) for seat in voters]


def _voter(seat: Seat, polls: dict[str, int]) -> dict[str, Any]:
    token = issue(Ticket(audience_of(seat), seat.pk, seat.link_serial))
    return {"token": token, "poll": polls[seat.side], "seat": seat.pk}


def stored() -> dict[str, str]:
    """Every paper in the boxes: its number, which is its receipt, and its choice."""
    return all_papers()


def counted() -> dict[str, Any]:
    """Close all polls; what they came to, who voted, and whether the record holds."""
    room = Room.objects.get()
    chair = Seat.objects.select_related("room", "person").get(room=room, presides=True)
    for poll in Poll.objects.filter(state=Poll.State.OPEN):
        consent.close_poll(chair, poll.pk)
    totals = [
        {Choice.YES: poll.yes, Choice.NO: poll.no, Choice.ABSTAIN: poll.abstain}
        for poll in Poll.objects.all()
    ]
    return {
        "totals": {choice: sum(total[choice] for total in totals) for choice in Choice},
        "voted": sorted(Turnout.objects.values_list("seat", flat=True)),
        "faults": [str(fault) for fault in faults(room.book)],
    }
