"""The ordinary procedure (普通程序) as one table, from the offer to the end of the contract.

The articles are those of the national rules of 2004; what a place has otherwise is its profile's.
"""

from negotiate.law import session
from negotiate.law.rule import rule
from negotiate.law.sources import CONTRACT_LAW, HOUSE, national
from negotiate.law.words import (
    SIGNERS,
    VOTERS,
    Action,
    Capacity,
    ClockKind,
    Stage,
    TermState,
)

_A, _C, _S, _K, _T = Action, Capacity, Stage, ClockKind, TermState
_UNION = {_C.UNION_CHAIR}
_ORGANISER = {_C.ORGANISER}
_PRESIDING = {_C.PRESIDING}
_CHIEF = {_C.CHIEF}
_LEADERS = {_C.PRESIDING, _C.CHIEF}
_KEEPERS = {_C.ORGANISER, _C.PRESIDING}
_DESK = {_C.ORGANISER, _C.PRESIDING, _C.RECORDER}
_CLOCK = {_C.CLOCK}
_SEATED = set(_C) - {_C.UNION_CHAIR, _C.ORGANISER, _C.CLOCK}

_UNANSWERED = {_S.TO_OFFER, _S.OFFERED, _S.REFUSED}
_BEFORE = {_S.COMPOSING, _S.PREPARING, _S.WAITING, _S.CHECK_IN}
_MEETING = {_S.CHECK_IN, _S.IN_SESSION, _S.SUSPENDED}
_TALKING = {*_BEFORE, *_MEETING, _S.DEADLOCKED}
_RECORDED = {_S.IN_SESSION, _S.SUSPENDED, _S.DEADLOCKED, _S.DRAFTED}
_SESSION = {_S.IN_SESSION}
_CONGRESS = {_S.RATIFYING}
_HELD = {_S.EFFECTIVE, _S.PERFORMING}
_REVIEWED = {_S.SIGNED, _S.FILED, _S.OBJECTED}
_DRAFT_LIES = {_S.DRAFTED, _S.RATIFYING, _S.RATIFIED}
# A representative who leaves is followed by another as long as there is something to decide.
_LATER = {*_DRAFT_LIES, *_HELD}
_OPEN = {*_UNANSWERED, *_TALKING, _S.DRAFTED, _S.RATIFYING, _S.RATIFIED, *_REVIEWED, *_HELD}

_OFFERS = national("第三十二条")
_OF_SIDES = national("第十九条")
_BREAK = national("第三十五条")
_SITTING = national("第三十四条")
_DRAFT = national("第三十六条")
_FILING = national("第四十二条")
_DISPUTES = national("第四十九条")

BEFORE = (
    rule(_A.SCHEDULE, _UNION, {_S.SCREENED}, _OFFERS, to=_S.TO_OFFER),
    rule(_A.TAKE_DESK, _UNION, _OPEN, HOUSE),
    rule(_A.SEAT, _ORGANISER, {_S.TO_OFFER, *_TALKING, *_LATER}, _OF_SIDES, meets={_K.VACANCY}),
    rule(_A.UNSEAT, _ORGANISER, {_S.TO_OFFER, _S.COMPOSING}, _OF_SIDES),
    rule(_A.ENROL, _ORGANISER, {*_TALKING, *_CONGRESS}, HOUSE),
    rule(_A.REISSUE, _ORGANISER, _OPEN, HOUSE),
    rule(_A.BIND, _ORGANISER, {*_UNANSWERED, _S.COMPOSING, _S.PREPARING}, HOUSE),
    rule(_A.ADD_TERM, _KEEPERS, {_S.TO_OFFER, *_BEFORE, *_SESSION}, _OFFERS),
    rule(_A.OFFER, _CHIEF, {_S.TO_OFFER, _S.REFUSED}, _OFFERS, to=_S.OFFERED, starts={_K.TALKS}),
    rule(_A.RECEIVE, {_C.CHIEF, _C.ORGANISER}, {_S.OFFERED}, _OFFERS, starts={_K.REPLY}),
    rule(
        _A.RESPOND,
        _CHIEF,
        {_S.OFFERED},
        _OFFERS,
        to=_S.COMPOSING,
        otherwise=_S.REFUSED,
        meets={_K.REPLY},
    ),
    rule(_A.WITHDRAW_OFFER, _CHIEF, _UNANSWERED, _OFFERS, to=_S.ENDED, meets={_K.REPLY, _K.TALKS}),
    rule(_A.SETTLE_ROSTER, _ORGANISER, {_S.COMPOSING}, _OF_SIDES, to=_S.PREPARING),
    rule(
        _A.VACATE,
        _ORGANISER,
        (_TALKING | _LATER) - {_S.COMPOSING},
        national("第三十一条"),
        starts={_K.VACANCY},
    ),
    rule(
        _A.AGREE_RECORDER,
        _CHIEF,
        {*_TALKING, _S.DRAFTED, _S.RATIFYING},
        national("第三十三条"),
    ),
    rule(
        _A.CALL,
        _ORGANISER,
        {_S.PREPARING},
        national("第三十三条"),
        to=_S.WAITING,
        starts={_K.MATERIALS},
    ),
)

MEETING = (
    *session.beside_the_table(_TALKING | {_S.DRAFTED}, _TALKING - {_S.DEADLOCKED}, _RECORDED),
    rule(_A.OPEN_CHECK_IN, _KEEPERS, {_S.WAITING}, HOUSE, to=_S.CHECK_IN, meets={_K.MATERIALS}),
    rule(_A.CHECK_IN_SELF, _SEATED, {*_MEETING, *_CONGRESS}, HOUSE),
    rule(_A.MARK_PRESENT, _DESK, {*_MEETING, *_CONGRESS}, HOUSE),
    rule(_A.PASS_CHAIR, _PRESIDING, {_S.WAITING, *_MEETING}, _SITTING),
    rule(_A.BEGIN, _PRESIDING, {_S.CHECK_IN}, _SITTING, to=_S.IN_SESSION, starts={_K.TALKS}),
    *session.TERMS,
    *session.FLOOR,
    rule(
        _A.DEADLOCK,
        _LEADERS,
        {_S.IN_SESSION, _S.SUSPENDED},
        _DISPUTES,
        to=_S.DEADLOCKED,
        starts={_K.COORDINATION},
        meets={_K.SUSPENSION},
    ),
    rule(_A.EXTEND, _ORGANISER, {_S.DEADLOCKED}, _DISPUTES),
    rule(
        _A.COORDINATE,
        _ORGANISER,
        {_S.DEADLOCKED},
        _DISPUTES,
        to=_S.IN_SESSION,
        meets={_K.COORDINATION},
    ),
    rule(
        _A.END_TALKS,
        _ORGANISER,
        {_S.REFUSED, *_BEFORE, _S.DEADLOCKED, *_DRAFT_LIES},
        _DISPUTES,
        to=_S.ENDED,
        meets={_K.COORDINATION, _K.TALKS},
    ),
    rule(_A.SUM_UP, _PRESIDING, _SESSION, _SITTING, to=_S.DRAFTED, meets={_K.TALKS}),
    rule(_A.RETURN, _PRESIDING, {_S.DRAFTED}, _SITTING, to=_S.IN_SESSION, starts={_K.TALKS}),
)

AFTER = (
    rule(_A.INITIAL, _CHIEF, {_S.DRAFTED}, _DRAFT, to=_S.RATIFYING),
    rule(_A.OPEN_RATIFICATION, _ORGANISER, _CONGRESS, _DRAFT),
    rule(_A.OPEN_ITEM, _ORGANISER, _CONGRESS, _DRAFT, terms={_T.AGREED}),
    rule(_A.VOTE, VOTERS, _CONGRESS, _DRAFT, terms={_T.AGREED}),
    rule(_A.CLOSE_POLL, _ORGANISER, _CONGRESS, _DRAFT, terms={_T.AGREED}),
    rule(_A.ISSUE_PAPER, _DESK, _CONGRESS, _DRAFT, terms={_T.AGREED}),
    rule(_A.ENTER_COUNT, {_C.RECORDER}, _CONGRESS, _DRAFT, terms={_T.AGREED}),
    rule(_A.CONFIRM_COUNT, _CHIEF, _CONGRESS, _DRAFT, terms={_T.AGREED}),
    rule(_A.RECORD_RATIFICATION, _ORGANISER, _CONGRESS, _DRAFT),
    rule(
        _A.CONCLUDE,
        _ORGANISER,
        _CONGRESS,
        _DRAFT,
        to=_S.RATIFIED,
        otherwise=_S.IN_SESSION,
        starts={_K.TALKS},
    ),
    rule(_A.RECALL, _ORGANISER, {_S.RATIFYING, _S.RATIFIED}, _DRAFT, to=_S.IN_SESSION,
         starts={_K.TALKS}),
    rule(_A.SIGN, SIGNERS, {_S.RATIFIED}, national("第三十七条")),
    rule(_A.SEAL, _CHIEF, {_S.RATIFIED}, national("第三十七条")),
    rule(_A.STAMP, {_C.ORGANISER, *SIGNERS}, {_S.RATIFIED}, HOUSE),
    rule(_A.REFUSE_TO_SIGN, SIGNERS, {_S.RATIFIED}, HOUSE),
    rule(_A.TAKE_BACK_REFUSAL, SIGNERS, {_S.RATIFIED}, HOUSE),
    rule(_A.UPLOAD_SCAN, _ORGANISER, {_S.RATIFIED}, national("第三十七条")),
    rule(_A.COMPARE_SCAN, {_C.ORGANISER, _C.CHIEF}, {_S.RATIFIED}, HOUSE),
    rule(_A.DISCARD_SCAN, _ORGANISER, {_S.RATIFIED}, HOUSE),
    rule(_A.ACCEPT_SCAN, _ORGANISER, {_S.RATIFIED}, HOUSE),
    rule(
        _A.COMPLETE,
        {_C.ORGANISER, *SIGNERS},
        {_S.RATIFIED},
        national("第三十七条"),
        to=_S.SIGNED,
        starts={_K.FILING},
        internal=True,
    ),
    rule(_A.FILE, _ORGANISER, {_S.SIGNED}, _FILING, to=_S.FILED, meets={_K.FILING}),
    rule(_A.ACKNOWLEDGE, _ORGANISER, {_S.FILED}, CONTRACT_LAW, starts={_K.EFFECT}),
    # What came in time may be written down a day late, when the time itself has already acted.
    rule(_A.OBJECT, _ORGANISER, {_S.FILED, _S.EFFECTIVE}, national("第四十五条"), to=_S.OBJECTED,
         meets={_K.EFFECT, _K.PUBLICATION, _K.RENEWAL, _K.EXPIRY}),
    rule(_A.ANSWER_OBJECTION, _ORGANISER, {_S.OBJECTED}, national("第四十六条"),
         to=_S.IN_SESSION),
    rule(
        _A.TAKE_EFFECT,
        _CLOCK,
        {_S.FILED},
        CONTRACT_LAW,
        to=_S.EFFECTIVE,
        starts={_K.PUBLICATION, _K.RENEWAL, _K.EXPIRY},
        meets={_K.EFFECT},
        internal=True,
    ),
    rule(_A.PUBLISH, _ORGANISER, {_S.EFFECTIVE}, national("第四十八条"), to=_S.PERFORMING,
         meets={_K.PUBLICATION}),
    rule(_A.AMEND, _CHIEF, _HELD, national("第三十九条")),
    rule(_A.RENEW, _CHIEF, _HELD, national("第三十八条"), meets={_K.RENEWAL}),
    rule(_A.TERMINATE, _CHIEF, _HELD, national("第三十九条"), to=_S.TERMINATED,
         meets={_K.RENEWAL, _K.EXPIRY, _K.PUBLICATION}),
    rule(_A.TAKE_BACK_END, _CHIEF, _HELD, national("第三十九条")),
    rule(_A.SUPERSEDE, _CLOCK, _HELD, national("第三十九条"), to=_S.SUPERSEDED,
         meets={_K.RENEWAL, _K.EXPIRY, _K.PUBLICATION}, internal=True),
    rule(_A.EXPIRE, _CLOCK, _HELD, national("第三十八条"), to=_S.EXPIRED,
         meets={_K.RENEWAL, _K.EXPIRY, _K.PUBLICATION}, internal=True),
)  # fmt: skip

TABLE = (*BEFORE, *MEETING, *AFTER)
