"""A scenario's file, read into typed structures: an unknown word in it is an error."""

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from negotiate.law.words import Capacity, Choice, Contract, Procedure, Scope, Side

FOLDER = Path(__file__).parent


class MatterFacts(msgspec.Struct, forbid_unknown_fields=True):
    title: str
    kind: str
    raised_by: str
    raised_side: Side
    owner: str
    due_in_days: int
    summary: str = ""


class ScreeningFacts(msgspec.Struct, forbid_unknown_fields=True):
    answered_by: str
    note: str = ""
    contract: bool = False


class SeatFacts(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    post: str
    side: str
    capacity: Capacity
    woman: bool = False
    front_line: bool = False
    produced: str = ""


class TermFacts(msgspec.Struct, forbid_unknown_fields=True):
    title: str
    kind: str


class BoundFacts(msgspec.Struct, forbid_unknown_fields=True):
    """An enterprise that a sector's agreement will bind."""

    name: str
    head_count: int
    mandated_by: str
    mandated_days_ago: int
    mandate: str


class CongressFacts(msgspec.Struct, forbid_unknown_fields=True):
    """The congress that ratifies: how many delegates it has, and how many of them come."""

    size: int
    present: int


class Act(msgspec.Struct, forbid_unknown_fields=True):
    """One step. `no` and `abstain` name those who do not vote yes; `days` pass before it; `facts`
    are what only this kind of step has."""

    do: str
    by: str = ""
    term: str = ""
    value: dict[str, Any] = {}
    reason: str = ""
    content: str = ""
    no: list[str] = []
    abstain: list[str] = []
    days: int = 0
    facts: dict[str, Any] = {}

    def choice_of(self, name: str) -> Choice:
        if name in self.no:
            return Choice.NO
        return Choice.ABSTAIN if name in self.abstain else Choice.YES


class Story(msgspec.Struct, forbid_unknown_fields=True):
    """A meeting of the simplified procedure has `talks`, from the opening to the summing-up; a
    negotiation of the ordinary one has `acts`, from the offer on."""

    enterprise: str
    township: str
    place: str
    chair: str
    matter: MatterFacts
    screening: ScreeningFacts
    seats: list[SeatFacts]
    terms: list[TermFacts]
    talks: list[Act] = []
    procedure: Procedure = Procedure.SIMPLIFIED
    contract: Contract = Contract.GENERAL
    scope: Scope = Scope.ENTERPRISE
    employer_chief: str = ""
    bound: list[BoundFacts] = []
    congress: CongressFacts | None = None
    acts: list[Act] = []


def names() -> list[str]:
    """The scenarios there are."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def meetings() -> list[str]:
    """Those that are one meeting, of the simplified procedure."""
    return [name for name in names() if story(name).procedure is Procedure.SIMPLIFIED]


def story(name: str) -> Story:
    """The scenario of this name. Raises KeyError if there is none."""
    if name not in names():
        raise KeyError(name)
    return msgspec.convert(tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8")), Story)
