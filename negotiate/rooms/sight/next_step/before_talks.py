"""What the ordinary procedure waits for before a session, or when the talks do not succeed."""

from django.utils.translation import gettext

from negotiate.law.refusal import N_
from negotiate.law.words import Action, Capacity, ClockKind, Side
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.next_step.step import ORGANISER, NextStep


def to_offer(board: Board) -> NextStep:
    side = Side(board.room.offered_by)
    return NextStep(N_("发出要约书"), _chief(board, side), act=Action.OFFER, turn=side)


def offered(board: Board) -> NextStep:
    side = Side(board.room.offered_by).other
    who = _chief(board, side)
    if not any(clock.kind is ClockKind.REPLY for clock in board.clocks):
        why = N_("答复期限从签收那天算起。")
        return NextStep(N_("签收要约书"), who, why, act=Action.RECEIVE, turn=side)
    return NextStep(
        N_("书面答复要约"),
        who,
        act=Action.RESPOND,
        clock=ClockKind.REPLY,
        turn=side,
    )


def refused(board: Board) -> NextStep:
    side = Side(board.room.offered_by)
    return NextStep(
        N_("对方不同意协商：可以再次要约"), _chief(board, side), act=Action.OFFER, turn=side
    )


def composing(board: Board) -> NextStep:
    return NextStep(N_("产生双方协商代表，确定名单"), ORGANISER, act=Action.SETTLE_ROSTER)


def preparing(board: Board) -> NextStep:
    return NextStep(N_("做好会前准备，发出开会通知"), ORGANISER, act=Action.CALL)


def recorder(board: Board) -> NextStep:
    """Once the session is called: whom the chiefs want has left, or they have not said it yet."""
    if not any(seat.capacity == Capacity.RECORDER for seat in board.seats):
        why, button = N_("名单上还没有记录员，请会务先编一个席位。"), N_("编排席位")
        title = N_("补上记录员")
        return NextStep(title, ORGANISER, why, "roster/", button, post=False, act=Action.SEAT)
    said = {side for side, _ in board.recorder_words or ()}
    silent = [side for side in Side if side.value not in said]
    why = "" if silent else N_("双方首席代表想要的不是同一个人。")
    return NextStep(
        N_("双方首席代表共同确定记录员"),
        gettext("、").join(_chief(board, side) for side in silent or Side),
        why,
        act=Action.AGREE_RECORDER,
        turn=silent[0] if len(silent) == 1 else None,
    )


def deadlocked(board: Board) -> NextStep:
    return NextStep(
        N_("等待协调处理，登记结果"),
        ORGANISER,
        act=Action.COORDINATE,
        clock=ClockKind.COORDINATION,
    )


def ended(board: Board) -> NextStep:
    return NextStep(N_("协商已经终结"))


def _chief(board: Board, side: Side) -> str:
    """A side's chief by name; the side alone while it has none."""
    names = [chief.person.name for chief in board.chiefs() if chief.of is side]
    chief = gettext("%(side)s首席代表") % {"side": gettext(side.label)}
    return " ".join([chief, *names])
