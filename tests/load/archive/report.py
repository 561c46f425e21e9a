"""What was measured, beside what it is to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any, Final

from tests.load.archive.pages import Times
from tests.load.figures import percentile

MILLION: Final = 500_000  # agreements from which on the bars are those of a million
BARS: Final[Mapping[tuple[str, bool], tuple[float, float]]] = {
    ("sqlite", False): (20, 60),
    ("postgresql", False): (30, 90),
    ("sqlite", True): (60, 300),
    ("postgresql", True): (60, 300),
}
"""p50 and p95 in ms, by database, and whether there are a million agreements."""


@dataclass(frozen=True)
class Figure:
    says: str
    value: float
    bar: float | None = None
    at_least: bool = False  # else at most

    @property
    def verdict(self) -> str:
        if self.bar is None:
            return ""
        met = self.value >= self.bar if self.at_least else self.value <= self.bar
        return "met" if met else "missed"


def figures(vendor: str, times: Mapping[str, Times], found: Mapping[str, Any]) -> list[Figure]:
    """Everything that is told, in its order."""
    whole = Times()
    for each in times.values():
        whole.add(each)
    columns = found["columns"]
    p50, p95 = BARS[vendor, columns["agreements"] >= MILLION]
    told = [
        Figure("agreements", columns["agreements"]),
        Figure("page p50, ms", 1000 * percentile(whole.page, 0.5), p50),
        Figure("page p95, ms", 1000 * percentile(whole.page, 0.95), p95),
        Figure("of it CPU of the server, p50, ms", 1000 * percentile(whole.cpu, 0.5)),
        Figure("of it CPU of the server, p95, ms", 1000 * percentile(whole.cpu, 0.95)),
        Figure("page ÷ the engine's own hits, p50", _ratio(whole, 0.5), 4),
        Figure("page ÷ the engine's own hits, all together", _together(whole), 4),
    ]
    if whole.scanning:
        slower = median(whole.scanning) / median(whole.page_of_scanning)
        told.append(Figure("LIKE over the texts ÷ page, p50", slower, 20, at_least=True))
    indexing = found["indexing"]
    return [
        *told,
        Figure("a paper into the archive, p50, ms", indexing["inside"]["p50"], 10),
        Figure("a paper into the archive, p95, ms", indexing["inside"]["p95"]),
        Figure("its transaction until it is on the disk, p50, ms", indexing["to_disk"]["p50"]),
        Figure("what is done afterwards, p50, ms", indexing["afterwards"]["p50"]),
        Figure("first load of the columns, s", columns["first_load_s"]),
        Figure("memory of the columns, MB", columns["memory_mb"]),
        Figure("index, MB", found["index_mb"]),
    ]


def _ratio(whole: Times, share: float) -> float:
    return percentile(whole.page_of_engine, share) / percentile(whole.engine, share)


def _together(whole: Times) -> float:
    return sum(whole.page_of_engine) / sum(whole.engine)


def table(told: list[Figure]) -> str:
    """Markdown."""
    lines = ["| figure | measured | bar | |", "|---|---|---|---|"]
    for each in told:
        sign = "" if each.bar is None else f"{'≥' if each.at_least else '≤'} {each.bar:g}"
        lines.append(f"| {each.says} | {_number(each.value)} | {sign} | {each.verdict} |")
    return "\n".join(lines)


def by_class(times: Mapping[str, Times]) -> str:
    """Markdown: ms of each class of searches."""
    lines = [
        "| search | page p50 | p95 | CPU p50 | engine alone p50 | p95 | LIKE p50 |",
        "|---|---|---|---|---|---|---|",
    ]
    for kind, each in times.items():
        cells = [
            _ms(each.page, 0.5),
            _ms(each.page, 0.95),
            _ms(each.cpu, 0.5),
            _ms(each.engine, 0.5),
        ]
        cells += [_ms(each.engine, 0.95), _ms(each.scanning, 0.5)]
        lines.append(f"| {kind} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _ms(seconds: list[float], share: float) -> str:
    return _number(1000 * percentile(seconds, share)) if seconds else "–"


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"
