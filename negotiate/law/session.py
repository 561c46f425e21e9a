"""What may be done in a session, under either procedure: the table's rows for the talks."""

from collections.abc import Collection
from typing import Final

from negotiate.law.rule import Rule, rule
from negotiate.law.sources import CIVIL_CODE, HOUSE, national
from negotiate.law.words import (
    DELEGATES,
    OF_A_SIDE,
    VOTERS,
    Action,
    Capacity,
    ClockKind,
    Stage,
    TermState,
)

_A, _C, _S, _T = Action, Capacity, Stage, TermState
_PRESIDING = {_C.PRESIDING}
_CHIEF = {_C.CHIEF}
_DESK = {_C.PRESIDING, _C.RECORDER}
_LEADERS = {_C.PRESIDING, _C.CHIEF}
_SESSION = {_S.IN_SESSION}
_UNSETTLED = {_T.OPEN, _T.PROPOSED}
_PROPOSED = {_T.PROPOSED}
_PUT_BACK = {_T.DEFERRED, _T.AGREED}
_SITTING = national("第三十四条")
_BREAK = national("第三十五条")
_RECORD = national("第三十四条")
_MATERIALS = national("第三十三条")

TERMS = (
    rule(_A.PROPOSE, DELEGATES, _SESSION, _SITTING, terms=_UNSETTLED, term_to=_T.PROPOSED),
    rule(_A.OPEN_POLL, _LEADERS, _SESSION, HOUSE, terms=_PROPOSED),
    rule(_A.VOTE, VOTERS, _SESSION, HOUSE, terms=_PROPOSED),
    rule(_A.CLOSE_POLL, _LEADERS, _SESSION, HOUSE, terms=_PROPOSED),
    rule(_A.ISSUE_PAPER, _DESK, _SESSION, HOUSE, terms=_PROPOSED),
    rule(_A.ENTER_COUNT, {_C.RECORDER}, _SESSION, HOUSE, terms=_PROPOSED),
    rule(_A.CONFIRM_COUNT, _CHIEF, _SESSION, HOUSE, terms=_PROPOSED),
    rule(_A.ACCEPT_IF, _CHIEF, _SESSION, HOUSE, terms=_PROPOSED),
    rule(_A.CONFIRM, _CHIEF, _SESSION, CIVIL_CODE, terms=_PROPOSED),
    rule(_A.BUNDLE, _CHIEF, _SESSION, HOUSE),
    rule(_A.UNBUNDLE, _CHIEF, _SESSION, HOUSE),
    rule(_A.ACCLAIM, _DESK, _SESSION, HOUSE, terms={_T.PROPOSED, _T.AGREED}),
    rule(_A.DEFER, _PRESIDING, _SESSION, _BREAK, terms=_UNSETTLED, term_to=_T.DEFERRED),
    rule(_A.REOPEN, _PRESIDING, _SESSION, _BREAK, terms=_PUT_BACK, term_to=_T.OPEN),
    rule(_A.WITHDRAW, _CHIEF, _SESSION, _SITTING, terms=_UNSETTLED, term_to=_T.WITHDRAWN),
)

FLOOR = (
    rule(_A.ASK_FLOOR, OF_A_SIDE, _SESSION, HOUSE),
    rule(_A.GIVE_FLOOR, _PRESIDING, _SESSION, HOUSE),
    rule(_A.END_FLOOR, {*OF_A_SIDE, _C.PRESIDING}, _SESSION, HOUSE),
    rule(_A.CALL_CAUCUS, _CHIEF, _SESSION, _BREAK),
    rule(_A.END_CAUCUS, _LEADERS, _SESSION, _BREAK),
    rule(_A.SUSPEND, _PRESIDING, _SESSION, _BREAK, to=_S.SUSPENDED, starts={ClockKind.SUSPENSION}),
    rule(
        _A.RESUME,
        _PRESIDING,
        {_S.SUSPENDED},
        _BREAK,
        to=_S.IN_SESSION,
        meets={ClockKind.SUSPENSION},
    ),
)

# While one side has left the table to confer, nothing is put on it, asked or closed there.
RESTING: Final = frozenset(
    {_A.PROPOSE, _A.OPEN_POLL, _A.BUNDLE, _A.UNBUNDLE, _A.GIVE_FLOOR, _A.SUM_UP}
)


def beside_the_table(
    conferring: Collection[Stage], asking: Collection[Stage], recorded: Collection[Stage]
) -> tuple[Rule, ...]:
    """What a side does by itself, what it asks of the other, and the record of the sessions; each
    at the stages given."""
    return (
        rule(_A.CONFER, OF_A_SIDE, conferring, HOUSE),
        rule(_A.REQUEST_INFORMATION, DELEGATES, asking, _MATERIALS),
        rule(_A.ANSWER_INFORMATION, DELEGATES, asking, _MATERIALS),
        rule(_A.CORRECT_MINUTES, {_C.RECORDER}, recorded, _RECORD),
        rule(_A.APPROVE_MINUTES, {*OF_A_SIDE, _C.RECORDER}, recorded, _RECORD),
    )
