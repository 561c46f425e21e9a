"""What of a query is no word to look for, but a figure, a year or an industry: 师带徒 ≥ 1000 元
机械行业 2026年. What was understood is shown and can be taken back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from agreements.archive.grams import normalise
from agreements.archive.ranges import Range
from negotiate.people.industry_names import industries_called

_NUMBER: Final = r"(?P<{0}>-?\d[\d,]*(?:\.\d+)?)\s*(?P<{0}_times>万)?\s*"
_UNIT: Final = r"(?P<unit>元|%)"
_LEAST: Final = r"(?:≥|>=|⩾|不低于|不少于|至少|高于|超过|>)\s*"
_MOST: Final = r"(?:≤|<=|⩽|不高于|不超过|至多|低于|少于|<)\s*"
_FIGURE: Final = re.compile(
    "|".join(
        (
            rf"(?<![\d.]){_NUMBER.format('low')}元?\s*[-~到至]\s*{_NUMBER.format('high')}{_UNIT}",
            rf"{_LEAST}{_NUMBER.format('least')}(?P<least_unit>元|%)?",
            rf"{_MOST}{_NUMBER.format('most')}(?P<most_unit>元|%)?",
        )
    )
)
_QUOTED: Final = re.compile(r"([\"“”「][^\"“”」]*[\"“”」]?)")  # as asked.py reads a phrase
_YEAR: Final = re.compile(r"(?<!\S)(20\d\d)年?(?!\S)")
_INDUSTRY: Final = re.compile(r"(?<!\S)((?:[^\W\d]|、)+?)(?:行业|业)(?!\S)")


@dataclass
class Understood:
    """`rest`: the query without what was understood."""

    rest: str
    figures: list[Range] = field(default_factory=list)
    years: list[str] = field(default_factory=list)
    industries: list[str] = field(default_factory=list)

    def figure(self, said: re.Match[str]) -> str:
        least, most = _number(said, "low", "least"), _number(said, "high", "most")
        unit = said["unit"] or said["least_unit"] or said["most_unit"] or ""
        self.figures.append(Range(unit=unit, least=least, most=most))
        return " "

    def year(self, said: re.Match[str]) -> str:
        self.years.append(said[1])
        return " "

    def industry(self, said: re.Match[str]) -> str:
        """What is called so: 机械业, 纺织行业, 制造业."""
        meant = industries_called(said[1])
        self.industries += (one.value for one in meant if one.value not in self.industries)
        return " " if meant else said[0]


def understand(query: str) -> Understood:
    """Take figures, years and industries out of a query, but for what stands in quotation marks."""
    said = Understood("")
    parts = _QUOTED.split(normalise(query))
    parts[::2] = [_taken(said, part) for part in parts[::2]]
    said.rest = " ".join("".join(parts).split())
    return said


def _taken(said: Understood, part: str) -> str:
    part = _YEAR.sub(said.year, _FIGURE.sub(said.figure, part))
    return _INDUSTRY.sub(said.industry, part)


def _number(said: re.Match[str], *names: str) -> Decimal | None:
    for name in names:
        if said[name]:
            times = 10_000 if said[f"{name}_times"] else 1
            return Decimal(said[name].replace(",", "")) * times
    return None
