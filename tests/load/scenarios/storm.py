"""Everybody loses the line at once, and the room moves on meanwhile."""

from time import monotonic
from typing import Any

from tests.load.figures import middle
from tests.load.servers import PRODUCT
from tests.load.stage import Stage


def run(stage: Stage, kind: str, size: int, rounds: int) -> dict[str, Any]:
    """Seconds until all `size` phones are connected and show what happened while they were not.

    Killed: the server gets SIGKILL and is started again at once; its start is in the figure.
    Dropped: the server lives and every line is cut, as when an access point goes.
    """
    took: dict[str, list[float]] = {"killed": [], "dropped": []}
    with stage.servers(kind, PRODUCT) as product:
        hall = stage.enter(product, "storm", voters=size, comes_back=True)
        for _ in range(rounds):
            with stage.measured(f"{size} come back after a kill, {kind}", product):
                began = monotonic()
                product.kill()
                _, event, _ = stage.office.ask("touch", room=hall["room"])
                product.start()
                took["killed"].append(_all_back(stage, event) - began)
            with stage.measured(f"{size} come back after a drop, {kind}", product):
                began = stage.phones.ask("drop", crowd="storm")
                _, event, _ = stage.office.ask("touch", room=hall["room"])
                took["dropped"].append(_all_back(stage, event) - began)
        stage.leave("storm")
    return {f"{how}_s": middle(seconds) for how, seconds in took.items()}


def _all_back(stage: Stage, event: int) -> float:
    settled = stage.phones.ask("settle", crowd="storm", event=event, patience=90)
    stage.require(settled["missing"] == 0, f"{settled['missing']} phones never came back")
    return float(settled["at"])
