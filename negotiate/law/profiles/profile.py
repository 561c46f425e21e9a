"""A place's rules as values that are named, measured and sourced."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from negotiate.law.tally import BallotRule, Base, Threshold
from negotiate.law.words import ClockKind, Contract, Count


@dataclass(frozen=True)
class Value:
    """One rule. `value` is a number, a word or true/false; a share is (numerator, denominator).

    `article` is the act and its article. What is not `verified` could not be read in the text
    itself: it is shown as such until somebody has looked it up, `checked_by` and `checked_on`.
    """

    value: int | str | bool | tuple[int, int]
    article: str
    unit: str = ""
    verified: bool = True
    note: str = ""
    checked_by: str = ""
    checked_on: str = ""


@dataclass(frozen=True)
class Duration:
    """A time that the law gives. `article` says where it stands; see `Value` for the rest."""

    amount: int
    count: Count
    article: str
    verified: bool


@dataclass(frozen=True)
class Profile:
    """The rules of one place, and its act. What it has no value for, no act states."""

    code: str
    name: str
    values: Mapping[str, Value]
    act: str = ""

    def of(self, key: str) -> Value | None:
        return self.values.get(key)

    def says(self, key: str) -> Any:
        """The value alone, or None."""
        found = self.values.get(key)
        return found.value if found else None

    def duration(self, kind: ClockKind, contract: str = "") -> Duration | None:
        """How long a clock of this kind runs, for a contract on wages perhaps otherwise; None
        where the act states none."""
        special = f"{kind}_wages" if contract == Contract.WAGES else ""
        return self.time(special) or self.time(kind)

    def time(self, key: str) -> Duration | None:
        """The value as a time, if it is one."""
        value = self.values.get(key)
        if value is None or type(value.value) is not int:
            return None
        return Duration(value.value, Count(value.unit), value.article, value.verified)

    def ratification_rule(self) -> BallotRule:
        """How a ratification is counted: against the whole roll, whatever the place."""
        attendance = self.says("attendance")
        return BallotRule(
            Threshold(self.says("approval") or Threshold.MORE_THAN_HALF),
            Base.ROLL,
            tuple(attendance) if attendance else None,
        )

    def with_values(self, changed: Mapping[str, Value]) -> "Profile":
        """The same place with some rules filled in or changed. What is changed is ruled on for
        every contract: the special rule for wages that stood beside it holds no more."""
        dropped = {f"{key}_wages" for key in changed}
        kept = {key: value for key, value in self.values.items() if key not in dropped}
        return replace(self, values={**kept, **changed})

    def plain(self) -> dict[str, Any]:
        """As JSON keeps it: a meeting keeps the rules it began under."""
        values = {key: asdict(value) for key, value in self.values.items()}
        return {"code": self.code, "name": self.name, "values": values, "act": self.act}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Profile":
        """What `plain` has made. Raises KeyError or TypeError for anything else."""
        values = {key: value_of(**facts) for key, facts in plain["values"].items()}
        return cls(plain["code"], plain["name"], values, plain.get("act", ""))


def value_of(value: Any, **facts: Any) -> Value:
    """A value as a file has it: a share is a list there."""
    return Value(tuple(value) if isinstance(value, list) else value, **facts)
