"""What is asked about many rooms, or many seats, at once; as prepared questions."""

from typing import Final

from django.db.models import Count, Q

from negotiate.asked import Asked
from negotiate.ballots.models import Poll, RecordedVote, Turnout
from negotiate.people.models import Seat
from negotiate.rooms.models import Room

LENGTHS: Final = Asked(
    lambda room: (
        Room.objects.filter(pk__in=[room])
        .order_by()
        .annotate(full=Count("polls", filter=Q(polls__filled=True)))
        .values_list("pk", "book__length", "links", "full")
    )
)
OPEN: Final = Asked(
    lambda room: (
        Poll.objects.filter(room__in=[room], state=Poll.State.OPEN)
        .order_by("pk")
        .annotate(cast_now=Count("turnout"))
        .values_list("room", "pk", "cast_now", "roll_size", "voters")
    )
)
ARRIVED: Final = Asked(
    lambda seat: Seat.objects.filter(pk__in=[seat]).values_list("pk", "arrived_at")
)
MARKS: Final = Asked(
    lambda seat: (
        Turnout.objects.filter(seat__in=[seat])
        .exclude(poll__state=Poll.State.VOID)
        .values_list("seat", "poll", "on_paper")
    )
)
NAMED: Final = Asked(
    lambda seat: (
        RecordedVote.objects.filter(seat__in=[seat])
        .exclude(poll__state=Poll.State.VOID)
        .values_list("seat", "poll", "press", "choice")
    )
)
