"""What the hall asks of the rooms: who is let in, what is drawn, how a ballot is taken."""

from typing import Any

from django.utils import translation

from negotiate.ballots.models import Poll, Turnout
from negotiate.law.refusal import Refused
from negotiate.live.announce import SCREENS
from negotiate.live.audience import Audience
from negotiate.live.tickets import Ticket
from negotiate.people.models import Seat
from negotiate.rooms.actions import consent
from negotiate.rooms.faces import draw_fragment
from negotiate.rooms.models import Room


class RoomDesk:
    """Implements `negotiate.live.desk.Desk`."""

    def admits(self, ticket: Ticket) -> bool:
        if ticket.seat is None:
            rooms = Room.objects.filter(pk=ticket.audience.room, screen_serial=ticket.serial)
            return rooms.exists()
        return Seat.objects.filter(
            pk=ticket.seat, room=ticket.audience.room, link_serial=ticket.serial
        ).exists()

    def serials(self, room: int) -> dict[int, int]:
        seats = dict(Seat.objects.filter(room=room).values_list("pk", "link_serial"))
        return {**seats, SCREENS: Room.objects.get(pk=room).screen_serial}

    def version(self, room: int) -> int:
        return Room.objects.select_related("book").get(pk=room).version

    def draw(self, audience: Audience) -> tuple[int, str]:
        return draw_fragment(audience)

    def turnouts(self, room: int) -> list[dict[str, int]]:
        return turnouts(room)

    def mine(self, seat: int) -> dict[str, Any]:
        return mine(Seat.objects.get(pk=seat))

    def vote(self, ticket: Ticket, poll: int, choice: str, key: str) -> str:
        seat = (
            Seat.objects.select_related("room", "person")
            .filter(pk=ticket.seat or 0, link_serial=ticket.serial)
            .first()
        )
        if seat is None:
            raise Refused("您的入场码已更换，请向主持人要新的入场码。")
        return consent.vote(seat, poll, choice, key)

    def explain(self, refusal: Refused, language: str) -> str:
        with translation.override(language):
            return refusal.told(translation.gettext)


def turnouts(room: int) -> list[dict[str, int]]:
    """How many have voted in each open poll: news carries it only as it changes."""
    polls = Poll.objects.filter(room=room, state=Poll.State.OPEN)
    return [{"poll": poll.pk, "cast": poll.cast, "roll": poll.roll_size} for poll in polls]


def mine(seat: Seat) -> dict[str, Any]:
    """The seat's own state. Receipts stay on the phone: here nobody knows whose paper is whose."""
    voted = Turnout.objects.filter(seat=seat, poll__room=seat.room_id).exclude(
        poll__state=Poll.State.VOID
    )
    return {
        "present": seat.arrived_at is not None,
        "voted": {str(poll): "" for poll in voted.values_list("poll", flat=True)},
    }
