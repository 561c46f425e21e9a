"""A meeting that has summed up, and what somebody else does there; run on the server's database by
`Server.call`."""

import json
from typing import Any

from agreements.papers.models import Paper
from agreements.scenarios.showing import Showing, ways_in
from agreements.signing.models import Signature
from agreements.signing.refusing import refuse_to_sign
from negotiate.law.words import Capacity, Side
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import seating
from tests.negotiate.meeting import Meeting

SECOND = "宋小玲"
WHY = "三等奖的条件和会上谈的不一样"


def summed_up(scenario: str) -> dict[str, Any]:
    """After a counter-proposal that was better for the workers; the ways into the room."""
    meeting = Meeting(scenario)
    meeting.open()
    meeting.propose(30000, 12000, 6000, 2000, 500)
    meeting.propose(30000, 12000, 8000, 3000, 500, side=Side.EMPLOYER)
    meeting.vote()
    meeting.confirm()
    meeting.sum_up()
    return ways_in(Showing(scenario, meeting.chair))


def signed_by_both(scenario: str) -> dict[str, Any]:
    """All hands are on it; what is set as the time authority has not been asked."""
    meeting = Meeting(scenario)
    meeting.open()
    meeting.agree()
    meeting.sum_up()
    for side in Side:
        meeting.sign(side)
    return ways_in(Showing(scenario, meeting.chair))


def summed_up_for_all(scenario: str) -> dict[str, Any]:
    """Where all who attended sign; two of the workers' representatives did."""
    meeting = Meeting(scenario)
    room = meeting.room
    room.profile["values"]["record_signed_by"]["value"] = "attending"
    room.save(update_fields=["profile"])
    second = RosterRow(SECOND, "", "", Side.WORKER, Capacity.REPRESENTATIVE)
    seating.seat_persons(meeting.chair, [second])
    everybody = meeting.room.seats.select_related("person", "room")
    meeting.seats = {seat.person.name: seat for seat in everybody}
    meeting.open()
    meeting.agree()
    meeting.sum_up()
    return ways_in(Showing(scenario, meeting.chair))


def refused() -> None:
    """The employer's chief will not sign."""
    paper = Paper.objects.get()
    seat = Seat.objects.select_related("person", "room").get(
        room=paper.room, side=Side.EMPLOYER.value, capacity="chief"
    )
    refuse_to_sign(seat, text_digest=paper.digest, reason=WHY)


def hand() -> dict[str, Any]:
    """The one signature there is: what it came with, and how its strokes lie on the pad."""
    given = Signature.objects.get()
    strokes = json.loads(given.strokes)
    places = [point for stroke in strokes for point in stroke]
    wide, high = (max(p[i] for p in places) - min(p[i] for p in places) for i in (0, 1))
    facts = ("intent", "end_after", "signed_after", "identity", "device", "remote")
    return {name: getattr(given, name) for name in facts} | {
        "strokes": len(strokes),
        "wide": wide,
        "high": high,
    }
