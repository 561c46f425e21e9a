"""When a question is late, and by which day it has to be answered."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiate.law.information import require_day_ahead, standing
from negotiate.law.refusal import Refused

DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 1))
MAYBE = st.none() | DAYS
DUE = date(2026, 5, 10)
A_DAY = timedelta(days=1)


@given(DAYS, MAYBE, MAYBE, DAYS)
def test_a_promised_day_takes_the_place_of_the_one_asked_for(
    due: date, promised: date | None, answered: date | None, today: date
) -> None:
    found = standing(due, promised, answered, today)
    assert found.by == (promised or due)
    assert found.late == ((answered or today) > found.by)
    assert found.answered == (answered is not None)


def test_on_the_very_day_nobody_is_late() -> None:
    assert standing(DUE, None, None, DUE).label == "待答复"
    assert standing(DUE, None, None, DUE + A_DAY).label == "逾期未答复"
    assert standing(DUE, DUE + A_DAY, None, DUE + A_DAY).label == "已承诺"
    assert standing(DUE, DUE + A_DAY, None, DUE + 2 * A_DAY).label == "承诺的日期已过"


def test_what_was_answered_late_stays_late() -> None:
    long_after = DUE + timedelta(days=99)
    assert standing(DUE, None, DUE, long_after).label == "已答复"
    assert standing(DUE, None, DUE + A_DAY, long_after).label == "逾期答复"


def test_a_day_that_is_over_can_be_neither_asked_for_nor_promised() -> None:
    require_day_ahead(DUE, DUE)
    with pytest.raises(Refused, match="已经过去"):
        require_day_ahead(DUE, DUE + A_DAY)
