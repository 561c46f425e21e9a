"""What the fault tests do in the server's own database, called over JSON (tests.call)."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from negotiate.ballots.models import Poll, Turnout
from negotiate.law.words import Capacity, Choice, Secrecy, Side
from negotiate.live.tickets import Ticket, issue
from negotiate.people.links import bind, new_device
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.record.chain import faults
from negotiate.rooms.actions import consent, ledger, seating
from negotiate.rooms.faces import audience_of, draw_fragment
from negotiate.rooms.models import Room, Term
from tests.boxes import papers_of
from tests.negotiate.meeting import Meeting


def ask(count: int, secrecy: str = Secrecy.SECRET.value) -> list[dict[str, Any]]:
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
    polls = ask_again(secrecy)
    voters = Seat.objects.filter(side__in=polls, capacity__in=("chief", "representative"))
    return [
        {"token": ticket(seat.pk), "poll": polls[seat.side], "seat": seat.pk, "kind": _kind(seat)}
        for seat in voters
    ]


def ask_again(secrecy: str = Secrecy.SECRET.value) -> dict[str, int]:
    """A new version on the table, better for the workers, and both sides asked: side → poll."""
    term = Term.objects.get(item__room=_room(), position=1)
    before = term.versions.count()
    tiers = [
        {"rank": f"{n}等", "criterion": f"条件{n}", "amount": str(amount + 10 * before)}
        for n, amount in enumerate((30000, 500), 1)
    ]
    chief = Seat.objects.get(room=_room(), side=Side.WORKER, capacity=Capacity.CHIEF)
    ledger.propose(chief, term.pk, {"rows": tiers}, answers=before or None)
    consent.open_poll(_chair(), term.pk, list(Side), secrecy=Secrecy(secrecy))
    return {poll.side: poll.pk for poll in _open()}


def ticket(seat_id: int) -> str:
    """A seat's ticket, of the newest link."""
    seat = Seat.objects.get(pk=seat_id)
    return issue(Ticket(audience_of(seat), seat.pk, seat.link_serial))


def stored() -> dict[str, str]:
    """Every paper in the open boxes: its number, which is its receipt, and its choice."""
    return {number: choice for poll in _open() for number, choice in papers_of(poll).items()}


def close() -> dict[str, Any]:
    """Close the open polls; what they came to, who voted, what is published, and whether the
    record holds."""
    polls = _open()
    for poll in polls:
        consent.close_poll(_chair(), poll.pk)
    closed = list(Poll.objects.filter(pk__in=[poll.pk for poll in polls]))
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
    voters = Seat.objects.filter(capacity__in=("chief", "representative")).exclude(side="")
    drawn = {_kind(seat): draw_fragment(audience_of(seat))[1] for seat in voters}
    return [drawn, {str(poll.pk): poll.cast for poll in _open()}]


def cookie(seat_id: int) -> str:
    """What a browser sends that has entered with this seat's link."""
    seat = Seat.objects.get(pk=seat_id)
    seat.device = seat.device or new_device()
    seat.save(update_fields=["device"])
    answer = HttpResponse()
    bind(answer, HttpRequest(), seat)
    return f"seat={answer.cookies['seat'].value}"


def chair() -> int:
    """The chair's seat."""
    return _chair().pk


def _kind(seat: Seat) -> str:
    return f"{seat.side} {seat.capacity}"


def _room() -> Room:
    return Room.objects.select_related("book").get()


def _chair() -> Seat:
    return Seat.objects.select_related("room", "person").get(presides=True)


def _open() -> list[Poll]:
    return list(Poll.objects.filter(state=Poll.State.OPEN))
