"""What the hall asks of the rooms: who is let in, what is drawn, how a ballot is taken."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db.models import Count, Q
from django.utils import translation

from negotiate.ballots.actions import Paper
from negotiate.ballots.models import Poll, RecordedVote, Turnout
from negotiate.law.refusal import Refused
from negotiate.live.announce import SCREENS
from negotiate.live.audience import Audience
from negotiate.live.desk import Press, Stand
from negotiate.people.models import Seat
from negotiate.rooms.actions import consent
from negotiate.rooms.faces import draw_fragments
from negotiate.rooms.models import Room


class RoomDesk:
    """Implements `negotiate.live.desk.Desk`."""

    def stands(self, rooms: Collection[int]) -> dict[int, Stand]:
        return stands(rooms)

    def serials(self, room: int) -> dict[int, int]:
        seats = dict(Seat.objects.filter(room=room).values_list("pk", "link_serial"))
        return {**seats, SCREENS: Room.objects.get(pk=room).screen_serial}

    def draw(self, audiences: Collection[Audience]) -> dict[Audience, tuple[int, str]]:
        (room,) = {audience.room for audience in audiences}
        return draw_fragments(room, audiences)

    def mine(self, seats: Collection[int]) -> list[dict[str, Any]]:
        return mine(seats)

    def vote(self, presses: Sequence[Press]) -> list[str | Refused]:
        return consent.vote_many(
            [
                Paper(
                    seat_id=press.ticket.seat or 0,  # a big screen has none, and so no vote
                    link_serial=press.ticket.serial,
                    poll_id=press.poll,
                    choice=press.choice,
                    key=press.key,
                    press=press.press,
                )
                for press in presses
            ]
        )

    def explain(self, refusal: Refused, language: str) -> str:
        with translation.override(language):
            return refusal.told(translation.gettext)


def stands(rooms: Collection[int]) -> dict[int, Stand]:
    """Where the rooms are, in two queries for however many. The version is `Room.version`."""
    filled = Count("polls", filter=Q(polls__filled=True))
    found = Room.objects.filter(pk__in=rooms).order_by().annotate(full=filled)
    lengths = list(found.values_list("pk", "book__length", "links", "full"))
    turnouts: dict[int, list[dict[str, int]]] = {room: [] for room, *_ in lengths}
    polls = Poll.objects.filter(room__in=turnouts, state=Poll.State.OPEN).order_by("pk")
    counted = polls.annotate(cast_now=Count("turnout"))
    for room, poll, cast, roll in counted.values_list("room", "pk", "cast_now", "roll_size"):
        turnouts[room].append({"poll": poll, "cast": cast, "roll": roll})
    return {
        room: Stand(
            version=length + full + sum(t["cast"] >= t["roll"] for t in turnouts[room]),
            links=links,
            turnouts=tuple(turnouts[room]),
        )
        for room, length, links, full in lengths
    }


def mine(seats: Collection[int]) -> list[dict[str, Any]]:
    """Each seat's own state. Receipts stay on the phone: here nobody knows whose paper is whose."""
    arrived = dict(Seat.objects.filter(pk__in=seats).values_list("pk", "arrived_at"))
    voted: dict[int, dict[str, dict[str, Any]]] = {seat: {} for seat in seats}
    of_them = Q(seat__in=seats) & ~Q(poll__state=Poll.State.VOID)
    marks = Turnout.objects.filter(of_them).values_list("seat", "poll", "on_paper")
    for seat, poll, on_paper in marks:
        voted[seat][str(poll)] = {"press": 0 if on_paper else 1, "choice": ""}
    named = RecordedVote.objects.filter(of_them)
    for seat, poll, press, choice in named.values_list("seat", "poll", "press", "choice"):
        voted[seat][str(poll)] = {"press": press, "choice": choice}
    return [{"present": arrived.get(seat) is not None, "voted": voted[seat]} for seat in seats]
