"""Who came to each sitting, and who led it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from negotiate.people.models import Seat
from negotiate.rooms.models import Room
from negotiate.rooms.telling import Arrival, sittings


@dataclass(frozen=True)
class Attendance:
    """Of one sitting: `came` by the seat's key, and the name of who opened it."""

    opened_at: datetime
    came: Mapping[int, Arrival]
    led_by: str

    def of(self, seat: Seat) -> str:
        """When and how somebody came, or that nobody did."""
        arrival = self.came.get(seat.pk)
        return arrival.told if arrival else "未到"


def attendances(room: Room) -> Iterator[Attendance]:
    """In the order of the sittings."""
    for sitting in sittings(room.book):
        yield Attendance(sitting.opened_at, sitting.came, sitting.led_by)


def now(room: Room) -> Attendance:
    """While no sitting has begun: who has checked in so far."""
    seats = Seat.objects.at_table().filter(room=room).exclude(arrived_at=None)
    came = {seat.pk: Arrival(seat.arrived_at, seat.remote) for seat in seats if seat.arrived_at}
    return Attendance(room.scheduled_at, came, "")
