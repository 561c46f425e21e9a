"""The shape of one row of a procedure's table."""

from collections.abc import Collection
from dataclasses import dataclass

from negotiate.law.words import Action, Capacity, Stage, TermState


@dataclass(frozen=True)
class Rule:
    """One row. No `stages`: the matter does not exist yet. No `terms`: not about a term."""

    action: Action
    who: frozenset[Capacity]
    stages: frozenset[Stage]
    terms: frozenset[TermState]
    leads_to: Stage | None
    article: str
    barred_to: Stage | None = None
    """Where the matter goes instead when the screening gate bars the simplified procedure."""
    term_to: TermState | None = None
    internal: bool = False
    """True for what follows from another act by itself: it has no button."""


def rule(
    action: Action,
    who: set[Capacity],
    stages: set[Stage],
    article: str,
    *,
    terms: Collection[TermState] = (),
    to: Stage | None = None,
    barred_to: Stage | None = None,
    term_to: TermState | None = None,
    internal: bool = False,
) -> Rule:
    """A row, with only what it needs spelled out."""
    groups = frozenset(who), frozenset(stages), frozenset(terms)
    return Rule(action, *groups, to, article, barred_to, term_to, internal)
