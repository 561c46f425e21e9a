"""Small arithmetic: percentiles, medians with their spread, ratios."""

import math
import statistics
from collections.abc import Sequence
from typing import Any


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` (0 to 1) of all do not exceed; nearest rank."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def milliseconds(seconds: Sequence[float]) -> dict[str, float]:
    """How long things took, in ms."""
    if not seconds:
        return {}
    shares = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "max": 1.0}
    return {name: round(1000 * percentile(seconds, share), 1) for name, share in shares.items()}


def middle(values: Sequence[float]) -> dict[str, Any]:
    """A median, and what it is the median of."""
    return {
        "median": round(statistics.median(values), 2),
        "of": [round(value, 2) for value in values],
    }


def ratio(one: Sequence[float], other: Sequence[float]) -> float:
    """Median by median, of figures that were taken in turns."""
    return round(statistics.median(one) / statistics.median(other), 2)
