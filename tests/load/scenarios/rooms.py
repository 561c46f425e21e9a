"""Many small rooms at once, in each of which something happens every second."""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.load.figures import milliseconds
from tests.load.servers import PRODUCT
from tests.load.stage import Stage

Happened = Sequence[tuple[int, int, float]]  # room, event, when it was committed
Came = Sequence[Sequence[tuple[int, float]]]  # for each phone: which event came when


def run(stage: Stage, kind: str, rooms: int, seconds: float) -> dict[str, Any]:
    """From an event's commit to every screen of its room, with the product's own fragments for
    each audience: chair, recorder, chiefs and delegates of both sides."""
    halls = stage.small_rooms(rooms)
    with stage.servers(kind, PRODUCT) as product:
        for hall in halls:
            _enter(stage, product.addresses("/live/"), hall)
        numbers = [hall["room"] for hall in halls]
        stage.office.ask("drive", rooms=numbers, seconds=1)  # everything is drawn once beforehand
        for hall in halls:
            stage.phones.ask("forget", crowd=f"room {hall['room']}")
        with stage.measured(f"{rooms} rooms, {kind}", product) as cost:
            happened = stage.office.ask("drive", rooms=numbers, seconds=seconds)
            for room, event, _ in happened[-rooms:]:
                stage.phones.ask("heard", crowd=f"room {room}", event=event)
        came = {n: stage.phones.ask("events", crowd=f"room {n}") for n in numbers}
        stage.leave(*(f"room {number}" for number in numbers))
    waits = delays(happened, came)
    expected = sum(len(came[room]) for room, _, _ in happened)
    stage.require(len(waits) == expected, f"{expected - len(waits)} screens missed an event")
    return {
        "delivery_ms": milliseconds(waits),
        "events_per_second": round(len(happened) / seconds, 1),
        "server_cores": round(cost["server"] / cost["seconds"], 2),
        "phones": sum(map(len, came.values())),
    }


def _enter(stage: Stage, addresses: list[str], hall: dict[str, Any]) -> None:
    crowd = f"room {hall['room']}"
    came = stage.phones.ask(
        "enter", crowd=crowd, addresses=addresses, hall=hall["file"], keeps=True
    )
    settled = stage.phones.ask("settle", crowd=crowd)
    stage.require(came["failed"] + settled["missing"] == 0, f"{crowd} did not fill")


def delays(happened: Happened, came: Mapping[int, Came]) -> list[float]:
    """For every event and phone of its room: how long until it or a newer one came."""
    waits = []
    for room, event, at in happened:
        for phone in came[room]:
            shown = next((when for got, when in phone if got >= event), None)
            if shown is not None:
                waits.append(shown - at)
    return waits
