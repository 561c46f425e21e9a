"""What the bench says: a table for people, JSON for programs, and whether to believe it."""

import os
import platform
import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

from tests.load.meter import PARTIES, Costs
from tests.load.plan import FIGURES, Results

PACKAGES = ("Django", "channels", "channels-redis", "daphne", "uvicorn", "uvloop", "picows")


def wrong(ballots: Sequence[dict[str, Any]], faults: Sequence[str]) -> list[str]:
    """Why this run is not to be believed, or what the product did that it must never do."""
    reasons = list(faults)
    for ballot in ballots:
        numbers = {name: ballot[name] for name in ("acknowledged", "counted", "stored")}
        if len(set(numbers.values())) > 1:
            reasons.append(f"poll {ballot['poll']}: {numbers}")
        reasons += [f"poll {ballot['poll']}: {each}" for each in ballot["wrong"][:10]]
    return reasons


def total(ballots: Sequence[dict[str, Any]], name: str) -> int:
    return sum(ballot[name] for ballot in ballots)


def figures(results: Results) -> dict[str, dict[str, float]]:
    """Every figure by its key and server; empty where this run did not measure it."""
    return {figure.key: figure.read(results) for figure in FIGURES}


def circumstances() -> dict[str, Any]:
    """What the figures depend on besides the product."""
    return {
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load_average_before": os.getloadavg(),
        "versions": {name: version(name) for name in PACKAGES},
        "command": " ".join(["python -m tests.load", *sys.argv[1:]]),
    }


def table(results: Results) -> str:
    """Markdown: a line for each figure and server that was measured."""
    lines = ["| figure | server | measured | bar | |", "|---|---|---|---|---|"]
    for figure in FIGURES:
        for kind, value in figure.read(results).items():
            bar = figure.bar_of(kind)
            sign = "" if bar is None else f"{'≥' if figure.at_least else '≤'} {bar:g}"
            verdict = {True: "met", False: "missed", None: ""}[figure.is_met(kind, value)]
            lines.append(f"| {figure.says} | {kind} | {value:g} | {sign} | {verdict} |")
    return "\n".join(lines)


def costs(spent: Costs) -> str:
    """Markdown: the CPU of server, generator, and everybody else."""
    lines = ["| CPU seconds | " + " | ".join(PARTIES) + " |", "|---" * 7 + "|"]
    for name, cost in spent.items():
        numbers = " | ".join(f"{cost[party]:.1f}" for party in PARTIES)
        lines.append(f"| {name} | {numbers} |")
    return "\n".join(lines)
