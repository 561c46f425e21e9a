"""What a meeting of the simplified procedure waits for."""

from collections.abc import Callable, Mapping

from negotiate.law.refusal import N_
from negotiate.law.words import Action, Capacity, Stage
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.next_step import session
from negotiate.rooms.sight.next_step.step import CHIEFS, SIGNERS, NextStep


def _summed_up(board: Board) -> NextStep:
    recorder = any(s.capacity == Capacity.RECORDER and s.arrived_at for s in board.seats)
    who = SIGNERS if recorder else CHIEFS
    return NextStep(N_("请看清全文，在手机上签署"), who, act=Action.SIGN)


def _signed(board: Board) -> NextStep:
    return NextStep(N_("已签署，文件已存档"))


STEPS: Mapping[Stage, Callable[[Board], NextStep]] = {
    Stage.WAITING: session.waiting,
    Stage.CHECK_IN: session.checking_in,
    Stage.IN_SESSION: session.in_session,
    Stage.SUSPENDED: session.suspended,
    Stage.SUMMED_UP: _summed_up,
    Stage.SIGNED: _signed,
}
