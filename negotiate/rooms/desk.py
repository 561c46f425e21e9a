"""What the hall asks of the rooms: who is let in, what is drawn, how a ballot is taken."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from django.db import Error
from django.utils import translation

from negotiate.ballots.actions import Paper
from negotiate.law.refusal import Refused
from negotiate.live.audience import Audience
from negotiate.live.desk import SCREENS, Held, Picture, Press, Stand
from negotiate.people.models import Seat
from negotiate.rooms import standing as ask
from negotiate.rooms.actions import consent
from negotiate.rooms.models import Room
from negotiate.rooms.sight.faces import draw_fragments


class RoomDesk:
    """Implements `negotiate.live.desk.Desk`."""

    def stands(self, rooms: Collection[int]) -> dict[int, Stand]:
        return stands(rooms)

    def seats(self, room: int) -> dict[int, Held]:
        rows = Seat.objects.filter(room=room).values_list(
            "pk", "link_serial", "in_congress", "bound"
        )
        seats = {seat: Held(serial, came, bound or 0) for seat, serial, came, bound in rows}
        return {**seats, SCREENS: Held(Room.objects.get(pk=room).screen_serial)}

    def draw(self, audiences: Collection[Audience]) -> dict[Audience, Picture | Exception]:
        return draw(audiences)

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


def draw(audiences: Collection[Audience]) -> dict[Audience, Picture | Exception]:
    """All together; and if that goes wrong, each room by itself."""
    try:
        return {**draw_fragments(audiences)}
    except Error:
        raise
    except Exception as fault:
        rooms = {audience.room for audience in audiences}
        if len(rooms) == 1:
            return dict.fromkeys(audiences, fault)
        apart = (draw([each for each in audiences if each.room == room]) for room in rooms)
        return {audience: picture for drawn in apart for audience, picture in drawn.items()}


def stands(rooms: Collection[int]) -> dict[int, Stand]:
    """Where the rooms are, in two queries for however many. The version is `Room.version`."""
    lengths = ask.LENGTHS.of_all(rooms)
    turnouts: dict[int, list[dict[str, int]]] = {room: [] for room, *_ in lengths}
    full_now: Counter[int] = Counter()
    for room, poll, cast, roll, voters in ask.OPEN.of_all(turnouts):
        turnouts[room].append({"poll": poll, "cast": cast, "roll": roll})
        full_now[room] += cast >= voters
    return {
        room: Stand(
            version=length + full + full_now[room],
            links=links,
            turnouts=tuple(turnouts[room]),
        )
        for room, length, links, full in lengths
    }


def mine(seats: Collection[int]) -> list[dict[str, Any]]:
    """Each seat's own state. Receipts stay on the phone: here nobody knows whose paper is whose."""
    arrived = dict(ask.ARRIVED.of_all(seats))
    voted: dict[int, dict[str, dict[str, Any]]] = {seat: {} for seat in seats}
    for seat, poll, on_paper in ask.MARKS.of_all(seats):
        voted[seat][str(poll)] = {"press": 0 if on_paper else 1, "choice": ""}
    for seat, poll, press, choice in ask.NAMED.of_all(seats):
        voted[seat][str(poll)] = {"press": press, "choice": choice}
    return [{"present": arrived.get(seat) is not None, "voted": voted[seat]} for seat in seats]
