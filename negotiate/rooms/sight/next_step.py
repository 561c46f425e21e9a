"""The one obvious next step: what the room waits for, who must act, and with which button."""

from dataclasses import dataclass, field

from django.utils.translation import gettext

from negotiate.law.refusal import N_, Refused
from negotiate.law.roster import problems
from negotiate.law.words import Capacity, Side, SideRule, Stage, TermState
from negotiate.rooms.models import Version
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.polled import PollView
from negotiate.rooms.sight.seen import TermView


@dataclass(frozen=True, slots=True)
class NextStep:
    """`title` says what is due, `who` who must act, `why` what is still missing.

    With `order` the chair can do it: a path below the seat's page, reached by pressing a button
    (`post`) or by opening a page. `or_else` is the page of those who want it done otherwise.
    """

    title: str
    who: str = ""
    why: str = ""
    order: str = ""
    button: str = ""
    post: bool = True
    sides: tuple[Side, ...] = field(default=())
    or_else: str = ""

    @property
    def for_chair(self) -> bool:
        return self.who == CHAIR

    @property
    def for_proposal(self) -> bool:
        """Whether it is the delegates' turn to put something on the table."""
        return self.who == BOTH and not self.order


CHAIR = N_("主持人")
BOTH = N_("双方代表")
RECORDER = N_("记录员")
CHIEFS = N_("双方首席代表")
SIGNERS = N_("双方首席代表和记录员")


def next_step(board: Board) -> NextStep:
    """What the meeting waits for now."""
    by_stage = {
        Stage.WAITING: _waiting,
        Stage.CHECK_IN: _checking_in,
        Stage.IN_SESSION: _in_session,
        Stage.SUSPENDED: _suspended,
        Stage.SUMMED_UP: _summed_up,
        Stage.SIGNED: _signed,
        Stage.ESCALATED: _escalated,
    }
    return by_stage[board.stage](board)


def _waiting(board: Board) -> NextStep:
    found = problems([seat.member for seat in board.seats])
    if found:
        return NextStep(
            N_("编排双方席位"), CHAIR, _told(found[0]), "roster/", N_("编排席位"), post=False
        )
    if not board.terms:
        return NextStep(N_("增加条款"), CHAIR, "", "terms/add/", N_("增加条款"), post=False)
    return NextStep(N_("席位已编好，可以开始签到"), CHAIR, "", "open-check-in/", N_("开始签到"))


def _checking_in(board: Board) -> NextStep:
    absent = [chief.person.name for chief in board.chiefs() if chief.arrived_at is None]
    if absent:
        return NextStep(N_("等待首席代表签到"), gettext("、").join(absent))
    return NextStep(N_("双方首席代表已到，可以开会"), CHAIR, "", "begin/", N_("宣布开会"))


def _in_session(board: Board) -> NextStep:
    term = board.current
    if term is None and not any(term.state is TermState.AGREED for term in board.terms):
        return NextStep(N_("没有谈成的条款，请重新提上一条或增加条款"), CHAIR)
    if term is None:
        laid_aside = any(term.state is not TermState.AGREED for term in board.terms)
        why = N_("暂缓和撤回的条款不写进纪要。") if laid_aside else ""
        return NextStep(N_("可以归纳小结了"), CHAIR, why, "sum-up/", N_("归纳小结"))
    path = f"terms/{term.term.pk}/"
    if term.now is None or term.state is TermState.OPEN:
        return NextStep(N_("等待代表提出方案"), BOTH)
    gate = term.now.version.gate
    if gate == Version.Gate.PENDING:
        why = N_("新方案有数字变得对职工不利，须先复核是否减损职工权益。")
        return NextStep(
            N_("复核程序门槛"), CHAIR, why, f"{path}rescreen/", N_("去复核"), post=False
        )
    if gate == Version.Gate.BARRED:
        why = N_("这个方案减损职工权益，简易程序不能通过；请另提方案，或转入普通程序。")
        return NextStep(N_("等待另提方案"), BOTH, why)
    return _consent(board, term, path)


def _consent(board: Board, term: TermView, path: str) -> NextStep:
    unasked = tuple(side for side in Side if term.poll_of(side) is None)
    voting = [poll for poll in term.polls if poll.is_open]
    if voting:
        return _voting(board, voting)
    if term.is_refused:
        return NextStep(N_("等待代表提出新方案"), BOTH, _told(_who_refused(term)))
    must_ask = tuple(s for s in unasked if board.room.rule_of(s) is SideRule.POLL)
    if len(unasked) == len(Side) or must_ask:
        return _asking(path, unasked if len(unasked) == len(Side) else must_ask)
    silent = [c.name for c in term.confirmations if not c.confirmed]
    return NextStep(N_("等待首席代表在手机上确认同一份文本"), gettext("、").join(silent))


def _asking(path: str, sides: tuple[Side, ...]) -> NextStep:
    title, button = N_("还有一方没有表决"), N_("请这一方表决")
    if len(sides) == len(Side):
        title, button = N_("可以请双方各自表决了"), N_("请双方表决")
    return NextStep(title, CHAIR, "", f"{path}poll/", button, sides=sides, or_else=f"{path}ask/")


def _voting(board: Board, voting: list[PollView]) -> NextStep:
    """Who votes, who counts, who confirms the count; then whoever presides may close."""
    poll = min(voting, key=lambda poll: poll.waiting_for)
    title, who = N_("票已收齐，可以结束表决"), CHAIR
    awaited = [
        chief.person.name
        for chief in board.chiefs()
        if any(asked.count and asked.count.waits_for(chief.of) for asked in voting)
    ]
    if any(poll.waiting_for for poll in voting):
        staff = any(poll.asks_staff for poll in voting)
        title = N_("请在手机上投票") if staff else N_("请各位代表在手机上投票")
        who = BOTH if len(voting) == len(Side) else poll.side.label
    elif any(poll.is_uncounted for poll in voting):
        title, who = N_("请记录员清点票数，登记下来"), RECORDER
    elif awaited:
        title, who = N_("等待首席代表确认清点的票数"), gettext("、").join(awaited)
    close = f"polls/{poll.pk}/close/"
    return NextStep(title, who, "", close, N_("结束表决"), sides=(poll.side,))


def _who_refused(term: TermView) -> Refused:
    against = [p.side for p in term.polls if p.binding and p.passed is False]
    if len(against) == len(Side):
        return Refused("双方都没有通过这个方案。")
    return Refused("%(side)s没有通过这个方案。", side=(against[0].label,))


def _suspended(board: Board) -> NextStep:
    return NextStep(N_("休会中"), CHAIR, "", "resume/", N_("宣布复会"))


def _summed_up(board: Board) -> NextStep:
    recorder = any(s.capacity == Capacity.RECORDER and s.arrived_at for s in board.seats)
    return NextStep(N_("请看清全文，在手机上签署"), SIGNERS if recorder else CHIEFS)


def _signed(board: Board) -> NextStep:
    return NextStep(N_("已签署，文件已存档"))


def _escalated(board: Board) -> NextStep:
    return NextStep(N_("已转入普通程序，本会场到此为止"))


def _told(refusal: Refused) -> str:
    return refusal.told(gettext)
