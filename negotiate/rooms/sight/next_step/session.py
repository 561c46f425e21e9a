"""What a session waits for, under either procedure."""

from django.utils.translation import gettext

from negotiate.law.refusal import N_, Refused
from negotiate.law.roster import problems, unsettled
from negotiate.law.words import Action, ClockKind, Procedure, Side, SideRule, TermState
from negotiate.rooms.models import Version
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.next_step.counting import waits_for_count
from negotiate.rooms.sight.next_step.step import BOTH, CHAIR, NextStep, told
from negotiate.rooms.sight.poll_view import PollView
from negotiate.rooms.sight.seen import TermView


def waiting(board: Board) -> NextStep:
    simplified = board.room.goes_by is Procedure.SIMPLIFIED
    seated = [seat.member for seat in board.seats]
    found = problems(seated) if simplified else unsettled(seated)
    if found:
        return NextStep(
            N_("编排双方席位"),
            CHAIR,
            told(found[0]),
            "roster/",
            N_("编排席位"),
            post=False,
            act=Action.SEAT,
        )
    if not board.terms:
        add = Action.ADD_TERM
        return NextStep(
            N_("增加条款"), CHAIR, "", "terms/add/", N_("增加条款"), post=False, act=add
        )
    title, button = N_("席位已编好，可以开始签到"), N_("开始签到")
    return NextStep(title, CHAIR, "", "open-check-in/", button, act=Action.OPEN_CHECK_IN)


def checking_in(board: Board) -> NextStep:
    absent = [chief.person.name for chief in board.chiefs() if chief.arrived_at is None]
    if absent:
        names = gettext("、").join(absent)
        return NextStep(N_("等待首席代表签到"), names, act=Action.CHECK_IN_SELF)
    title, button = N_("双方首席代表已到，可以开会"), N_("宣布开会")
    return NextStep(title, CHAIR, "", "begin/", button, act=Action.BEGIN)


def in_session(board: Board) -> NextStep:
    term = board.current
    if term is None and not any(term.state is TermState.AGREED for term in board.terms):
        return NextStep(N_("没有谈成的条款，请重新提上一条或增加条款"), CHAIR)
    if term is None and board.room.goes_by is Procedure.ORDINARY:
        title, button = N_("可以形成合同草案了"), N_("形成合同草案")
        return NextStep(title, CHAIR, "", "draft/", button, post=False, act=Action.SUM_UP)
    if term is None:
        laid_aside = any(term.state is not TermState.AGREED for term in board.terms)
        why = N_("暂缓和撤回的条款不写进纪要。") if laid_aside else ""
        title, button = N_("可以归纳小结了"), N_("归纳小结")
        return NextStep(title, CHAIR, why, "sum-up/", button, act=Action.SUM_UP)
    path = f"terms/{term.term.pk}/"
    if term.now is None or term.state is TermState.OPEN:
        return NextStep(N_("等待代表提出方案"), BOTH, act=Action.PROPOSE)
    gate = term.now.version.gate
    if gate == Version.Gate.PENDING:
        why = N_("新方案有数字变得对职工不利，须先复核是否减损职工权益。")
        if term.now.unshown:
            why = N_("新方案有该写明的没有写明，须先复核是否减损职工权益。")
        return NextStep(
            N_("复核程序门槛"),
            CHAIR,
            why,
            f"{path}rescreen/",
            N_("去复核"),
            post=False,
            act=Action.RESCREEN,
        )
    if gate == Version.Gate.BARRED:
        why = N_("这个方案减损职工权益，简易程序不能通过；请另提方案，或转入普通程序。")
        return NextStep(N_("等待另提方案"), BOTH, why, act=Action.PROPOSE)
    return _consent(board, term, path)


def _consent(board: Board, term: TermView, path: str) -> NextStep:
    unasked = () if board.is_ripe(term) else _unasked(term)
    voting = [poll for poll in term.polls if poll.is_open]
    if voting:
        return _voting(board, voting)
    if term.is_refused:
        return NextStep(
            N_("等待代表提出新方案"), BOTH, told(_who_refused(term)), act=Action.PROPOSE
        )
    must_ask = tuple(s for s in unasked if board.room.rule_of(s) is SideRule.POLL)
    if len(unasked) == len(Side) or must_ask:
        return _asking(path, unasked if len(unasked) == len(Side) else must_ask)
    title, awaits = N_("等待首席代表在手机上确认同一份文本"), [term]
    if term.package:
        title = N_("等待首席代表在手机上同意整包")
        awaits = [other for other in board.terms if other.package == term.package]
    words = [word for each in awaits for word in each.confirmations if not word.confirmed]
    names = gettext("、").join(dict.fromkeys(word.name for word in words))
    return NextStep(title, names, act=Action.CONFIRM)


def _unasked(term: TermView) -> tuple[Side, ...]:
    return tuple(side for side in Side if term.poll_of(side) is None)


def _asking(path: str, sides: tuple[Side, ...]) -> NextStep:
    title, button = N_("还有一方没有表决"), N_("请这一方表决")
    if len(sides) == len(Side):
        title, button = N_("可以请双方各自表决了"), N_("请双方表决")
    return NextStep(
        title,
        CHAIR,
        "",
        f"{path}poll/",
        button,
        sides=sides,
        or_else=f"{path}ask/",
        act=Action.OPEN_POLL,
    )


def _voting(board: Board, voting: list[PollView]) -> NextStep:
    """Who votes, who counts, who confirms the count; then whoever presides may close."""
    poll = min(voting, key=lambda poll: poll.waiting_for)
    title, who = waits_for_count(board, voting) or (N_("票已收齐，可以结束表决"), CHAIR)
    if any(poll.waiting_for for poll in voting):
        staff = any(poll.asks_staff for poll in voting)
        title = N_("请在手机上投票") if staff else N_("请各位代表在手机上投票")
        who = BOTH if len(voting) == len(Side) else poll.side.label
    close = f"polls/{poll.pk}/close/"
    return NextStep(
        title, who, "", close, N_("结束表决"), sides=(poll.side,), act=Action.CLOSE_POLL
    )


def _who_refused(term: TermView) -> Refused:
    against = [p.side for p in term.polls if p.binding and p.passed is False]
    if len(against) == len(Side):
        return Refused("双方都没有通过这个方案。")
    return Refused("%(side)s没有通过这个方案。", side=(against[0].label,))


def suspended(board: Board) -> NextStep:
    return NextStep(
        N_("休会中"),
        CHAIR,
        "",
        "resume/",
        N_("宣布复会"),
        act=Action.RESUME,
        clock=ClockKind.SUSPENSION,
    )
