"""A congress over the draft on wages, stopped where pages look: run on the server's database."""

from agreements.scenarios import congress
from agreements.scenarios.long_player import LongPlayer
from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law.words import Choice, Electorate
from negotiate.people.models import Seat
from negotiate.rooms.actions import consent, ratification, seating
from negotiate.rooms.models import Ratification


def summon(player: LongPlayer) -> None:
    ratification.open_ratification(player.chair, Electorate.CONGRESS)


def enrol(player: LongPlayer) -> None:
    assert player.story.congress
    congress.enrolled(player, player.story.congress)


def open_item(player: LongPlayer) -> None:
    """54 of 60 come, and vote on the first term; most of them have."""
    delegates = Seat.objects.staff().filter(room=player.room).select_related("room", "person")
    for seat in delegates.order_by("pk")[:54]:
        if seat.arrived_at is None:
            seating.check_in(seat, remote=False)
    _put(player, "月基本工资")
    _cast(player, Choice.YES, most=40)


def decide(player: LongPlayer) -> None:
    """Everybody else passes the first term; then 30 reject the second."""
    _cast(player, Choice.YES)
    _close(player)
    _put(player, "技能津贴")
    _cast(player, Choice.NO, most=30)
    _cast(player, Choice.YES)
    _close(player)


def _put(player: LongPlayer, term: str) -> None:
    (of,) = Ratification.objects.filter(room=player.room).standing()
    ratification.open_item(player.chair, of.pk, player.terms[term])


def _open(player: LongPlayer) -> Poll:
    return Poll.objects.get(room=player.room, state=Poll.State.OPEN)


def _cast(player: LongPlayer, choice: Choice, most: int | None = None) -> None:
    """Those who have not voted yet vote; the first delegate last of all."""
    poll = _open(player)
    voted = poll.turnout.values_list("seat", flat=True)
    left = poll.roll.exclude(seat__in=voted).select_related("seat__person", "seat__room")
    for entry in left.order_by("-pk")[:most]:
        ballots.cast(entry.seat, poll.pk, choice, ballots.new_key())


def _close(player: LongPlayer) -> None:
    consent.close_poll(player.chair, _open(player).pk)
