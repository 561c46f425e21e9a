"""What an idle phone costs the server, against the leanest consumer there is."""

import time
from typing import Any

from tests.load.servers import PRODUCT, Servers
from tests.load.stage import Stage, together

WARM = 50  # sockets before the first look, so that what is loaded once is not counted
SETTLE = 1.5  # seconds


def run(stage: Stage, kind: str, size: int) -> dict[str, Any]:
    """Growth of the resident memory for each of `size` phones that have been shown the room."""
    product, echo = (stage.servers(kind, each) for each in (PRODUCT, "tests.load.bare:echo"))
    with together(product, echo), stage.measured(f"{size} idle, {kind}", product, echo):
        hall = stage.hall("idle", voters=size + WARM)
        each = {
            "product": _each(stage, product, size, path="/live/", hall=hall["file"], greets=True),
            "bare": _each(stage, echo, size, path="/", hall="", greets=False),
        }
    return {
        **{f"{name}_kib": round(number / 1024, 1) for name, number in each.items()},
        "vs_bare": round(each["product"] / each["bare"], 2),
    }


def _each(
    stage: Stage, servers: Servers, size: int, *, path: str, hall: str, greets: bool
) -> float:
    looks = []
    for crowd, count, skip in (("warm", WARM, 0), ("idle", size, WARM)):
        came = stage.phones.ask(
            "enter",
            crowd=crowd,
            addresses=servers.addresses(path),
            hall=hall,
            count=count,
            skip=skip if hall else 0,
            greets=greets,
        )
        stage.require(came["failed"] == 0, f"{came['failed']} idle phones did not come in")
        if greets:
            stage.phones.ask("settle", crowd=crowd)
        time.sleep(SETTLE)
        looks.append(servers.memory())
    stage.leave("warm", "idle")
    return (looks[1] - looks[0]) / size
