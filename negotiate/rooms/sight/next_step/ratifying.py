"""What a draft waits for while it is before the congress or the staff."""

from django.utils.translation import gettext

from negotiate.law.ratifying import BODIES
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Action
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.next_step.counting import waits_for_count
from negotiate.rooms.sight.next_step.step import ORGANISER, NextStep, told
from negotiate.rooms.sight.ratified import ItemView, RatificationFacts, RatificationView

FEW = 3  # names of enterprises told in one line


def ratifying(board: Board) -> NextStep:
    """One body is led item by item; of a set each enterprise goes its own way."""
    if not board.ratifications:
        title, button = N_("召开职代会或职工大会审议草案"), N_("召开审议")
        return NextStep(
            title, ORGANISER, "", "ratification/open/", button, False, act=Action.OPEN_RATIFICATION
        )
    waiting = [of for of in board.ratifications if not of.facts.is_decided]
    if not waiting:
        return _concluding(board)
    if waiting[0].facts.bound:
        return _set(waiting, len(board.ratifications))
    return _single(board, waiting[0])


def _concluding(board: Board) -> NextStep:
    title, button, why = N_("审议完了，可以公布结果"), N_("公布审议结果"), N_("全部通过。")
    if any(of.facts.state == "rejected" for of in board.ratifications):
        why = N_("有条款没有通过：公布以后退回协商，没有通过的条款重新提上。")
    return NextStep(title, ORGANISER, why, "conclude/", button, act=Action.CONCLUDE)


def _set(waiting: list[RatificationView], all_: int) -> NextStep:
    names = tuple(of.facts.name for of in waiting[:FEW])
    told_of = names if len(waiting) <= FEW else (*names[:-1], names[-1] + gettext("等"))
    why = Refused(
        "%(all)s 家企业都通过才算通过，还有 %(count)s 家没有审议完：%(names)s。",
        all=all_,
        count=len(waiting),
        names=told_of,
    )
    has_rolls = any(of.facts.roll for of in waiting)
    return NextStep(
        N_("各企业分别审议草案"),
        ORGANISER,
        told(why),
        "" if has_rolls else "staff/",
        N_("去导入名册"),
        post=False,
        act=Action.RECORD_RATIFICATION,
    )


def _single(board: Board, of: RatificationView) -> NextStep:
    if of.facts.is_gathering and of.facts.missing:
        return _gathering(of.facts)
    if of.now:
        return _voting(board, of, of.now)
    item = of.next
    assert item is not None  # noqa: S101  all voted on is decided
    title = N_("可以逐条表决了") if of.facts.is_gathering else N_("这一条表决完了，接着表决下一条")
    why = N_("开始以后再签到的人，这次不能投票。") if of.facts.is_gathering else ""
    return NextStep(
        title,
        ORGANISER,
        why,
        f"ratifications/{of.facts.pk}/items/{item.term.term.pk}/open/",
        gettext("开始表决：") + item.term.term.title,
        act=Action.OPEN_ITEM,
        article=of.facts.article,
    )


def _gathering(of: RatificationFacts) -> NextStep:
    if not of.roll:
        title, button = N_("导入审议的名册"), N_("去导入名册")
        return NextStep(title, ORGANISER, "", "staff/", button, False, act=Action.ENROL)
    why = Refused(
        "应到 %(roll)s 人，实到 %(present)s 人，须 ≥ %(least)s 人，还差 %(missing)s 人。",
        roll=of.roll,
        present=of.present,
        least=of.least,
        missing=of.missing,
    )
    who = BODIES[of.body][1]
    return NextStep(
        N_("等待签到，到会人数够了才能表决"),
        who,
        told(why),
        article=of.article,
    )


def _voting(board: Board, of: RatificationView, item: ItemView) -> NextStep:
    poll = item.poll
    assert poll is not None  # noqa: S101  it is open
    title, who = N_("请在手机上投票"), BODIES[of.facts.body][1]
    if not poll.waiting_for:
        title, who = waits_for_count(board, [poll]) or (N_("票已收齐，可以结束表决"), ORGANISER)
    return NextStep(
        title,
        who,
        item.term.term.title,
        f"polls/{poll.pk}/close/",
        N_("结束表决"),
        act=Action.CLOSE_POLL,
        article=of.facts.article,
    )
