"""The minimum wage where an enterprise is: dated, with its source."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from negotiate.law.minimum_wages import regions
from negotiate.law.refusal import Refused
from negotiate.places import actions
from negotiate.places.entries import NewWage
from negotiate.places.wages import minimum_wage
from negotiate.record.chain import faults, read
from tests.negotiate.places.county import County

OWN = NewWage(
    since=date(2026, 1, 1),
    monthly=Decimal("2180.00"),
    source="苏人社规〔2025〕3号",
    hourly=Decimal("21.00"),
    checked_by="王科长",
)


@pytest.fixture
def county(db: None) -> County:
    return County()


def test_every_published_figure_has_its_day_and_its_source() -> None:
    for region in regions().values():
        days = [figure.since for figure in region.figures]
        assert days == sorted(set(days))
        for figure in region.figures:
            assert figure.monthly > 0
            assert "号" in figure.source


def test_where_nobody_has_written_it_down_there_is_none(county: County) -> None:
    assert minimum_wage(county.enterprise, date(2026, 6, 1)) is None
    county.copied()
    assert minimum_wage(county.enterprise, date(2026, 6, 1)) is None


def test_what_a_county_writes_holds_from_its_day_on(county: County) -> None:
    kept = county.copied()
    actions.write_wage(county.officer, kept.pk, OWN)
    assert minimum_wage(county.enterprise, date(2025, 12, 31)) is None
    found = minimum_wage(county.enterprise, date(2026, 1, 1))
    assert found
    assert (found.monthly, found.hourly) == (Decimal(2180), Decimal(21))
    assert (found.since, found.source, found.verified) == (OWN.since, OWN.source, True)


def test_a_county_may_take_the_published_figures_of_its_region(county: County) -> None:
    kept = county.copied()
    actions.choose_region(county.officer, kept.pk, "beijing")
    found = minimum_wage(county.enterprise, date(2026, 1, 1))
    assert found
    assert (found.monthly, found.hourly) == (Decimal(2540), Decimal("27.7"))
    actions.write_wage(county.officer, kept.pk, OWN)
    newer = minimum_wage(county.enterprise, date(2026, 1, 1))
    assert newer
    assert newer.monthly == 2180
    same_day = NewWage(found.since, Decimal(2600), OWN.source, checked_by="王科长")
    actions.write_wage(county.officer, kept.pk, same_day)
    of_that_day = minimum_wage(county.enterprise, found.since)
    assert of_that_day
    assert of_that_day.monthly == 2600  # what the county wrote itself
    with pytest.raises(Refused, match="没有这个地区"):
        actions.choose_region(county.officer, kept.pk, "atlantis")


def test_the_nearest_county_that_knows_one_decides(county: County) -> None:
    actions.copy(county.clerk, county.township)
    kept = county.copied()
    actions.write_wage(county.officer, kept.pk, OWN)
    found = minimum_wage(county.enterprise, date(2026, 6, 1))
    assert found
    assert found.monthly == 2180


def test_a_newer_figure_that_nobody_has_checked_waits_until_somebody_has(county: County) -> None:
    kept = county.copied()
    actions.write_wage(county.officer, kept.pk, OWN)
    newer = NewWage(date(2026, 7, 1), Decimal(2400), "听说")
    actions.write_wage(county.officer, kept.pk, newer)
    before = minimum_wage(county.enterprise, date(2026, 6, 30))
    since = minimum_wage(county.enterprise, date(2026, 7, 1))
    assert before
    assert since
    assert (before.monthly, before.newer) == (Decimal(2180), None)
    assert (since.monthly, since.verified) == (Decimal(2180), True)
    assert since.newer
    assert (since.newer.monthly, since.newer.verified) == (Decimal(2400), False)
    actions.write_wage(county.officer, kept.pk, replace(newer, checked_by="王科长"))
    checked = minimum_wage(county.enterprise, date(2026, 7, 1))
    assert checked
    assert (checked.monthly, checked.newer) == (Decimal(2400), None)


def test_a_townships_unchecked_figure_does_not_hide_its_countys(county: County) -> None:
    township = actions.copy(county.clerk, county.township)
    actions.write_wage(county.officer, county.copied().pk, OWN)
    actions.write_wage(county.clerk, township.pk, NewWage(date(2026, 3, 1), Decimal(2300), "听说"))
    found = minimum_wage(county.enterprise, date(2026, 6, 1))
    assert found
    assert (found.monthly, found.verified) == (Decimal(2180), True)
    assert found.newer
    assert found.newer.monthly == 2300


def test_each_figure_is_in_the_book_and_one_of_the_same_day_replaces_it(county: County) -> None:
    kept = county.copied()
    for monthly in (Decimal(2010), Decimal(2180)):
        actions.write_wage(county.officer, kept.pk, NewWage(OWN.since, monthly, OWN.source))
    found = minimum_wage(county.enterprise, OWN.since)
    assert found
    assert (found.monthly, found.verified) == (Decimal(2180), False)
    actions.take_back_wage(county.officer, kept.pk, kept.wages.get().pk)
    assert minimum_wage(county.enterprise, OWN.since) is None
    kept.book.refresh_from_db()
    assert [act["action"] for act in read(kept.book)] == [
        "copy_rules", "write_wage", "write_wage", "take_back_wage",
    ]  # fmt: skip
    assert list(faults(kept.book)) == []


@pytest.mark.parametrize(
    ("monthly", "hourly", "source", "why"),
    [
        (Decimal(0), None, "x", "按元填写"),
        (Decimal(2000000), None, "x", "按元填写"),
        (Decimal(2180), Decimal(3000), "x", "小时"),
        (Decimal(2180), None, "", "来源"),
    ],
)
def test_a_figure_that_cannot_be_is_refused(
    county: County, monthly: Decimal, hourly: Decimal | None, source: str, why: str
) -> None:
    kept = county.copied()
    with pytest.raises(Refused, match=why):
        actions.write_wage(county.officer, kept.pk, NewWage(OWN.since, monthly, source, hourly))
