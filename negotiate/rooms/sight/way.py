"""The steps of a procedure, for the bar on top of every page: which one a room is at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from negotiate.law.refusal import N_
from negotiate.law.words import Procedure, Stage

_S = Stage
# Each step with the stages that belong to it: a negotiation has too many to show them all.
_STEPS: Mapping[Procedure, tuple[tuple[str, tuple[Stage, ...]], ...]] = {
    Procedure.SIMPLIFIED: (
        (_S.WAITING.label, (_S.WAITING,)),
        (_S.CHECK_IN.label, (_S.CHECK_IN,)),
        (_S.IN_SESSION.label, (_S.IN_SESSION, _S.SUSPENDED)),
        (_S.SUMMED_UP.label, (_S.SUMMED_UP,)),
        (_S.SIGNED.label, (_S.SIGNED,)),
    ),
    Procedure.ORDINARY: (
        (N_("要约"), (_S.TO_OFFER, _S.OFFERED, _S.REFUSED)),
        (N_("定代表"), (_S.COMPOSING,)),
        (N_("准备"), (_S.PREPARING, _S.WAITING, _S.CHECK_IN)),
        (N_("协商"), (_S.IN_SESSION, _S.SUSPENDED, _S.DEADLOCKED)),
        (N_("合同草案"), (_S.DRAFTED,)),
        (N_("审议"), (_S.RATIFYING,)),
        (N_("签合同"), (_S.RATIFIED,)),
        (N_("报送审查"), (_S.SIGNED, _S.FILED, _S.OBJECTED)),
        (N_("公布履行"), (_S.EFFECTIVE, _S.PERFORMING)),
    ),
}


@dataclass(frozen=True, slots=True)
class Step:
    label: str
    state: str


@cache
def way(procedure: Procedure, stage: Stage) -> tuple[Step, ...]:
    """The steps of a procedure, with the one it stands at; past them all when it is over."""
    steps = _STEPS[procedure]
    at = next((n for n, (_, stages) in enumerate(steps) if stage in stages), len(steps))
    states = ("done", "now", "todo")
    return tuple(Step(label, states[(n > at) - (n < at) + 1]) for n, (label, _) in enumerate(steps))


def reached(steps: Iterable[Step]) -> int:
    """Which of them it is at, counted from 1: one more than there are when it is over."""
    return 1 + sum(step.state == "done" for step in steps)
