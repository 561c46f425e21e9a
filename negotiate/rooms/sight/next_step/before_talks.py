"""What the ordinary procedure waits for before a session, or when the talks do not succeed."""

from negotiate.law.refusal import N_
from negotiate.law.words import Action, ClockKind
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.next_step.step import ORGANISER, NextStep

OFFERING = N_("要约方首席代表")
ANSWERING = N_("对方首席代表")


def to_offer(board: Board) -> NextStep:
    return NextStep(N_("发出要约书"), OFFERING, act=Action.OFFER)


def offered(board: Board) -> NextStep:
    return NextStep(N_("等待对方书面答复"), ANSWERING, act=Action.RESPOND, clock=ClockKind.REPLY)


def refused(board: Board) -> NextStep:
    return NextStep(N_("对方拒绝协商，可以再次要约"), OFFERING, act=Action.OFFER)


def composing(board: Board) -> NextStep:
    return NextStep(N_("产生双方协商代表"), ORGANISER, act=Action.SETTLE_ROSTER)


def preparing(board: Board) -> NextStep:
    return NextStep(N_("做好会前准备，发出开会通知"), ORGANISER, act=Action.CALL)


def deadlocked(board: Board) -> NextStep:
    return NextStep(
        N_("等待协调处理"), ORGANISER, act=Action.COORDINATE, clock=ClockKind.COORDINATION
    )


def ended(board: Board) -> NextStep:
    return NextStep(N_("协商已经终结"))
