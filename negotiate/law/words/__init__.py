"""The vocabulary of a negotiation. Every word has a Chinese label."""

from negotiate.law.words.acts import Action
from negotiate.law.words.clocks import ClockKind, Count
from negotiate.law.words.effects import Effect
from negotiate.law.words.people import (
    DELEGATES,
    OF_A_SIDE,
    SEATED,
    SIGNERS,
    VOTERS,
    Capacity,
    Side,
)
from negotiate.law.words.procedures import Contract, Procedure, Scope
from negotiate.law.words.stages import UNCALLED, Stage, TermState
from negotiate.law.words.voting import Choice, Electorate, Means, Secrecy, SideRule
from negotiate.law.words.word import Word

__all__ = [
    "DELEGATES",
    "OF_A_SIDE",
    "SEATED",
    "SIGNERS",
    "UNCALLED",
    "VOTERS",
    "Action",
    "Capacity",
    "Choice",
    "ClockKind",
    "Contract",
    "Count",
    "Effect",
    "Electorate",
    "Means",
    "Procedure",
    "Scope",
    "Secrecy",
    "Side",
    "SideRule",
    "Stage",
    "TermState",
    "Word",
]
