"""The shape of one row of a procedure's table."""

from collections.abc import Collection
from dataclasses import dataclass

from negotiate.law.words import Action, Capacity, ClockKind, Procedure, Stage, TermState


@dataclass(frozen=True)
class Rule:
    """One row. No `stages`: the matter does not exist yet. No `terms`: not about a term.

    `otherwise` is where the matter goes when the act's answer is no: an offer refused, a draft
    rejected. `into` is the procedure that goes on from there; of a screening, only if the gate
    bars the simplified one. The act starts and meets the clocks of these kinds; `internal`: it
    follows from another act, or from a time that has run out, and has no button.
    """

    action: Action
    who: frozenset[Capacity]
    stages: frozenset[Stage]
    terms: frozenset[TermState]
    leads_to: Stage | None
    article: str
    otherwise: Stage | None = None
    into: Procedure | None = None
    term_to: TermState | None = None
    starts: frozenset[ClockKind] = frozenset()
    meets: frozenset[ClockKind] = frozenset()
    internal: bool = False


def rule(
    action: Action,
    who: Collection[Capacity],
    stages: Collection[Stage],
    article: str,
    *,
    terms: Collection[TermState] = (),
    to: Stage | None = None,
    otherwise: Stage | None = None,
    into: Procedure | None = None,
    term_to: TermState | None = None,
    starts: Collection[ClockKind] = (),
    meets: Collection[ClockKind] = (),
    internal: bool = False,
) -> Rule:
    """A row, with only what it needs spelled out."""
    return Rule(
        action,
        frozenset(who),
        frozenset(stages),
        frozenset(terms),
        to,
        article,
        otherwise,
        into,
        term_to,
        frozenset(starts),
        frozenset(meets),
        internal,
    )
