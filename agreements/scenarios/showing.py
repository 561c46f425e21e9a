"""What the demonstration shows: a room for every scenario, ready to be opened, and its ways in."""

from dataclasses import dataclass
from typing import Any

from agreements.scenarios.opening import COUNTY, book, chair_of
from agreements.scenarios.player import Player
from agreements.scenarios.story import names, story
from negotiate.law.words import Capacity, Procedure, Side, Stage
from negotiate.people.entry import entry_path
from negotiate.people.links import link_path
from negotiate.people.models import Account, Federation, Seat
from negotiate.rooms.views.pages import screen_path

OVER = (Stage.SIGNED.value,)


@dataclass(frozen=True, slots=True)
class Showing:
    """One scenario's room: the scenario's name and the chair's seat."""

    scenario: str
    chair: Seat


def prepare() -> list[Showing]:
    """A room not yet over for every scenario; the first time, one finished meeting of each too,
    so that the archive has something to find. What takes months is not played: nothing in the
    demonstration has a day that is still to come."""
    return [Showing(name, _room_for(name)) for name in names()]


def _room_for(name: str) -> Seat:
    told = story(name)
    chair = chair_of(told)
    is_meeting = told.procedure is Procedure.SIMPLIFIED
    if is_meeting and not chair.seats.exists():
        Player(told, book(told, chair)).play()
    waiting = chair.seats.exclude(room__stage__in=OVER)
    return waiting.select_related("room").last() or book(told, chair)


def officer() -> Account:
    """The county's officer, who reads every agreement under the county."""
    county, _ = Federation.objects.get_or_create(name=COUNTY)
    account, made = Account.objects.get_or_create(
        username="county", defaults={"name": "县总工会干事", "federation": county}
    )
    if made:
        account.set_unusable_password()
        account.save(update_fields=["password"])
    return account


def ways_in(showing: Showing) -> dict[str, Any]:
    """Paths for the chair, the big screen and everybody with a personal link."""
    room = showing.chair.room
    account = showing.chair.account
    assert account is not None  # noqa: S101  the player seats the chair by account
    guests = room.seats.at_table().select_related("person").filter(account=None)
    return {
        "scenario": showing.scenario,
        "title": room.title,
        "enterprise": room.enterprise.name,
        "chair": entry_path(account),
        "room": f"/s/{showing.chair.pk}/",
        "screen": screen_path(room),
        "representatives": [
            {
                "name": seat.person.name,
                "side": Side(seat.side).label if seat.side else "",
                "capacity": Capacity(seat.capacity).label,
                "link": link_path(seat),
            }
            for seat in guests
        ],
    }
