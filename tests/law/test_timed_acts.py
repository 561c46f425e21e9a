"""Which act starts which time, and which one meets it: domain.md §3.8 and §4, written by hand."""

import pytest

from negotiate.law.stages import TABLES
from negotiate.law.words import Action, ClockKind, Procedure

A, K = Action, ClockKind
OVER = {A.OBJECT, A.TERMINATE, A.SUPERSEDE, A.EXPIRE}  # a contract that holds no more, or not yet
STARTED: dict[Procedure, dict[ClockKind, set[Action]]] = {
    Procedure.ORDINARY: {
        K.REPLY: {A.RECEIVE},
        K.MATERIALS: {A.CALL},
        K.VACANCY: {A.VACATE},
        K.TALKS: {A.OFFER, A.BEGIN, A.CONCLUDE, A.RETURN, A.RECALL},
        K.SUSPENSION: {A.SUSPEND},
        K.COORDINATION: {A.DEADLOCK},
        K.FILING: {A.COMPLETE},
        K.EFFECT: {A.ACKNOWLEDGE},
        K.PUBLICATION: {A.TAKE_EFFECT},
        K.RENEWAL: {A.TAKE_EFFECT},
        K.EXPIRY: {A.TAKE_EFFECT},
    },
    Procedure.SIMPLIFIED: {K.SUSPENSION: {A.SUSPEND}},
}
MET: dict[Procedure, dict[ClockKind, set[Action]]] = {
    Procedure.ORDINARY: {
        K.REPLY: {A.RESPOND, A.WITHDRAW_OFFER},
        K.MATERIALS: {A.OPEN_CHECK_IN},
        K.VACANCY: {A.SEAT},
        K.TALKS: {A.SUM_UP, A.WITHDRAW_OFFER, A.END_TALKS},
        K.SUSPENSION: {A.RESUME, A.DEADLOCK},
        K.COORDINATION: {A.COORDINATE, A.END_TALKS},
        K.FILING: {A.FILE},
        K.EFFECT: {A.OBJECT, A.TAKE_EFFECT},
        K.PUBLICATION: {A.PUBLISH} | OVER,
        K.RENEWAL: {A.RENEW} | OVER,
        K.EXPIRY: OVER,
    },
    Procedure.SIMPLIFIED: {K.SUSPENSION: {A.RESUME, A.ESCALATE}},
}


@pytest.mark.parametrize("procedure", Procedure)
@pytest.mark.parametrize("kind", ClockKind)
def test_each_time_is_started_and_met_by_these_acts(procedure: Procedure, kind: ClockKind) -> None:
    table = TABLES[procedure]
    starts = {rule.action for rule in table if kind in rule.starts}
    meets = {rule.action for rule in table if kind in rule.meets}
    assert starts == STARTED[procedure].get(kind, set())
    assert meets == MET[procedure].get(kind, set())


def test_only_what_one_side_asks_the_other_is_timed_without_a_row() -> None:
    """A question is answered where it was asked: its own acts start and meet its day."""
    assert set(ClockKind) - set(STARTED[Procedure.ORDINARY]) == {K.ANSWER}


ARTICLES = {
    A.OFFER: "第三十二条", A.RESPOND: "第三十二条", A.SETTLE_ROSTER: "第十九条",
    A.VACATE: "第三十一条", A.AGREE_RECORDER: "第三十三条", A.BEGIN: "第三十四条",
    A.SUSPEND: "第三十五条", A.INITIAL: "第三十六条", A.CONCLUDE: "第三十六条",
    A.COMPLETE: "第三十七条", A.FILE: "第四十二条", A.OBJECT: "第四十五条",
    A.ANSWER_OBJECTION: "第四十六条", A.PUBLISH: "第四十八条", A.DEADLOCK: "第四十九条",
    A.AMEND: "第三十九条", A.RENEW: "第三十八条", A.EXPIRE: "第三十八条",
}  # fmt: skip


@pytest.mark.parametrize("action", ARTICLES)
def test_each_step_stands_where_the_national_rules_have_it(action: Action) -> None:
    (article,) = {rule.article for rule in TABLES[Procedure.ORDINARY] if rule.action is action}
    assert article == f"《集体合同规定》{ARTICLES[action]}"
