"""What is measured, in which order, and the figures that are read from it, with their bars."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from tests.load.scenarios import ballot, deaf, fanout, flood, memory, rooms, storm, votes
from tests.load.stage import Stage

Results = dict[str, dict[str, dict[str, Any]]]  # scenario → server → what it found
ONE: Final = ("daphne", "uvicorn")
ALL: Final = (*ONE, "daphne2", "uvicorn2")


@dataclass(frozen=True)
class Turn:
    """One scenario on one kind of server."""

    scenario: str
    kind: str
    run: Callable[[Stage], dict[str, Any]]


def turns(*, quick: bool) -> Iterator[Turn]:
    """Everything that is measured; the quick run has something under every key that it can."""
    for kind in ONE:
        yield _turn("fan-out", kind, fanout.run, size=1000, rounds=6 if quick else 20)
        yield _turn("votes", kind, votes.run, size=1000, rounds=3 if quick else 7)
        yield _turn("memory 1000", kind, memory.run, size=1000)
    yield from _quick() if quick else _whole()


def _quick() -> Iterator[Turn]:
    yield _turn("ballot 1000", "daphne", ballot.run, size=1000, within=2, rounds=1)
    for kind in ONE:
        yield _turn("ballot 3000", kind, ballot.run, size=3000, within=2, rounds=1)
    yield _turn("storm 3000", "daphne", storm.run, size=3000, rounds=1)


def _whole() -> Iterator[Turn]:
    for kind in ONE:
        yield _turn("ballot 1000", kind, ballot.run, size=1000, within=2, rounds=5)
    for kind in ALL:
        yield _turn("ballot 3000", kind, ballot.run, size=3000, within=2, rounds=5)
    for kind in ONE:
        yield _turn("storm 3000", kind, storm.run, size=3000, rounds=2)
        yield _turn("deaf", kind, deaf.run, rounds=2)
        yield _turn("flood", kind, flood.run)
        yield _turn("rooms", kind, rooms.run, rooms=200, seconds=20)
        yield _turn("memory 3000", kind, memory.run, size=3000)
    yield _turn("ballot 10000", "uvicorn2", ballot.run, size=10_000, within=30, rounds=1)


def _turn(scenario: str, kind: str, run: Callable[..., dict[str, Any]], **about: Any) -> Turn:
    return Turn(scenario, kind, partial(run, kind=kind, **about))


@dataclass(frozen=True)
class Figure:
    """A number of the report: where it is found, and what it is to be."""

    key: str
    says: str
    scenario: str
    path: tuple[str, ...]
    bar: float | Mapping[str, float] | None = None
    at_least: bool = False  # else at most

    def read(self, results: Results) -> dict[str, float]:
        """By server; empty if it was not measured."""
        found: dict[str, float] = {}
        for kind, value in results.get(self.scenario, {}).items():
            number: Any = value
            for step in self.path:
                number = number[step]
            found[kind] = number
        return found

    def bar_of(self, kind: str) -> float | None:
        return self.bar.get(kind) if isinstance(self.bar, Mapping) else self.bar

    def is_met(self, kind: str, value: float) -> bool | None:
        """None where there is no bar."""
        bar = self.bar_of(kind)
        if bar is None:
            return None
        return value >= bar if self.at_least else value <= bar


_P95: Final = ("ack_p95_ms", "median")
_SCREENS: Final = ("screens_right_s", "median")
FIGURES: Final = (
    Figure("fanout_vs_group_send", "fan-out to 1,000 ÷ bare Channels group_send", "fan-out",
           ("vs_group_send",), 6, at_least=True),
    Figure("fanout_vs_group_send_gc", "the same, group_send with our garbage collection",
           "fan-out", ("vs_group_send_collected_seldom",)),
    Figure("fanout_vs_bare_hub", "fan-out to 1,000 ÷ bare hub of ASGI sends", "fan-out",
           ("vs_bare_hub",), 0.85, at_least=True),
    Figure("votes_vs_echo", "acknowledged votes/s ÷ bare echo/s", "votes",
           ("vs_echo",), 0.4, at_least=True),
    Figure("votes_vs_row", "acknowledged votes/s ÷ one ORM row a vote", "votes",
           ("vs_row",), 8, at_least=True),
    Figure("votes_vs_bulk_insert", "acknowledged votes/s ÷ raw bulk_create", "votes",
           ("vs_bulk_insert",)),
    Figure("ack_p95_ms_1000", "1,000 vote in 2 s: acknowledgement p95, ms", "ballot 1000",
           _P95, 100),
    Figure("screens_s_1000", "1,000: all screens right after the last vote, s", "ballot 1000",
           _SCREENS, 0.6),
    Figure("ack_p95_ms_3000", "3,000 vote in 2 s: acknowledgement p95, ms", "ballot 3000",
           _P95, {"daphne": 500, "daphne2": 150, "uvicorn": 300}),
    Figure("screens_s_3000", "3,000: all screens right after the last vote, s", "ballot 3000",
           _SCREENS),
    Figure("ack_p95_ms_10000", "10,000 vote in 30 s: acknowledgement p95, ms", "ballot 10000",
           _P95, 500),
    Figure("lost_10000", "10,000: votes without an answer", "ballot 10000", ("lost",), 0),
    Figure("storm_s_3000", "3,000 after a killed server: all current again, s", "storm 3000",
           ("killed_s", "median"), 15),
    Figure("storm_dropped_s_3000", "3,000 after dropped lines: all current again, s", "storm 3000",
           ("dropped_s", "median"), 15),
    Figure("rooms_p95_ms", "200 rooms × 12, an event a second each: delivery p95, ms", "rooms",
           ("delivery_ms", "p95"), 50),
    Figure("rooms_cores", "200 rooms × 12: CPU cores of the server", "rooms", ("server_cores",), 1),
    Figure("memory_vs_bare", "memory per idle phone ÷ bare consumer", "memory 1000",
           ("vs_bare",), 1.5),
    Figure("memory_vs_bare_3000", "the same, 3,000 phones", "memory 3000", ("vs_bare",), 1.5),
    Figure("deaf_p99_ratio", "5 deaf phones among 50: p99 of the healthy ÷ without", "deaf",
           ("p99_ratio",), 2),
    Figure("flooded_p95_ms", "2 flooding sockets: another room's p95, ms", "flood",
           ("flooded_ms", "p95"), 300),
)  # fmt: skip
