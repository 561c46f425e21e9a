"""The simplified procedure (简易程序) as one table: a row says who, when and what follows."""

from negotiate.law import session
from negotiate.law.rule import rule
from negotiate.law.sources import HOUSE, JIANGSU, national
from negotiate.law.words import SIGNERS, Action, Capacity, ClockKind, Procedure, Stage, TermState

_A, _C, _S = Action, Capacity, Stage
_UNION = {_C.UNION_CHAIR}
_PRESIDING = {_C.PRESIDING}
_DESK = {_C.PRESIDING, _C.RECORDER}
_SEATED = set(_C) - {_C.UNION_CHAIR, _C.ORGANISER, _C.CLOCK}
_BEFORE = {_S.WAITING, _S.CHECK_IN}
_SESSION = {_S.IN_SESSION}
_MEETING = {_S.CHECK_IN, _S.IN_SESSION, _S.SUSPENDED}
_SUMMED = {_S.SUMMED_UP}
_RECORDED = {_S.IN_SESSION, _S.SUSPENDED, _S.SUMMED_UP}
_LIVE = _BEFORE | _MEETING | _SUMMED
# Where the place has all who attended sign the record, the minutes of agreement ask them too.
_HANDS = {*SIGNERS, _C.REPRESENTATIVE}
_SITTING = national("第三十四条")

TABLE = (
    rule(_A.RAISE, _UNION, (), JIANGSU, to=_S.RAISED),
    rule(_A.SCREEN, _UNION, {_S.RAISED}, JIANGSU, to=_S.SCREENED, into=Procedure.ORDINARY),
    rule(_A.SCHEDULE, _UNION, {_S.SCREENED}, JIANGSU, to=_S.WAITING),
    rule(_A.TAKE_DESK, _UNION, _LIVE, HOUSE),
    rule(_A.SEAT, _PRESIDING, _BEFORE, HOUSE),
    rule(_A.ENROL, _PRESIDING, _BEFORE | _MEETING, HOUSE),
    rule(_A.UNSEAT, _PRESIDING, _BEFORE, HOUSE),
    rule(_A.REISSUE, _PRESIDING, _LIVE, HOUSE),
    rule(_A.ADD_TERM, _PRESIDING, _BEFORE | _SESSION, HOUSE),
    *session.beside_the_table(_BEFORE | _MEETING, _BEFORE | _MEETING, _RECORDED),
    rule(_A.OPEN_CHECK_IN, _PRESIDING, {_S.WAITING}, HOUSE, to=_S.CHECK_IN),
    rule(_A.CHECK_IN_SELF, _SEATED, _MEETING, HOUSE),
    rule(_A.MARK_PRESENT, _DESK, _MEETING, HOUSE),
    rule(_A.BEGIN, _PRESIDING, {_S.CHECK_IN}, _SITTING, to=_S.IN_SESSION),
    rule(_A.RESCREEN, _PRESIDING, _SESSION, JIANGSU, terms={TermState.PROPOSED}),
    *session.TERMS,
    *session.FLOOR,
    rule(_A.SUM_UP, _PRESIDING, _SESSION, _SITTING, to=_S.SUMMED_UP),
    rule(_A.RETURN, _PRESIDING, _SUMMED, _SITTING, to=_S.IN_SESSION),
    rule(_A.SIGN, _HANDS, _SUMMED, JIANGSU),
    rule(_A.SEAL, {_C.CHIEF}, _SUMMED, JIANGSU),
    rule(_A.STAMP, {_C.PRESIDING, *_HANDS}, _SUMMED, HOUSE),
    rule(_A.REFUSE_TO_SIGN, _HANDS, _SUMMED, HOUSE),
    rule(_A.TAKE_BACK_REFUSAL, _HANDS, _SUMMED, HOUSE),
    rule(_A.UPLOAD_SCAN, _PRESIDING, _SUMMED, JIANGSU),
    rule(_A.COMPARE_SCAN, {_C.PRESIDING, _C.CHIEF}, _SUMMED, HOUSE),
    rule(_A.DISCARD_SCAN, _PRESIDING, _SUMMED, HOUSE),
    rule(_A.ACCEPT_SCAN, _PRESIDING, _SUMMED, HOUSE),
    rule(
        _A.COMPLETE,
        {_C.PRESIDING, *_HANDS},
        _SUMMED,
        JIANGSU,
        to=_S.SIGNED,
        internal=True,
    ),
    rule(
        _A.ESCALATE,
        _PRESIDING,
        _LIVE,
        JIANGSU,
        to=_S.TO_OFFER,
        into=Procedure.ORDINARY,
        meets={ClockKind.SUSPENSION},
    ),
)
