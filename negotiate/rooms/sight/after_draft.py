"""What the pages of a contract add to a board: its term, its filing, what was objected to, where it
is published, who would end it, what follows it. None of it is secret."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from negotiate import moment
from negotiate.asked import Asked
from negotiate.law import clocks, lasting
from negotiate.law.enclosed import Enclosure
from negotiate.law.words import Action, ClockKind, Procedure, Side, Stage
from negotiate.rooms.actions.filing import copies_of, pack_of
from negotiate.rooms.actions.following import OVER
from negotiate.rooms.models import Draft, EndWord, FollowUp, Objection, Room
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.facts import RoomView

_S = Stage
STAGES: Final = frozenset(
    {
        *(_S.DRAFTED, _S.RATIFIED, _S.SIGNED, _S.FILED, _S.OBJECTED),
        *(_S.EFFECTIVE, _S.PERFORMING, _S.SUPERSEDED, _S.TERMINATED, _S.EXPIRED),
    }
)
_DRAFT: Final = Asked(
    lambda room: (
        Draft.objects.filter(room=room)
        .order_by("-number")
        .values_list(
            "number", "starts_on", "ends_on", "signed_on", "effective_on", "filing__filed_on",
            "filing__authority", "filing__copies", "filing__received_on", "filing__receipt",
            "publication__published_on", "publication__place",
        )[:1]
    )
)  # fmt: skip
_OBJECTED: Final = Asked(
    lambda room: (
        Objection.objects.filter(filing__draft__room=room)
        .order_by("-pk", "terms__pk")
        .values_list("pk", "objected_on", "text", "terms__title")
    )
)
_END_WORDS: Final = Asked(
    lambda room: (
        EndWord.objects.filter(room=room)
        .order_by("at")
        .values_list("side", "seat__person__name", "reason")
    )
)
_FOLLOWED: Final = Asked(
    lambda room: (
        FollowUp.objects.filter(room=room)
        .order_by("-pk")
        .values_list(
            "kind", "side", "reason", "on", "matter__stage", "matter__agenda_item__room__stage"
        )[:1]
    )
)


@dataclass(frozen=True, slots=True)
class ContractView:
    """The newest text of the contract, as `Draft`, `Filing` and `Publication` have it."""

    number: int
    starts_on: date
    ends_on: date
    signed_on: date | None
    effective_on: date | None
    filed_on: date | None
    authority: str | None
    copies: int | None
    received_on: date | None
    receipt: str | None
    published_on: date | None
    published_in: str | None


@dataclass(frozen=True, slots=True)
class ObjectionView:
    objected_on: date
    text: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EndWordView:
    side: Side
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class FollowUpView:
    """`stage`: how far it has come."""

    kind: Action
    side: Side
    reason: str
    on: date
    stage: Stage

    @property
    def is_given_up(self) -> bool:
        return self.stage in OVER


def _signed(room: Room, contract: ContractView) -> dict[str, Any]:
    pack = tuple(one.label for one in pack_of(room) if one is not Enclosure.CONTRACT)
    return {"copies": copies_of(room), "pack": pack}


def _filed(room: Room, contract: ContractView) -> dict[str, Any]:
    """Until when the authority may object."""
    effect = room.rules.duration(ClockKind.EFFECT, room.contract)
    received = contract.received_on
    return {"objections_until": clocks.due(received, effect).day if received and effect else None}


def _objected(room: Room, contract: ContractView) -> dict[str, Any]:
    rows = _OBJECTED.of(room.pk)
    newest = [row for row in rows if row[0] == rows[0][0]]
    if not newest:
        return {}
    _, objected_on, text, _ = newest[0]
    titles = tuple(title for *_, title in newest)
    return {"objection": ObjectionView(objected_on, text, titles)}


def _ending(room: Room, contract: ContractView) -> dict[str, Any]:
    words = tuple(EndWordView(Side(side), *rest) for side, *rest in _END_WORDS.of(room.pk))
    return {"end_words": words}


def _in_force(room: Room, contract: ContractView) -> dict[str, Any]:
    """What follows it, and from when on renewal may be asked for."""
    rules = room.rules
    renewal = rules.duration(ClockKind.RENEWAL, room.contract)
    opens = lasting.renewal_opens(rules, room.contract, contract.ends_on)
    return {
        **_ending(room, contract),
        "follow_up": _follow_up(room.pk),
        "renewal_opens": opens,
        "renewal_article": renewal.article if renewal else "",
        "may_renew_now": opens is None or moment.today() >= opens,
    }


def _follow_up(room: int) -> FollowUpView | None:
    for kind, side, reason, on, of_matter, of_room in _FOLLOWED.of(room):
        return FollowUpView(Action(kind), Side(side), reason, on, Stage(of_room or of_matter))
    return None


# What a stage's page says besides the contract itself: nothing is read for another's.
_SAYS: Final[Mapping[Stage, Callable[[Room, ContractView], dict[str, Any]]]] = {
    Stage.SIGNED: _signed,
    Stage.FILED: _filed,
    Stage.OBJECTED: _objected,
    Stage.EFFECTIVE: _in_force,
    Stage.PERFORMING: _in_force,
    Stage.TERMINATED: _ending,
}


def after_draft_panel(room: RoomView) -> Callable[[Board], dict[str, Any]]:
    """Read once for all who look at the room; what each of them is shown."""
    if room.goes_by is not Procedure.ORDINARY or room.is_at not in STAGES:
        return lambda board: {}
    drafts = [ContractView(*row) for row in _DRAFT.of(room.pk)]
    if not drafts:
        return lambda board: {}
    kept, says = Room.objects.select_related("enterprise").get(pk=room.pk), _SAYS.get(room.is_at)
    facts: dict[str, Any] = {
        "contract": drafts[0],
        "contract_kind": kept.get_contract_display(),
    }
    facts |= says(kept, drafts[0]) if says else {}
    words = facts.get("end_words", ())
    return lambda board: {**facts, "i_would_end": any(word.side is board.side for word in words)}
