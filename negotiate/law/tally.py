"""Counting a ballot in integers, with the arithmetic kept for everyone to read."""

from dataclasses import dataclass
from typing import Final

from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Word

LEAST_COUNTED: Final = 5  # votes: the figures of fewer could tell who chose what


class Threshold(Word):
    """以上 includes the number itself (民法典 1259), 过 does not."""

    MORE_THAN_HALF = "more_than_half", N_("过半数")
    HALF_OR_MORE = "half_or_more", N_("半数以上")


class Base(Word):
    """Whom the yes votes are held against."""

    ROLL = "roll", N_("应到")
    PRESENT = "present", N_("实到")
    CAST = "cast", N_("表决")


@dataclass(frozen=True)
class BallotRule:
    """`attendance` is the least present share of the roll, as (numerator, denominator)."""

    threshold: Threshold
    base: Base
    attendance: tuple[int, int] | None = None


WHOLE_ROLL = BallotRule(Threshold.MORE_THAN_HALF, Base.ROLL, (2, 3))
SIDE_POLL = BallotRule(Threshold.MORE_THAN_HALF, Base.ROLL)


@dataclass(frozen=True)
class Step:
    """One figure; with a `relation` it is a test against `bound`, met or not."""

    label: str
    figure: int
    relation: str = ""
    bound: int | None = None
    met: bool | None = None

    @property
    def text(self) -> str:
        if self.met is None:
            return f"{self.label} {self.figure}"
        if self.met:
            return f"{self.label} {self.figure} {self.relation} {self.bound} ✓"
        return f"{self.label} {self.figure}（须 {self.relation} {self.bound}）✗"


@dataclass(frozen=True)
class Verdict:
    passed: bool
    steps: tuple[Step, ...]

    @property
    def text(self) -> str:
        """应到 180 实到 131 ≥ 120 ✓ 同意 96 > 90 ✓ 通过"""
        outcome = N_("通过") if self.passed else N_("未通过")
        return " ".join((*(step.text for step in self.steps), outcome))


def tally(roll: int, present: int, yes: int, no: int, abstain: int, rule: BallotRule) -> Verdict:
    """The verdict on these counts. Raises Refused for counts that contradict each other."""
    _require_counts(roll, present, yes, no, abstain)
    steps = [Step(N_("应到"), roll)]
    if rule.attendance:
        share, whole = rule.attendance
        met = present * whole >= roll * share
        steps.append(Step(N_("实到"), present, "≥", least_present(roll, rule), met))
    elif rule.base is Base.PRESENT:
        steps.append(Step(N_("实到"), present))
    cast = yes + no + abstain
    if rule.base is Base.CAST:
        steps.append(Step(N_("表决"), cast))
    base = {Base.ROLL: roll, Base.PRESENT: present, Base.CAST: cast}[rule.base]
    steps.append(_approval(yes, base, rule.threshold))
    return Verdict(all(step.met is not False for step in steps), tuple(steps))


def least_present(roll: int, rule: BallotRule) -> int:
    """The least whole number of people that satisfies the test; 0 where there is none."""
    share, whole = rule.attendance or (0, 1)
    return -(-roll * share // whole)


def _approval(yes: int, base: int, threshold: Threshold) -> Step:
    if threshold is Threshold.MORE_THAN_HALF:
        return Step(N_("同意"), yes, ">", base // 2, yes * 2 > base)
    # Nobody's silence is a yes: half of nothing still needs one vote.
    return Step(N_("同意"), yes, "≥", max(1, -(-base // 2)), yes > 0 and yes * 2 >= base)


def _require_counts(roll: int, present: int, yes: int, no: int, abstain: int) -> None:
    for count in (roll, present, yes, no, abstain):
        if type(count) is not int or count < 0:
            raise Refused(N_("人数和票数只能是不小于零的整数。"))
    if roll == 0:
        raise Refused(N_("名册上没有人，不能表决。"))
    if present > roll:
        raise Refused(
            N_("实到 %(present)s 人多于应到 %(roll)s 人，请核对。"), present=present, roll=roll
        )
    if yes + no + abstain > present:
        raise Refused(
            N_("票数 %(cast)s 多于实到 %(present)s 人，请核对。"),
            cast=yes + no + abstain,
            present=present,
        )
