"""What a meeting of the simplified procedure waits for."""

from collections.abc import Callable, Mapping

from negotiate.law.refusal import N_
from negotiate.law.words import Action, Capacity, Stage
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.next_step import session
from negotiate.rooms.sight.next_step.step import (
    ATTENDING,
    ATTENDING_SIGNERS,
    CHAIR,
    CHIEFS,
    SIGNERS,
    NextStep,
    stamping,
)


def _summed_up(board: Board) -> NextStep:
    if board.hands.refused:
        return _unwilling(board)
    if board.hands.unstamped:
        return stamping()
    recorder = any(s.capacity == Capacity.RECORDER and s.arrived_at for s in board.seats)
    who = SIGNERS if recorder else CHIEFS
    if any(seat.capacity == Capacity.REPRESENTATIVE for seat in board.hands.asked):
        who = ATTENDING_SIGNERS if recorder else ATTENDING
    return NextStep(N_("请看清全文，在手机上签署"), who, act=Action.SIGN)


def _unwilling(board: Board) -> NextStep:
    """Somebody will not sign: what is left is the law's table's, and his to change his mind."""
    if board.hands.signed:
        title = N_("有人拒绝签署，可以转入普通程序")
        why = N_("已有人签署，不能再退回协商；拒绝的人改变主意，还可以签署。")
        return NextStep(title, CHAIR, why, act=Action.ESCALATE)
    title = N_("有人拒绝签署，可以退回协商或转入普通程序")
    why = N_("退回协商以后，谈定了重新归纳；拒绝的人改变主意，也还可以签署。")
    return NextStep(title, CHAIR, why, act=Action.RETURN)


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
