"""Sockets that send as fast as they can, and a room that has nothing to do with them."""

from typing import Any

from tests.load.figures import milliseconds
from tests.load.helper import Helper
from tests.load.servers import PRODUCT
from tests.load.stage import Stage

FLOODERS, OTHERS, SECONDS = 2, 12, 9.0
EVERY = 0.3  # seconds between two pings of a phone: it may send five messages a second


def run(stage: Stage, kind: str) -> dict[str, Any]:
    """Round trips of another room's phones, without and with two flooding sockets, which come back
    at once whenever they are thrown out. They flood from a process of their own."""
    flooders = Helper("tests.load.phones", {})
    try:
        with stage.servers(kind, PRODUCT) as product, stage.measured(f"flood, {kind}", product):
            stage.enter(product, "others", voters=OTHERS)
            stage.phones.ask("forget", crowd="others")
            calm = stage.phones.ask("ping", crowd="others", seconds=SECONDS / 2, every=EVERY)
            stage.phones.ask("forget", crowd="others")
            hall, before = stage.hall("flooded", voters=FLOODERS), product.memory()
            addresses = product.addresses("/live/")
            flooders.tell("flood", addresses=addresses, hall=hall["file"], seconds=SECONDS)
            flooded = stage.phones.ask("ping", crowd="others", seconds=SECONDS, every=EVERY)
            sent = flooders.hear()
            grown = product.memory() - before
            still = stage.phones.ask("settle", crowd="others", patience=5)
            stage.require(still["missing"] == 0, f"{still['missing']} quiet phones were thrown out")
            stage.leave("others")
    finally:
        flooders.stop()
    return {
        "calm_ms": milliseconds(calm),
        "flooded_ms": milliseconds(flooded),
        "memory_mb": round(grown / 1e6, 1),
        **sent,
    }
