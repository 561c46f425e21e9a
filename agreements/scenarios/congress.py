"""Playing a ratification: the delegates are put on the roll, come, and vote item by item."""

from typing import TYPE_CHECKING

from agreements.scenarios.story import Act, CongressFacts
from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law.words import Action, Choice, Electorate, TermState
from negotiate.people.models import Seat
from negotiate.people.staff_file import StaffRow
from negotiate.rooms.actions import consent, enrolment, ratification, seating
from negotiate.rooms.models import Ratification, Term
from negotiate.rooms.order import ordered

if TYPE_CHECKING:
    from agreements.scenarios.long_player import LongPlayer


def ratify(player: "LongPlayer", act: Act) -> None:
    """Every agreed term before the congress. `facts.against`: by the title of a term, how many of
    those present vote no."""
    size = player.story.congress
    assert size is not None  # noqa: S101  a story that ratifies has one
    delegates = enrolled(player, size)
    ratification.open_ratification(player.chair, Electorate.CONGRESS)
    for seat in delegates[: size.present]:
        seat.refresh_from_db()
        seating.check_in(seat, remote=False)
    (standing,) = Ratification.objects.filter(room=player.room).standing()
    against = act.facts.get("against", {})
    for term in Term.objects.filter(item__room=player.room, state=TermState.AGREED):
        ratification.open_item(player.chair, standing.pk, term.pk)
        _vote(player, against.get(term.title, 3))


def enrolled(player: "LongPlayer", size: CongressFacts) -> list[Seat]:
    """The congress's seats, enrolled the first time."""
    seats = Seat.objects.staff().filter(room=player.chair.room_id)
    if not seats.exists():
        rows = [
            StaffRow(n, f"职工代表{n:03}", f"D{n:03}", "", in_congress=True)
            for n in range(1, size.size + 1)
        ]
        with ordered(player.chair, Action.ENROL) as order:
            enrolment.enrol(order, rows)
    return list(seats.select_related("room", "person").order_by("pk"))


def _vote(player: "LongPlayer", against: int) -> None:
    """So many vote no, two abstain, and all others who have come say yes."""
    poll = Poll.objects.get(room=player.room, state=Poll.State.OPEN)
    choices = [Choice.NO] * against + [Choice.ABSTAIN] * 2
    voters = poll.roll.select_related("seat__person", "seat__room").order_by("pk")
    for place, voter in enumerate(voters):
        choice = choices[place] if place < len(choices) else Choice.YES
        ballots.cast(voter.seat, poll.pk, choice, ballots.new_key())
    consent.close_poll(player.chair, poll.pk)
