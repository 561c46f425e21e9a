"""A county's rules and minimum wages are held against its book, which tells of every change."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from negotiate.places import actions
from negotiate.places.entries import NewWage
from negotiate.places.models import CountyProfile
from negotiate.record import triggers
from negotiate.record.models import Entry
from tests.negotiate.meeting import Meeting
from tests.negotiate.places.county import CHECKED, County

JULY, JUNE = date(2025, 7, 1), date(2024, 6, 1)


@pytest.fixture
def county(db: None) -> County:
    """One that has done everything once, and some of it twice."""
    county = County()
    rules = county.copied()
    officer = county.officer
    county.override(value=20)
    county.override(**CHECKED)
    county.override(key="copies", value=5, unit="copies")
    county.override(key="women_share", value=[1, 3], unit="")
    actions.take_back(officer, rules.pk, "copies")
    actions.choose_region(officer, rules.pk, "beijing")
    for since in (JUNE, JULY):
        wage = NewWage(since, Decimal(2180), "苏人社发〔2025〕1号", Decimal("22.5"))
        actions.write_wage(officer, rules.pk, wage)
    actions.take_back_wage(officer, rules.pk, rules.wages.get(since=JUNE).pk)
    return county


def said(capsys: pytest.CaptureFixture[str], *asked: str, holds: bool = True) -> str:
    capsys.readouterr()
    if holds:
        call_command("verify_record", *asked)
        return capsys.readouterr().out
    with pytest.raises(SystemExit) as ended:
        call_command("verify_record", *asked)
    assert ended.value.code == 1
    return capsys.readouterr().err


def test_what_stands_as_the_book_tells_holds(
    county: County, capsys: pytest.CaptureFixture[str]
) -> None:
    name = county.federation.name
    told = said(capsys, "--county", name)
    assert f"book of {name}: 10 entries hold" in told
    assert f"rules of {name}: they stand as in the book" in told


def rules_of(county: County) -> CountyProfile:
    return CountyProfile.objects.get(federation=county.federation)


SPOILED: dict[str, Callable[[CountyProfile], object]] = {
    "rule reply is not as the book says": lambda kept: kept.overrides.filter(key="reply").update(
        value=30
    ),
    "rule women_share stands in the book, and is not there": lambda kept: kept.overrides.filter(
        key="women_share"
    ).delete(),
    "rule copies is there, and not in the book": lambda kept: kept.overrides.filter(
        key="reply"
    ).update(key="copies"),
    "minimum wage since 2025-07-01 is not as the book says": lambda kept: kept.wages.update(
        monthly=1800
    ),
    "minimum wage since 2025-07-01 stands in the book": lambda kept: kept.wages.all().delete(),
    "minimum wage since 2025-07-02 is there": lambda kept: kept.wages.update(since="2025-07-02"),
    "its rules are those of national, the book says jiangsu": lambda kept: (
        CountyProfile.objects.filter(pk=kept.pk).update(base="national")
    ),
    "its wage region is none": lambda kept: CountyProfile.objects.filter(pk=kept.pk).update(
        wage_region=""
    ),
}


@pytest.mark.parametrize("told", SPOILED)
def test_whatever_was_changed_past_the_book_is_named(
    county: County, capsys: pytest.CaptureFixture[str], told: str
) -> None:
    SPOILED[told](rules_of(county))
    for asked in (("--county", county.federation.name), ("--all",)):
        assert f"rules of {county.federation.name}: {told}" in said(capsys, *asked, holds=False)


def test_a_rule_that_calls_itself_verified_is_named(
    county: County, capsys: pytest.CaptureFixture[str]
) -> None:
    rules_of(county).overrides.filter(key="reply").update(verified=False)
    name = county.federation.name
    assert "rule reply is not as the book says" in said(capsys, "--county", name, holds=False)


@pytest.mark.parametrize("body", ["{", "[]", '{"action":"no such"}', '{"action":"copy_rules"}'])
def test_an_entry_that_was_spoiled_is_named(
    county: County, capsys: pytest.CaptureFixture[str], body: str
) -> None:
    triggers.remove(connection)
    Entry.objects.filter(book=rules_of(county).book, number=1).update(body=body)
    told = said(capsys, "--county", county.federation.name, holds=False)
    assert "entry 1 (row " in told
    assert "entry 1 is no act of a county" in told


def test_all_is_every_room_and_every_county(
    meeting: Meeting, county: County, capsys: pytest.CaptureFixture[str]
) -> None:
    told = said(capsys, "--all")
    assert f"room {meeting.room.pk}: " in told
    assert f"rules of {county.federation.name}: " in told
    triggers.remove(connection)
    Entry.objects.filter(book=meeting.room.book, number=1).update(body="{}")
    assert f"room {meeting.room.pk}: entry 1" in said(capsys, "--all", holds=False)


def test_one_of_nobody_is_a_mistake_of_whoever_asks(db: None) -> None:
    for asked in (("--county", "没有"), ("999999",), ()):
        with pytest.raises(CommandError):
            call_command("verify_record", *asked)
