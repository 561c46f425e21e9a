"""What one side has asked the other: answered on the spot, or promised by a day."""

from datetime import date
from typing import Final, NamedTuple

from negotiate.law.refusal import N_, Refused


class Standing(NamedTuple):
    """How a question stands: by when it is to be answered, what to say of it, and whether somebody
    is late with it or was."""

    by: date
    label: str
    answered: bool
    late: bool


_LABELS: Final = {
    (False, False, False): N_("待答复"),
    (False, True, False): N_("已承诺"),
    (False, False, True): N_("逾期未答复"),
    (False, True, True): N_("承诺的日期已过"),
    (True, False, False): N_("已答复"),
    (True, True, False): N_("已答复"),
    (True, False, True): N_("逾期答复"),
    (True, True, True): N_("逾期答复"),
}


def standing(due: date, promised: date | None, answered: date | None, today: date) -> Standing:
    """`due` is the day that was asked for; a promised one takes its place. On that very day nobody
    is late yet."""
    by = promised or due
    late = (answered or today) > by
    label = _LABELS[answered is not None, promised is not None, late]
    return Standing(by, label, answered is not None, late)


def require_day_ahead(day: date, today: date) -> None:
    if day < today:
        raise Refused(N_("这一天已经过去了，请填今天或以后的日期。"))
