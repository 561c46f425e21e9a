"""For how long a contract may hold, and from when on its renewal may be asked for."""

from datetime import date

import pytest

from negotiate.law.lasting import last_day, renewal_opens, require_lawful_term, years_after
from negotiate.law.profiles import Profile, Value, profile
from negotiate.law.refusal import Refused
from negotiate.law.words import Contract

JANUARY = date(2027, 1, 1)
NATIONAL = profile("national")


@pytest.mark.parametrize("ends_on", [date(2027, 12, 31), date(2028, 6, 30), date(2029, 12, 31)])
def test_one_to_three_years_are_lawful(ends_on: date) -> None:
    require_lawful_term(NATIONAL, JANUARY, ends_on)


@pytest.mark.parametrize(
    ("ends_on", "why"),
    [
        (date(2027, 12, 30), "最短 1 年（《集体合同规定》第三十八条）"),
        (date(2030, 1, 1), "最长 3 年（《集体合同规定》第三十八条）"),
        (JANUARY, "截止日应晚于起始日"),
    ],
)
def test_a_day_less_or_more_is_refused_with_its_article(ends_on: date, why: str) -> None:
    with pytest.raises(Refused, match=why):
        require_lawful_term(NATIONAL, JANUARY, ends_on)


def test_where_an_act_states_no_limit_there_is_none() -> None:
    require_lawful_term(Profile("x", "x", {}), JANUARY, date(2040, 1, 1))


def test_a_year_from_a_leap_day_ends_the_day_before_the_28th() -> None:
    leap = date(2028, 2, 29)
    assert years_after(leap, 1) == date(2029, 2, 28)
    assert last_day(leap, 1) == date(2029, 2, 27)
    require_lawful_term(NATIONAL, leap, last_day(leap, 3))


def test_renewal_opens_three_months_before_the_end_and_for_wages_sixty_days() -> None:
    ends_on = date(2027, 12, 31)
    assert renewal_opens(NATIONAL, Contract.GENERAL, ends_on) == date(2027, 9, 30)
    assert renewal_opens(NATIONAL, Contract.WAGES, ends_on) == date(2027, 11, 1)
    assert renewal_opens(Profile("x", "x", {}), Contract.GENERAL, ends_on) is None


def test_a_limit_that_is_no_number_is_a_mistake_of_the_profile() -> None:
    spoilt = NATIONAL.with_values({"term_years_max": Value("three", "")})
    with pytest.raises(TypeError):
        require_lawful_term(spoilt, JANUARY, date(2028, 1, 1))
