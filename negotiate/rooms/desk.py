"""What the hall asks of the rooms: who is let in, what is drawn, how a ballot is taken."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db.models import Count, Q
from django.utils import translation

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
        return [_vote(press) for press in presses]

    def explain(self, refusal: Refused, language: str) -> str:
        with translation.override(language):
            return refusal.told(translation.gettext)


def stands(rooms: Collection[int]) -> dict[int, Stand]:
    """Where the rooms are. The version is read before the turnouts: it is never too new."""
    found = {room.pk: room for room in Room.objects.filter(pk__in=rooms).select_related("book")}
    versions = {key: room.version for key, room in found.items()}
    counts: dict[int, list[dict[str, int]]] = {key: [] for key in found}
    for poll in Poll.objects.filter(room__in=found, state=Poll.State.OPEN).annotate(
        voted=Count("turnout")
    ):
        count = {"poll": poll.pk, "cast": poll.voted, "roll": poll.roll_size}
        counts[poll.room_id].append(count)
    return {
        key: Stand(versions[key], room.links, tuple(counts[key])) for key, room in found.items()
    }


def mine(seats: Collection[int]) -> list[dict[str, Any]]:
    """Each seat's own state. Receipts stay on the phone: here nobody knows whose paper is whose."""
    arrived = dict(Seat.objects.filter(pk__in=seats).values_list("pk", "arrived_at"))
    voted: dict[int, dict[str, dict[str, Any]]] = {seat: {} for seat in seats}
    of_them = Q(seat__in=seats) & ~Q(poll__state=Poll.State.VOID)
    for seat, poll in Turnout.objects.filter(of_them).values_list("seat", "poll"):
        voted[seat][str(poll)] = {"press": 1, "choice": ""}
    named = RecordedVote.objects.filter(of_them)
    for seat, poll, press, choice in named.values_list("seat", "poll", "press", "choice"):
        voted[seat][str(poll)] = {"press": press, "choice": choice}
    return [{"present": arrived.get(seat) is not None, "voted": voted[seat]} for seat in seats]


def _vote(press: Press) -> str | Refused:
    seat = (
        Seat.objects.select_related("room", "person")
        .filter(pk=press.ticket.seat or 0, link_serial=press.ticket.serial)
        .first()
    )
    if seat is None:
        return Refused("您的入场码已更换，请向主持人要新的入场码。")
    try:
        return consent.vote(seat, press.poll, press.choice, press.key)
    except Refused as refusal:
        return refusal
