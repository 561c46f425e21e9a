"""`python -m tests.load --json FILE [--quick]`: the bench of a large hall (docs/load.md).

Ends with status 1 if a vote was lost or counted otherwise than it was acknowledged, or if anything
else went wrong that makes the figures worthless; not for a bar that was missed.
"""

import argparse
import contextlib
import json
import resource
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

from tests.load import plan, report
from tests.load.helper import Stuck
from tests.load.stage import Stage, stage


def measure(on: Stage, *, quick: bool) -> plan.Results:
    """Every turn; one that breaks is noted and the others go on."""
    results: plan.Results = {}
    for turn in plan.turns(quick=quick):
        began = time.monotonic()
        try:
            results.setdefault(turn.scenario, {})[turn.kind] = turn.run(on)
        except (Stuck, RuntimeError, KeyError, OSError) as fault:
            on.require(False, f"{turn.scenario}, {turn.kind}: {fault!r}")
            on.renew()
        print(f"{turn.scenario}, {turn.kind}: {time.monotonic() - began:.0f} s", file=sys.stderr)
    return results


def run(*, quick: bool) -> dict[str, Any]:
    """Measure, and say everything that was found."""
    began, about = time.monotonic(), report.circumstances()
    with stage() as on:
        results = measure(on, quick=quick)
        wrong = report.wrong(on.ballots, on.faults)
        print(report.table(results), report.costs(on.meter.costs), sep="\n\n")
        return {
            "date": datetime.now(UTC).isoformat(timespec="seconds"),
            "quick": quick,
            "duration_s": round(time.monotonic() - began),
            **about,
            **report.figures(results),
            **{n: report.total(on.ballots, n) for n in ("acknowledged", "counted", "stored")},
            "wrong": wrong,
            "servers_said": on.said(),
            "cpu_seconds": on.meter.costs,
            "scenarios": results,
        }


def leave(number: int, frame: FrameType | None) -> NoReturn:
    """End on SIGTERM as on Ctrl-C, stopping what was started."""
    sys.exit(128 + number)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    parser.add_argument("--json", type=Path, required=True, help="where the figures are written")
    parser.add_argument(
        "--quick", action="store_true", help="about two minutes: the ratios, 1,000 and 3,000 phones"
    )
    words = parser.parse_args()
    signal.signal(signal.SIGTERM, leave)
    with contextlib.suppress(ValueError):  # ten thousand sockets; whoever may not raise it, may not
        most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    found = run(quick=words.quick)
    words.json.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")
    for each in found["wrong"]:
        print(f"WRONG: {each}", file=sys.stderr)
    print(f"\nacknowledged {found['acknowledged']}, stored {found['stored']}")
    return 1 if found["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
