"""CPU seconds, by whom they were spent."""

import contextlib
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Final

import psutil

PARTIES: Final = ("seconds", "server", "generator", "services", "office", "others")
Costs = dict[str, dict[str, float]]  # scenario → party → CPU seconds, and the clock's


class Meter:
    """`parties` say what each has spent in its life; what is spent beside them is the others':
    somebody else's, on a machine that was not ours alone."""

    def __init__(self, parties: Mapping[str, Callable[[], float]]) -> None:
        self.costs: Costs = {}
        self._parties = parties

    @contextlib.contextmanager
    def measured(self, name: str, server: Callable[[], float]) -> Iterator[dict[str, float]]:
        """Add what the block costs to what this name has cost so far; give the block's own."""
        parties = {**self._parties, "server": server}
        before = {party: spent() for party, spent in parties.items()}
        busy, began = _busy(), time.monotonic()
        cost: dict[str, float] = {}
        yield cost
        for party, spent in parties.items():
            cost[party] = spent() - before[party]
        cost["others"] = max(0.0, _busy() - busy - sum(cost.values()))
        cost["seconds"] = time.monotonic() - began
        so_far = self.costs.get(name, {})
        self.costs[name] = {each: round(so_far.get(each, 0) + cost[each], 2) for each in PARTIES}


def spent(pid: int) -> float:
    """CPU seconds of a process and of all that it has started."""
    with contextlib.suppress(psutil.NoSuchProcess):
        process = psutil.Process(pid)
        times = process.cpu_times()
        own = times.user + times.system + times.children_user + times.children_system
        return float(own) + sum(spent(child.pid) for child in process.children())
    return 0.0


def _busy() -> float:
    times = psutil.cpu_times()
    return float(sum(times) - times.idle - times.iowait - times.guest - times.guest_nice)
