"""The simplified procedure (简易程序) as one table: a row says who, when and what follows."""

from negotiate.law.rule import rule
from negotiate.law.words import DELEGATES, SIGNERS, VOTERS, Action, Capacity, Stage, TermState

_JIANGSU = "《江苏省集体协商条例》简易程序（以条例原文为准）"
_N34 = "《集体合同规定》第三十四条"
_N35 = "《集体合同规定》第三十五条"
_CIVIL = "《民法典》第四百八十八条（参照）"
_RECORDER = "《集体合同规定》第三十四条；记录员由双方共同确定"
_HOUSE = "会议规则"

_A, _C, _S, _T = Action, Capacity, Stage, TermState
_UNION = {_C.UNION_CHAIR}
_PRESIDING = {_C.PRESIDING}
_CHIEF = {_C.CHIEF}
_DELEGATES = set(DELEGATES)
_DESK = {_C.PRESIDING, _C.RECORDER}
_LEADERS = {_C.PRESIDING, _C.CHIEF}
_SIGNERS = set(SIGNERS)
_SEATED = set(_C) - _UNION
_BEFORE = {_S.WAITING, _S.CHECK_IN}
_SESSION = {_S.IN_SESSION}
_MEETING = {_S.CHECK_IN, _S.IN_SESSION, _S.SUSPENDED}
_SUMMED = {_S.SUMMED_UP}
_LIVE = _BEFORE | _MEETING | _SUMMED
_UNSETTLED = {_T.OPEN, _T.PROPOSED}
_PROPOSED = {_T.PROPOSED}

TABLE = (
    rule(_A.RAISE, _UNION, set(), _JIANGSU, to=_S.RAISED),
    rule(_A.SCREEN, _UNION, {_S.RAISED}, _JIANGSU, to=_S.SCREENED, barred_to=_S.ESCALATED),
    rule(_A.SCHEDULE, _UNION, {_S.SCREENED}, _JIANGSU, to=_S.WAITING),
    rule(_A.SEAT, _PRESIDING, _BEFORE, _HOUSE),
    rule(_A.ENROL, _PRESIDING, _BEFORE | _MEETING, _HOUSE),
    rule(_A.UNSEAT, _PRESIDING, _BEFORE, _HOUSE),
    rule(_A.REISSUE, _PRESIDING, _LIVE, _HOUSE),
    rule(_A.ADD_TERM, _PRESIDING, _BEFORE | _SESSION, _HOUSE),
    rule(_A.OPEN_CHECK_IN, _PRESIDING, {_S.WAITING}, _HOUSE, to=_S.CHECK_IN),
    rule(_A.CHECK_IN_SELF, _SEATED, _MEETING, _HOUSE),
    rule(_A.MARK_PRESENT, _DESK, _MEETING, _HOUSE),
    rule(_A.BEGIN, _PRESIDING, {_S.CHECK_IN}, _N34, to=_S.IN_SESSION),
    rule(_A.PROPOSE, _DELEGATES, _SESSION, _N34, terms=_UNSETTLED, term_to=_T.PROPOSED),
    rule(_A.RESCREEN, _PRESIDING, _SESSION, _JIANGSU, terms=_PROPOSED),
    rule(_A.OPEN_POLL, _LEADERS, _SESSION, _HOUSE, terms=_PROPOSED),
    rule(_A.VOTE, set(VOTERS), _SESSION, _HOUSE, terms=_PROPOSED),
    rule(_A.CLOSE_POLL, _LEADERS, _SESSION, _HOUSE, terms=_PROPOSED),
    rule(_A.ISSUE_PAPER, _DESK, _SESSION, _HOUSE, terms=_PROPOSED),
    rule(_A.ENTER_COUNT, {_C.RECORDER}, _SESSION, _HOUSE, terms=_PROPOSED),
    rule(_A.CONFIRM_COUNT, _CHIEF, _SESSION, _HOUSE, terms=_PROPOSED),
    rule(_A.CONFIRM, _CHIEF, _SESSION, _CIVIL, terms=_PROPOSED),
    rule(_A.ACCLAIM, _DESK, _SESSION, _HOUSE, terms={_T.PROPOSED, _T.AGREED}),
    rule(_A.DEFER, _PRESIDING, _SESSION, _N35, terms=_UNSETTLED, term_to=_T.DEFERRED),
    rule(
        _A.REOPEN,
        _PRESIDING,
        _SESSION,
        _N35,
        terms={_T.DEFERRED, _T.AGREED},
        term_to=_T.OPEN,
    ),
    rule(_A.WITHDRAW, _CHIEF, _SESSION, _N34, terms=_UNSETTLED, term_to=_T.WITHDRAWN),
    rule(_A.SUSPEND, _PRESIDING, _SESSION, _N35, to=_S.SUSPENDED),
    rule(_A.RESUME, _PRESIDING, {_S.SUSPENDED}, _N35, to=_S.IN_SESSION),
    rule(_A.SUM_UP, _PRESIDING, _SESSION, _N34, to=_S.SUMMED_UP),
    rule(_A.RETURN, _PRESIDING, _SUMMED, _N34, to=_S.IN_SESSION),
    rule(_A.SIGN, _SIGNERS, _SUMMED, _JIANGSU),
    rule(_A.UPLOAD_SCAN, _PRESIDING, _SUMMED, _JIANGSU),
    rule(
        _A.COMPLETE,
        _LEADERS | _SIGNERS,
        _SUMMED,
        _JIANGSU,
        to=_S.SIGNED,
        internal=True,
    ),
    rule(_A.ESCALATE, _PRESIDING, _LIVE, _JIANGSU, to=_S.ESCALATED),
)
