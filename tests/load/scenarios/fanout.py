"""The same text to every screen of a hall: the product against Channels' groups and a bare hub."""

import statistics
import time
from typing import Any

from tests.load.figures import middle, ratio
from tests.load.servers import PRODUCT, Servers
from tests.load.stage import Stage, together

BARE = ("group", "group in memory", "group collected seldom", "hub")
APART = 1.0  # seconds between two events of one room: the product lets a room take a breath


def run(stage: Stage, kind: str, size: int, rounds: int) -> dict[str, Any]:
    """Deliveries a second while one message goes to `size` sockets, each way in its turn.

    Bare: from the word to the last socket, less what one socket alone takes. The product: from the
    first screen to the last, for before the first it commits, hears of it and draws, which is the
    same for one and for many.
    """
    servers = _servers(stage, kind)
    with together(*servers.values()), stage.measured(f"fan-out, {kind}", *servers.values()):
        hall = stage.enter(servers["product"], "product", voters=size, texts=True)
        _touch(stage, hall["room"])  # so that the text says which event it shows
        stage.phones.ask("text", crowd="product", file=stage.environment["BENCH_NEWS"])
        alone = {name: _alone(stage, name, servers[name], rounds) for name in BARE}
        for name in BARE:
            stage.enter_bare(servers[name], name, size)
        before = {name: each.spent() for name, each in servers.items()}
        took: dict[str, list[float]] = {name: [] for name in servers}
        whole = []
        for _ in range(rounds):
            first_to_last, event_to_last = _touch(stage, hall["room"])
            took["product"].append(first_to_last)
            whole.append(1000 * event_to_last)
            for name in BARE:
                took[name].append(_fire(stage, name) - alone[name])
            time.sleep(APART)
        cpu = {name: 1000 * (each.spent() - before[name]) for name, each in servers.items()}
        stage.leave(*servers)
    return {
        **_rates(size, took),
        "product_event_to_last_screen_ms": middle(whole),
        "cpu_ms_an_event": {name: round(spent / rounds, 1) for name, spent in cpu.items()},
    }


def _servers(stage: Stage, kind: str) -> dict[str, Servers]:
    group = "tests.load.bare:group"
    seldom = {"BENCH_COLLECT_LESS": "1", "REDIS_PREFIX": "seldom"}  # or it would hear the other's
    return {
        "product": stage.servers(kind, PRODUCT),
        "group": stage.servers(kind, group),
        "group in memory": stage.servers(kind, group, REDIS_URL=""),
        "group collected seldom": stage.servers(kind, group, **seldom),
        "hub": stage.servers(kind, "tests.load.bare:hub"),
    }


def _rates(size: int, took: dict[str, list[float]]) -> dict[str, Any]:
    rates = {name: [(size - 1) / seconds for seconds in took[name]] for name in took}
    return {
        "per_second": {name: middle(rate) for name, rate in rates.items()},
        "vs_group_send": ratio(rates["product"], rates["group"]),
        "vs_group_send_in_memory": ratio(rates["product"], rates["group in memory"]),
        "vs_group_send_collected_seldom": ratio(rates["product"], rates["group collected seldom"]),
        "vs_bare_hub": ratio(rates["product"], rates["hub"]),
    }


def _alone(stage: Stage, name: str, servers: Servers, rounds: int) -> float:
    stage.enter_bare(servers, name, 1)
    took = [_fire(stage, name) for _ in range(rounds)]
    stage.leave(name)
    return statistics.median(took)


def _fire(stage: Stage, crowd: str) -> float:
    fired = stage.phones.ask("fire", crowd=crowd)
    stage.require(fired["missing"] == 0, f"{crowd}: {fired['missing']} sockets heard nothing")
    return float(fired["last"] - fired["began"])


def _touch(stage: Stage, room: int) -> tuple[float, float]:
    _, event, at = stage.office.ask("touch", room=room)
    heard = stage.phones.ask("heard", crowd="product", event=event)
    stage.require(heard["missing"] == 0, f"{heard['missing']} screens were not renewed")
    return heard["last"] - heard["first"], heard["last"] - at
