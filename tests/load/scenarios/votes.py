"""How many votes a second are taken, against an echo and against one row a vote."""

from typing import Any

from tests.load.figures import middle, ratio
from tests.load.servers import PRODUCT
from tests.load.stage import Stage, together


def run(stage: Stage, kind: str, size: int, rounds: int) -> dict[str, Any]:
    """`size` phones press at once; from the first press to the last answer, each way in its turn.

    The echo answers with the vote itself, so that both have as much to read and to write.
    """
    product, echo, row = (
        stage.servers(kind, application)
        for application in (PRODUCT, "tests.load.bare:echo", "tests.load.bare:row")
    )
    with together(product, echo, row), stage.measured(f"votes at once, {kind}", product, echo, row):
        hall = stage.enter(product, "product", voters=size)
        other = stage.hall("rows", voters=size)  # its seats are what the bare rows point at
        rows_of = stage.office.ask("ask_staff", room=other["room"])
        bare_entry = stage.enter_bare(echo, "echo", size)
        stage.enter_bare(row, "rows", size, hall=other["file"])
        rates: dict[str, list[float]] = {"product": [], "echo": [], "rows": [], "bulk": []}
        for number in range(rounds):
            rates["echo"].append(_rate(stage, "echo", 0))
            rates["product"].append(_product(stage, hall["room"], again=number > 0))
            rates["rows"].append(_rate(stage, "rows", rows_of))
            stage.office.ask("forget_rows", poll=rows_of)
            rates["bulk"].append(stage.office.ask("insert_rows", poll=rows_of))
        stage.leave("product", "echo", "rows")
    return {
        "per_second": {name: middle(rate) for name, rate in rates.items()},
        "handshakes_per_second": {
            "product": round(size / hall["seconds"]),
            "echo": round(size / bare_entry),
        },
        "vs_echo": ratio(rates["product"], rates["echo"]),
        "vs_row": ratio(rates["product"], rates["rows"]),
        "vs_bulk_insert": ratio(rates["product"], rates["bulk"]),
    }


def _rate(stage: Stage, crowd: str, poll: int) -> float:
    votes = stage.phones.ask("vote", crowd=crowd, poll=poll, within=0)
    stage.require(votes["unanswered"] == 0, f"{crowd}: {votes['unanswered']} were not answered")
    stage.require(not votes["refused"], f"{crowd}: refused: {votes['refused'][:1]}")
    return float(len(votes["waited"]) / (votes["last_answer"] - votes["first_press"]))


def _product(stage: Stage, room: int, *, again: bool) -> float:
    with stage.ballot("product", room, again=again) as ballot:
        return _rate(stage, "product", ballot["poll"])
