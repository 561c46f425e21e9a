"""Phones that never read, among others that do."""

from typing import Any

from tests.load.figures import milliseconds, percentile
from tests.load.scenarios.rooms import delays
from tests.load.servers import PRODUCT, Servers
from tests.load.stage import Stage

HEALTHY, DEAF = 50, 5
NEWS = 150_000  # characters more in each fragment: enough to fill the kernel's buffers as well
SECONDS, A_SECOND = 15.0, 2.0  # slower than a room takes breath, or that would be the delay


def run(stage: Stage, kind: str, rounds: int) -> dict[str, Any]:
    """How long news takes to the healthy with and without deaf phones in their room, in turns; and
    what the server's memory gains meanwhile, of which unread news would be a part."""
    waits: dict[str, list[float]] = {"without": [], "with": []}
    grown = {"without": 0.0, "with": 0.0}
    with stage.servers(kind, PRODUCT) as product:
        hall = stage.enter(product, "healthy", voters=HEALTHY + DEAF, count=HEALTHY, keeps=True)
        _news(stage, hall["room"])  # the memory that the first long news takes is no growth
        for _ in range(rounds):
            for which in waits:
                if which == "with":
                    _deafen(stage, product, hall["file"])
                before = product.memory()
                with stage.measured(f"news {which} deaf phones, {kind}", product):
                    waits[which] += _news(stage, hall["room"])
                grown[which] += (product.memory() - before) / 1e6
            stage.leave("deaf")
        stage.leave("healthy")
    return {
        **{f"{which}_ms": milliseconds(waits[which]) for which in waits},
        **{f"memory_{which}_mb": round(grown[which], 1) for which in grown},
        "p99_ratio": round(percentile(waits["with"], 0.99) / percentile(waits["without"], 0.99), 2),
        "unread_mb": round(rounds * DEAF * NEWS * SECONDS * A_SECOND / 1e6, 1),
    }


def _deafen(stage: Stage, product: Servers, file: str) -> None:
    came = stage.phones.ask(
        "enter",
        crowd="deaf",
        addresses=product.addresses("/live/"),
        hall=file,
        skip=HEALTHY,
        deaf=True,
    )
    stage.require(came["failed"] == 0, "a deaf phone could not come in")


def _news(stage: Stage, room: int) -> list[float]:
    stage.phones.ask("forget", crowd="healthy")
    happened = stage.office.ask(
        "drive", rooms=[room], seconds=SECONDS, a_second=A_SECOND, padding=NEWS
    )
    heard = stage.phones.ask("heard", crowd="healthy", event=happened[-1][1])
    stage.require(heard["missing"] == 0, f"{heard['missing']} healthy phones were not brought news")
    return delays(happened, {room: stage.phones.ask("events", crowd="healthy")})
