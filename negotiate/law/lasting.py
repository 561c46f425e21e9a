"""For how long a contract holds, and from when on its renewal may be asked for."""

from datetime import date, timedelta

from negotiate.law import clocks
from negotiate.law.profiles import Profile
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import ClockKind


def require_lawful_term(rules: Profile, starts_on: date, ends_on: date) -> None:
    """Refuse a contract that is to hold for less or more than the place allows. Both days count:
    a contract of one year from 1 January ends on 31 December."""
    if ends_on <= starts_on:
        raise Refused(N_("合同期限的截止日应晚于起始日。"))
    least, most = rules.of("term_years_min"), rules.of("term_years_max")
    after = ends_on + timedelta(days=1)
    if least is not None and after < years_after(starts_on, _years(least.value)):
        raise Refused(
            N_("合同期限最短 %(years)s 年（%(article)s）。"),
            years=_years(least.value),
            article=least.article,
        )
    if most is not None and after > years_after(starts_on, _years(most.value)):
        raise Refused(
            N_("合同期限最长 %(years)s 年（%(article)s）。"),
            years=_years(most.value),
            article=most.article,
        )


def last_day(starts_on: date, years: int) -> date:
    """The last day of a contract of so many years."""
    return years_after(starts_on, years) - timedelta(days=1)


def renewal_opens(rules: Profile, contract: str, ends_on: date) -> date | None:
    """The first day on which renewal may be asked for; None where the place states none."""
    lead = rules.duration(ClockKind.RENEWAL, contract)
    return clocks.before(ends_on, lead).day if lead else None


def years_after(day: date, years: int) -> date:
    """The same day of another year; the 28th, where there is no 29 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _years(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"a number of years, not {value!r}")
    return value
