"""The pages of a place's rules: everybody reads them, the federation's officers keep them."""

import pytest
from django.test import Client
from django.urls import reverse

from negotiate.law.profiles import KEYS, codes, profile
from negotiate.law.words import Side
from negotiate.people.models import Account
from negotiate.places.in_force import in_force
from negotiate.places.models import CountyProfile
from negotiate.places.table import compared, groups, places, said
from tests.negotiate.meeting import Meeting
from tests.negotiate.places.county import CITED, County
from tests.visitor import seated, signed_in

FILLED = {"number": "15", "unit": "days", "article": CITED}


@pytest.fixture
def county(db: None) -> County:
    return County()


def page(account: Account, name: str = "rules", *about: object) -> str:
    return signed_in(account).get(reverse(name, args=about)).content.decode()


def send(visitor: Client, name: str, *about: object, **typed: str) -> int:
    return visitor.post(reverse(name, args=about), typed).status_code


def test_every_value_of_every_place_can_be_said_in_words() -> None:
    for code in codes():
        for key, value in profile(code).values.items():
            assert said(KEYS[key], value, str), (code, key)


def test_a_comparison_has_all_ten_places_and_every_rule_that_one_of_them_states() -> None:
    columns = places("henan")
    assert [place.name for place in columns if place.is_chosen] == ["河南省（工资）"]
    rows = [row for _, rows in compared(columns, str) for row in rows]
    assert all(len(row.cells) == 10 for row in rows)
    stated = {key for code in codes() for key in profile(code).values}
    assert {row.key.code for row in rows} == stated


def test_the_page_lists_each_rule_once() -> None:
    rules = profile("jiangsu")
    stated = [line.key.code for group in groups(rules, str) for line in group.lines]
    assert sorted(stated) == sorted(rules.values)
    listed = [line.key.code for group in groups(rules, str, all_=True) for line in group.lines]
    assert sorted(listed) == sorted(KEYS)


def test_a_chair_reads_the_rules_and_can_change_nothing(county: County) -> None:
    seen = page(county.chair)
    assert "《集体合同规定》第三十二条" in seen
    assert "未核对" in seen
    for button in ("核对填写", "建立本地规则", reverse("wages")):
        assert button not in seen
    assert send(signed_in(county.chair), "rules-copy", base="henan") == 404


def test_an_officer_copies_rules_and_fills_in_a_value_that_nobody_had_read(county: County) -> None:
    officer = signed_in(county.officer)
    assert "建立本地规则" in page(county.officer)
    assert send(officer, "rules-copy", base="jiangsu") == 302
    assert "核对填写" in page(county.officer)
    typed = {**FILLED, "checked_by": "王科长", "checked_on": "2026-03-01"}
    assert send(officer, "rule", "reply", **typed) == 302
    value = in_force(county.enterprise).values["reply"]
    assert (value.value, value.article, value.verified) == (15, CITED, True)
    told = page(county.chair)
    assert "王科长 2026-03-01" in told
    assert f"答复要约：改为15日（{CITED}）" in told
    assert send(officer, "rule-take-back", "reply") == 302
    assert in_force(county.enterprise).says("reply") == 20


@pytest.mark.parametrize(
    ("rule", "typed", "value"),
    [
        ("materials", {"word": "on_request"}, "on_request"),
        ("materials", {"number": "7", "unit": "working_days", "word": ""}, 7),
        ("attendance", {"part": "3", "whole": "4"}, (3, 4)),
        ("experts", {"part": "0", "whole": "1"}, (0, 1)),
        ("approval", {"word": "half_or_more"}, "half_or_more"),
        ("suspension_in_all", {"flag": "yes"}, True),
        ("large_from", {"number": "1000", "unit": "persons"}, 1000),
    ],
)
def test_each_kind_of_rule_is_filled_in_as_it_can_be(
    county: County, rule: str, typed: dict[str, str], value: object
) -> None:
    county.copied()
    officer = signed_in(county.officer)
    assert officer.get(reverse("rule", args=[rule])).status_code == 200
    assert send(officer, "rule", rule, **{"article": CITED, "unit": "days", **typed}) == 302
    assert in_force(county.enterprise).says(rule) == value


def test_the_form_says_what_else_a_change_ends_and_the_page_what_holds_instead(
    county: County,
) -> None:
    county.copied("national")
    assert "原来的“报送审查（谈工资）”不再适用" in page(county.officer, "rule", "filing")
    assert "不再适用" not in page(county.officer, "rule", "filing_wages")
    assert "照“报送审查”办" not in page(county.officer)
    county.override(key="filing", value=12)
    assert "照“报送审查”办" in page(county.officer)


def test_what_is_filled_in_wrongly_is_said_beside_the_form(county: County) -> None:
    county.copied()
    officer = signed_in(county.officer)
    assert send(officer, "rule", "reply", **{**FILLED, "article": "第九条"}) == 422
    assert send(officer, "rule", "reply", **{**FILLED, "number": ""}) == 422
    assert send(officer, "rule", "materials", unit="days", word="", article=CITED) == 422
    assert send(officer, "rule", "chief_insider", flag="no", article=CITED) == 422
    assert send(officer, "rule", "experts", part="1", whole="2", article=CITED) == 422
    assert send(officer, "rule", "nothing", **FILLED) == 404
    assert not CountyProfile.objects.get().overrides.exists()


def test_an_officer_writes_down_a_minimum_wage(county: County) -> None:
    county.copied()
    officer = signed_in(county.officer)
    typed = {"since": "2026-01-01", "monthly": "2180", "source": "苏人社规〔2025〕3号"}
    assert send(officer, "wages", **typed) == 302
    assert "每月 2180 元" in page(county.chair)
    assert send(officer, "wages", **{**typed, "monthly": "2"}) == 422
    wage = CountyProfile.objects.get().wages.get()
    assert send(officer, "wage-drop", wage.pk) == 302
    assert "还没有填" in page(county.chair)
    assert send(officer, "wage-region", region="beijing") == 302
    assert "每月 2540 元" in page(county.chair)


def test_the_page_says_that_a_newer_figure_waits_to_be_checked(county: County) -> None:
    county.copied()
    officer = signed_in(county.officer)
    typed = {"monthly": "2180", "source": "苏人社规〔2025〕3号", "checked_by": "王科长"}
    assert send(officer, "wages", since="2025-01-01", **typed) == 302
    assert "还没有核对；核对以前" not in page(county.chair)
    heard = {"since": "2026-01-01", "monthly": "2400", "source": "听说"}
    assert send(officer, "wages", **heard) == 302
    for seen in (page(county.chair), page(county.officer, "wages")):
        assert "每月 2180 元" in seen
        assert "新的标准每月 2400 元（2026-01-01 起）还没有核对" in seen


def test_another_countys_officer_reaches_none_of_it(county: County) -> None:
    county.copied()
    clerk = signed_in(county.clerk)
    assert send(clerk, "rule", "reply", **FILLED) == 404
    assert send(clerk, "wages") == 404
    assert CountyProfile.objects.get().book.length == 1


def test_everybody_in_a_room_can_read_the_rules_that_it_keeps(meeting: Meeting) -> None:
    seat = meeting.chief(Side.WORKER)
    seen = seated(seat).get(reverse("room-rules", args=[seat.pk])).content.decode()
    assert "《集体合同规定》第三十二条" in seen
    assert "以后当地改了规则，本会不变" in seen
