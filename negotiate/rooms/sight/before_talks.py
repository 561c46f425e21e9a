"""What the pages before a session, and of talks that fail, add to a board: the offer, whom the
chiefs want as recorder, what is wrong with the composition, the deadlock. None of it is secret."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from negotiate.asked import Asked
from negotiate.law.words import Side, Stage
from negotiate.rooms.actions.calling import earliest
from negotiate.rooms.actions.composition import faults
from negotiate.rooms.actions.offering import article_of_reply
from negotiate.rooms.actions.presiding import MANNERS, article, manner
from negotiate.rooms.models import Deadlock, Offer, Reply, Room
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.facts import RoomView
from negotiate.rooms.sight.next_step.step import told
from negotiate.rooms.sight.questions import RECORDERS
from negotiate.rooms.sight.recorders import recorders_of

_OFFERS: Final = Asked(
    lambda room: Offer.objects.filter(room=room)
    .order_by("-number")
    .values_list(
        "number", "side", "matters", "purpose", "basis", "at", "place", "representatives",
        "materials", "materials_due", "sent_at", "sent_by", "received_at", "received_by",
        "received_how", "reply", "answer", "answered_at", "answered_by",
    )
)  # fmt: skip
_DEADLOCKS: Final = Asked(
    lambda room: (
        Deadlock.objects.filter(room=room)
        .order_by("-pk")
        .values_list("reason", "worker_last", "employer_last", "at", "extended_at", "result")
    )
)


@dataclass(frozen=True, slots=True)
class OfferView:
    """One offer with its reply, as `Offer` has them."""

    number: int
    side: Side
    matters: tuple[str, ...]
    purpose: str
    basis: str
    at: datetime
    place: str
    representatives: int
    materials: str
    materials_due: date | None
    sent_at: datetime
    sent_by: str
    received_at: datetime | None
    received_by: str
    received_how: str
    reply: str
    answer: str
    answered_at: datetime | None
    answered_by: str

    @property
    def reply_label(self) -> str:
        return Reply(self.reply).label if self.reply else ""

    @property
    def other(self) -> Side:
        return self.side.other


@dataclass(frozen=True, slots=True)
class DeadlockView:
    reason: str
    worker_last: str
    employer_last: str
    at: datetime
    extended_at: datetime | None
    result: str


def offers_of(room_id: int) -> tuple[OfferView, ...]:
    """The newest first."""
    return tuple(
        OfferView(number, Side(side), tuple(matters), *rest)
        for number, side, matters, *rest in _OFFERS.of(room_id)
    )


def _preparing(room: Room) -> dict[str, Any]:
    return {
        "faults": faults(room),
        "manner": MANNERS.get(manner(room), ""),
        "manner_article": article(room),
        "earliest": earliest(room),
    }


def _deadlocked(room: Room) -> dict[str, Any]:
    deadlocks = [DeadlockView(*row) for row in _DEADLOCKS.of(room.pk)]
    return {
        "deadlock": deadlocks[0] if deadlocks else None,
        "may_extend": room.rules.of("coordination_extension") is not None,
    }


# What a stage's page says besides the offer and the recorders: nothing is read for another's.
_SAYS: Final[Mapping[Stage, Callable[[Room], dict[str, Any]]]] = {
    Stage.TO_OFFER: lambda room: {},
    Stage.OFFERED: lambda room: {},
    Stage.REFUSED: lambda room: {"reply_article": article_of_reply(room, "")},
    Stage.COMPOSING: lambda room: {"faults": faults(room)},
    Stage.PREPARING: _preparing,
    Stage.DEADLOCKED: _deadlocked,
    Stage.ENDED: lambda room: {"ended_because": room.ended_because},
}


def before_talks_panel(room: RoomView) -> Callable[[Board], dict[str, Any]]:
    """Read once for all who look at the room; what each of them is shown."""
    says = _SAYS.get(room.is_at)
    if not room.offered_by or says is None:
        return lambda board: {}
    offers, words = offers_of(room.pk), RECORDERS.each([room.pk]).get(room.pk, ())
    facts = says(Room.objects.select_related("enterprise").get(pk=room.pk))
    facts["offer"] = offers[0] if offers else None
    wrong = facts.pop("faults", ())  # told in the language of whoever looks
    return lambda board: {**facts, **_seen(board, words), "faults": tuple(map(told, wrong))}


def _seen(board: Board, words: Sequence[tuple[Any, ...]]) -> dict[str, Any]:
    return {
        **recorders_of(board, words),
        "is_offering": board.side is not None and board.side == board.room.offered_by,
        "is_answering": board.side is not None and board.side.other == board.room.offered_by,
    }
