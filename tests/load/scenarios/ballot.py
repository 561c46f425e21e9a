"""A whole hall votes: how long until each is acknowledged, and until every screen is right."""

from typing import Any

from tests.load.figures import middle, milliseconds
from tests.load.servers import PRODUCT
from tests.load.stage import Stage


def run(stage: Stage, kind: str, size: int, within: float, rounds: int) -> dict[str, Any]:
    """`size` phones vote at random moments of `within` seconds, in `rounds` ballots."""
    found: list[dict[str, Any]] = []
    with stage.servers(kind, PRODUCT) as product:
        hall = stage.enter(product, "hall", voters=size)
        for number in range(rounds):
            with stage.ballot("hall", hall["room"], again=number > 0) as ballot:
                name = f"{size} vote in {within:g} s, {kind}"
                with stage.measured(name, product):
                    found.append(_vote(stage, ballot["poll"], within, size))
        stage.leave("hall")
    lost = sum(one["unanswered"] for one in found)
    refused = [text for one in found for text in one["refused"]]
    blind = sum(one["missing"] for one in found)
    stage.require(lost == 0, f"{lost} votes of {size} phones were not answered, {kind}")
    stage.require(not refused, f"{len(refused)} votes were refused, {kind}: {refused[:1]}")
    stage.require(blind == 0, f"{blind} screens did not show the end, {kind}")
    return {
        "ack_ms": milliseconds([wait for one in found for wait in one["waited"]]),
        "ack_p95_ms": middle([one["p95_ms"] for one in found]),
        "screens_right_s": middle([one["screens"] for one in found]),
        "lost": lost,
        "pressed_late_ms": milliseconds([late for one in found for late in one["late"]]),
        "handshakes_per_second": round(size / hall["seconds"]),
    }


def _vote(stage: Stage, poll: int, within: float, size: int) -> dict[str, Any]:
    votes = stage.phones.ask("vote", crowd="hall", poll=poll, within=within)
    full = stage.phones.ask("full", crowd="hall")
    return {
        **votes,
        "p95_ms": milliseconds(votes["waited"])["p95"],
        "screens": full["last"] - votes["last_press"],
        "missing": full["missing"],
    }
