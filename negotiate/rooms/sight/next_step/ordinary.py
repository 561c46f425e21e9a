"""What a negotiation of the ordinary procedure waits for."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext

from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Action, ClockKind, Side, Stage
from negotiate.rooms.recorders import NEED_RECORDER
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.next_step import after_draft, before_talks, ratifying, session
from negotiate.rooms.sight.next_step.step import ORGANISER, NextStep, told

Step = Callable[[Board], NextStep]


def _of_both(step: Step) -> Step:
    """The step of a session, which stands still while a side has no chief (`chiefs.NEED_BOTH`)."""
    return lambda board: _vacant(board) or step(board)


def _recorded(step: Step) -> Step:
    """The step that nobody can take before it is agreed who keeps the record."""

    def found(board: Board) -> NextStep:
        due = step(board)
        lacks = due.act in NEED_RECORDER and board.lacks_recorder
        return before_talks.recorder(board) if lacks else due

    return found


def _vacant(board: Board) -> NextStep | None:
    there = [chief.of for chief in board.chiefs()]
    lacking = [side for side in Side if side not in there]
    if not lacking:
        return None
    why = Refused(
        "%(side)s首席代表出缺，补上以后才能继续协商。",
        side=gettext("、").join(gettext(side.label) for side in lacking),
    )
    return NextStep(
        N_("补上首席代表"),
        ORGANISER,
        told(why),
        "roster/",
        N_("编排席位"),
        post=False,
        act=Action.SEAT,
        clock=ClockKind.VACANCY,
    )


STEPS: Mapping[Stage, Step] = {
    Stage.TO_OFFER: before_talks.to_offer,
    Stage.OFFERED: before_talks.offered,
    Stage.REFUSED: before_talks.refused,
    Stage.COMPOSING: before_talks.composing,
    Stage.PREPARING: before_talks.preparing,
    Stage.WAITING: session.waiting,
    Stage.CHECK_IN: _recorded(session.checking_in),
    Stage.IN_SESSION: _of_both(session.in_session),
    Stage.SUSPENDED: _of_both(_recorded(session.suspended)),
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
