"""What a negotiation of the ordinary procedure waits for."""

from collections.abc import Callable, Mapping

from negotiate.law.words import Stage
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.next_step import after_draft, before_talks, ratifying, session
from negotiate.rooms.sight.next_step.step import NextStep

STEPS: Mapping[Stage, Callable[[Board], NextStep]] = {
    Stage.TO_OFFER: before_talks.to_offer,
    Stage.OFFERED: before_talks.offered,
    Stage.REFUSED: before_talks.refused,
    Stage.COMPOSING: before_talks.composing,
    Stage.PREPARING: before_talks.preparing,
    Stage.WAITING: session.waiting,
    Stage.CHECK_IN: session.checking_in,
    Stage.IN_SESSION: session.in_session,
    Stage.SUSPENDED: session.suspended,
    Stage.DEADLOCKED: before_talks.deadlocked,
    Stage.DRAFTED: after_draft.drafted,
    Stage.RATIFYING: ratifying.ratifying,
    Stage.RATIFIED: after_draft.ratified,
    Stage.SIGNED: after_draft.signed,
    Stage.FILED: after_draft.filed,
    Stage.OBJECTED: after_draft.objected,
    Stage.EFFECTIVE: after_draft.effective,
    Stage.PERFORMING: after_draft.performing,
    Stage.SUPERSEDED: after_draft.superseded,
    Stage.TERMINATED: after_draft.terminated,
    Stage.EXPIRED: after_draft.expired,
    Stage.ENDED: before_talks.ended,
}
