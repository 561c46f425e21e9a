"""What the ordinary procedure waits for from the draft to the end of the contract."""

from negotiate.law.refusal import N_
from negotiate.law.sources import national
from negotiate.law.words import Action, ClockKind
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.next_step.step import CHIEFS, ORGANISER, NextStep, stamping


def drafted(board: Board) -> NextStep:
    return NextStep(N_("双方首席代表签署草案"), CHIEFS, act=Action.INITIAL)


def ratified(board: Board) -> NextStep:
    if board.hands.refused:
        title = N_("有人拒绝签订，可以撤回草案重谈或终结协商")
        why = N_("撤回以后，新的草案重新提交审议；拒绝的人改变主意，也还可以签订。")
        return NextStep(title, ORGANISER, why, act=Action.RECALL)
    if board.hands.unstamped:
        return stamping()
    return NextStep(N_("双方首席代表签订合同"), CHIEFS, act=Action.SIGN)


def signed(board: Board) -> NextStep:
    return NextStep(
        N_("报送人力资源社会保障部门审查"), ORGANISER, act=Action.FILE, clock=ClockKind.FILING
    )


def filed(board: Board) -> NextStep:
    if not any(clock.kind is ClockKind.EFFECT for clock in board.clocks):
        why = N_("审查异议期从收件那天算起。")
        title = N_("登记人社部门收到合同的日期")
        return NextStep(title, ORGANISER, why, act=Action.ACKNOWLEDGE)
    title, who = N_("等待审查，到期没有异议就生效"), N_("人力资源社会保障部门")
    return NextStep(title, who, act=Action.OBJECT, clock=ClockKind.EFFECT)


def objected(board: Board) -> NextStep:
    return NextStep(N_("就审查意见重新协商"), ORGANISER, act=Action.ANSWER_OBJECTION)


def effective(board: Board) -> NextStep:
    return NextStep(
        N_("向全体职工公布"), ORGANISER, act=Action.PUBLISH, clock=ClockKind.PUBLICATION
    )


def performing(board: Board) -> NextStep:
    return NextStep(N_("合同履行中"), article=national("第三十八条"))


def superseded(board: Board) -> NextStep:
    return NextStep(N_("已由新合同代替，本合同不再执行"), article=national("第三十九条"))


def terminated(board: Board) -> NextStep:
    return NextStep(N_("双方同意，合同已经终止"), article=national("第三十九条"))


def expired(board: Board) -> NextStep:
    return NextStep(N_("合同已经期满"), article=national("第三十八条"))
