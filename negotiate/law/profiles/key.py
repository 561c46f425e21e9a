"""What one rule of a place may say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Count

TIMES: Final[Mapping[str, str]] = {count.value: count.label for count in Count}
PERSONS: Final[Mapping[str, str]] = {"persons": N_("人")}
COPIES: Final[Mapping[str, str]] = {"copies": N_("份")}
YEARS: Final[Mapping[str, str]] = {"years": N_("年")}
UNITS: Final[Mapping[str, str]] = {**TIMES, **PERSONS, **COPIES, **YEARS}


@dataclass(frozen=True)
class Key:
    """One rule: its name for people and what it means; then what it may say: a number in one of
    `units`, one of `words`, a `share` (numerator, denominator), or yes or no (`flag`). No place may
    ask less than what holds everywhere: a share of at most `most`, a flag that is `never_off`."""

    code: str
    label: str
    meaning: str
    units: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    share: bool = False
    flag: bool = False
    most: tuple[int, int] | None = None
    never_off: bool = False

    def require(self, value: Any, unit: str) -> None:
        """Raise Refused unless this rule can say that."""
        if isinstance(value, bool):
            fits = self.flag and not unit
        elif isinstance(value, int):
            fits = value > 0 and unit in self.units
        elif isinstance(value, str):
            fits = value in self.words and not unit
        else:
            fits = self.share and _is_share(value) and not unit
        if not fits:
            raise Refused(N_("“%(rule)s”不能这样填，请核对数值和单位。"), rule=(self.label,))
        if self._is_laxer(value):
            raise Refused(N_("“%(rule)s”各地都一样，不能放宽。"), rule=(self.label,))

    def _is_laxer(self, value: Any) -> bool:
        """Whether it is less than what holds everywhere."""
        if self.most and isinstance(value, list | tuple):
            part, whole = value
            return bool(part * self.most[1] > whole * self.most[0])
        return self.never_off and value is False


def _is_share(value: Any) -> bool:
    """Two whole numbers, the first no larger than the second."""
    if not isinstance(value, list | tuple) or len(value) != 2:
        return False
    part, whole = value
    return type(part) is int and type(whole) is int and 0 <= part <= whole and whole > 0
