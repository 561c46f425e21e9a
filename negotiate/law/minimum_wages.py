"""Local minimum wages as dated data with their source, read from the file beside this one."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True)
class MinimumWage:
    """What holds from the day `since` until a newer figure does, in yuan: `monthly` for full-time
    work, `hourly` for part-time work where a figure is known. What is not `verified` was not read
    in the notice itself; `newer` is such a figure that would hold instead, once it is."""

    monthly: Decimal
    hourly: Decimal | None
    since: date
    source: str
    verified: bool
    newer: "MinimumWage | None" = None


@dataclass(frozen=True)
class Region:
    """Places with one and the same minimum wage."""

    name: str
    figures: tuple[MinimumWage, ...]


@cache
def regions() -> Mapping[str, Region]:
    """The regions of which a notice is known, by their codes."""
    facts = tomllib.loads(FILE.read_text("utf-8"))
    return {
        code: Region(region["name"], tuple(_figure(**given) for given in region["figures"]))
        for code, region in facts.items()
    }


def _figure(
    since: date, monthly: str, source: str, hourly: str = "", verified: bool = True
) -> MinimumWage:
    an_hour = Decimal(hourly) if hourly else None
    return MinimumWage(Decimal(monthly), an_hour, since, source, verified)


def on_day(figures: Iterable[MinimumWage], day: date) -> MinimumWage | None:
    """The figure that holds on a day: the newest that has begun by then, the later one of two of
    the same day."""
    begun = [figure for figure in figures if figure.since <= day]
    return max(reversed(begun), key=lambda figure: figure.since, default=None)
