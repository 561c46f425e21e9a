"""What the minutes tell, and what they leave to the record."""

from itertools import chain

from negotiate.law import ordinary, session, simplified
from negotiate.law.words import Action, Capacity, Side, Stage
from negotiate.rooms.telling.course import TOLD

A = Action
# The record has them; in minutes they would only be in the way.
UNTOLD = {
    A.ADD_TERM, A.OPEN_POLL, A.VOTE, A.ISSUE_PAPER, A.ENTER_COUNT, A.CONFIRM_COUNT, A.REOPEN,
    A.ASK_FLOOR, A.GIVE_FLOOR, A.END_FLOOR, A.CHECK_IN_SELF, A.MARK_PRESENT, A.ENROL, A.REISSUE,
    A.SEAT, A.VACATE, A.AGREE_RECORDER, A.TAKE_DESK, A.SUM_UP, A.ESCALATE, A.APPROVE_MINUTES,
    A.CONFER,
}  # fmt: skip


def test_every_act_of_a_session_is_told_or_left_out_on_purpose() -> None:
    rows = chain(simplified.TABLE, ordinary.TABLE, session.TERMS, session.FLOOR)
    acts = {row.action for row in rows if Stage.IN_SESSION in row.stages}
    assert acts - set(TOLD) == UNTOLD


def told(action: Action, **data: object) -> str:
    actor = {"name": "王桂芳", "side": Side.WORKER.value, "capacity": Capacity.CHIEF.value}
    return TOLD[action](actor, data)


def test_a_question_and_its_answers_are_told_with_their_days() -> None:
    asked = told(A.REQUEST_INFORMATION, question="去年的利润。", due="2026-12-01")
    assert asked == "职工方王桂芳要求对方答复或提供：去年的利润，12月1日前答复。"
    promised = told(A.ANSWER_INFORMATION, question="利润", promised_for="2026-12-05")
    assert promised == "职工方王桂芳就“利润”承诺在12月5日前答复。"
    late = told(A.ANSWER_INFORMATION, question="利润", answer="三百万元。\n已审计", late=True)
    assert late == "职工方王桂芳就“利润”答复（已过约定日期）：三百万元；已审计。"


def test_a_package_and_a_deadlock_are_told_whole() -> None:
    bundled = told(A.BUNDLE, package=1, terms=["“工资”第2版", "“津贴”第1版"])
    assert "“工资”第2版、“津贴”第1版，要么都同意，要么都不算。" in bundled
    stuck = told(A.DEADLOCK, reason="差距大", worker_last="加300元", employer_last="加100元")
    assert stuck.endswith("职工方最后意见：加300元；企业方最后意见：加100元。")
