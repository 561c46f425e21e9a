"""A list of staff held against those who have a seat in the room already."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from negotiate.law.refusal import Refused
from negotiate.law.words import DELEGATES, Capacity
from negotiate.people.sheets import Faults
from negotiate.people.staff_file import StaffRow
from negotiate.rooms.actions.places import squeezed, told_apart
from negotiate.rooms.models import Room

Found = tuple[str, int]  # capacity and key of a seat


@dataclass(slots=True)
class Sorted:
    """Who needs a seat; the names of those who need none, and of whom of them has no vote. `known`:
    the rows of those who need none, by the key of their seat."""

    new: list[StaffRow] = field(default_factory=list)
    there: list[str] = field(default_factory=list)
    seated: list[str] = field(default_factory=list)
    voteless: list[str] = field(default_factory=list)
    known: dict[int, StaffRow] = field(default_factory=dict)


def hold_against(room: Room, rows: Sequence[StaffRow]) -> Sorted:
    """Who is new, who is on the roll already, who sits at the table: and whether he votes there."""
    seats = room.seats.values_list("person__name", "person__staff_number", "capacity", "pk")
    people = _People(seats, Counter(row.name for row in rows))
    found, faults = Sorted(), Faults()
    for row in rows:
        try:
            found_as = people.found_as(row)
        except Refused as problem:
            faults.add(row.line, problem)
            continue
        if found_as is None:
            found.new.append(row)
            continue
        capacity, seat = found_as
        found.known[seat] = row
        if capacity == Capacity.STAFF:
            found.there.append(row.name)
        else:
            found.seated.append(row.name)
            if capacity not in DELEGATES:
                found.voteless.append(row.name)
    faults.refuse_any()
    return found


class _People:
    """Those who have a seat in the room, by name and by number."""

    def __init__(self, seats: Iterable[tuple[str, str, str, int]], listed: Counter[str]) -> None:
        self.listed = listed
        self.by_name: dict[str, list[tuple[str, Found]]] = {}
        self.by_number: dict[str, str] = {}
        for name, number, capacity, seat in seats:
            self.by_name.setdefault(squeezed(name), []).append((number, (capacity, seat)))
            if number:
                self.by_number[number.upper()] = name

    def found_as(self, row: StaffRow) -> Found | None:
        """What this person is in the room already, None if nothing. Refused if nobody can tell."""
        name = squeezed(row.name)
        holder = self.by_number.get(row.number.upper())
        if holder is not None and squeezed(holder) != name:
            raise Refused("会场里工号 %(number)s 是%(name)s", number=row.number, name=holder)
        same = self.by_name.get(name, [])
        for number, found in same:
            if number == row.number and (number or len(same) == 1):
                return found
        maybe = [found for number, found in same if not told_apart(number, row.number)]
        if not maybe:
            return None
        if len(maybe) > 1 or self.listed[row.name] > 1:
            raise Refused("会场里也有%(name)s，没有工号就分不清是谁", name=row.name)
        return maybe[0]
