"""A county's own rules: copied, changed value by value, each change in its book."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command

from negotiate import moment
from negotiate.law.profiles import DEFAULT, profile
from negotiate.law.refusal import Refused
from negotiate.law.words import ClockKind, Contract
from negotiate.people.models import Account, Federation
from negotiate.places import actions
from negotiate.places.in_force import in_force, rules_of
from negotiate.places.models import CountyProfile, Override
from negotiate.record.chain import faults, read
from tests.negotiate.ordinary import Ordinary
from tests.negotiate.places.county import CHECKED, CITED, County


@pytest.fixture
def county(db: None) -> County:
    return County()


def book(county: County) -> list[dict[str, Any]]:
    kept = CountyProfile.objects.select_related("book").get(federation=county.federation).book
    assert list(faults(kept)) == []
    return list(read(kept))


def test_without_rules_of_its_own_a_place_keeps_those_of_the_product(county: County) -> None:
    assert in_force(county.enterprise) == profile(DEFAULT)


def test_the_nearest_federation_with_rules_of_its_own_decides(county: County) -> None:
    county.copied("zhejiang")
    assert in_force(county.enterprise).says("copies") == 5
    actions.copy(county.clerk, county.township, "beijing")
    assert in_force(county.enterprise).says("representatives_max") == 10
    assert rules_of(county.federation).says("copies") == 5


def test_a_changed_value_holds_with_its_article_and_who_has_checked_it(county: County) -> None:
    county.copied()
    county.override(**CHECKED)
    value = in_force(county.enterprise).values["reply"]
    assert (value.value, value.unit, value.article) == (15, "days", CITED)
    assert (value.verified, value.checked_by, value.checked_on) == (True, "王科长", "2026-03-01")


def test_what_was_checked_today_may_be_written_down_today(county: County) -> None:
    county.copied()
    county.override(checked_by="王科长", checked_on=moment.today())
    assert in_force(county.enterprise).values["reply"].verified


def test_what_nobody_has_checked_stays_unverified(county: County) -> None:
    county.copied()
    county.override()
    assert not in_force(county.enterprise).values["reply"].verified


def test_every_change_stays_in_the_book_though_the_last_one_holds(county: County) -> None:
    county.copied()
    county.override()
    county.override(value=[2, 3], unit="", key="attendance")
    county.override(value=12)
    acts = book(county)
    assert [act["action"] for act in acts] == ["copy_rules", *["override_rule"] * 3]
    said = [(act["data"]["value"], act["data"]["was"]) for act in acts[1:]]
    assert said == [(15, 20), ([2, 3], [2, 3]), (12, 15)]
    assert acts[3]["actor"] == {
        "account": county.officer.pk,
        "name": "王科长",
        "office": county.federation.name,
    }
    assert Override.objects.count() == 2


def test_a_change_taken_back_leaves_the_value_of_the_base(county: County) -> None:
    kept = county.copied()
    county.override()
    actions.take_back(county.officer, kept.pk, "reply")
    assert in_force(county.enterprise).values["reply"] == profile(DEFAULT).values["reply"]
    assert book(county)[-1]["action"] == "take_back_rule"
    with pytest.raises(Refused, match="没有改过"):
        actions.take_back(county.officer, kept.pk, "reply")


@pytest.mark.parametrize("key", ["filing", "publication", "renewal", "materials"])
def test_a_changed_rule_holds_for_wages_too_until_the_county_says_otherwise(
    county: County, key: str
) -> None:
    kept = county.copied("national")
    special = f"{key}_wages"
    assert in_force(county.enterprise).of(special) is not None
    county.override(key=key, value=12)
    rules = in_force(county.enterprise)
    assert rules.of(special) is None
    limit = rules.duration(ClockKind(key), Contract.WAGES)
    assert limit
    assert limit.amount == 12
    county.override(key=special, value=9)
    assert in_force(county.enterprise).says(special) == 9
    actions.take_back(county.officer, kept.pk, special)
    actions.take_back(county.officer, kept.pk, key)
    assert in_force(county.enterprise).values == profile("national").values


def test_another_base_is_taken_only_while_nothing_was_changed(county: County) -> None:
    county.copied()
    county.copied("henan")
    assert in_force(county.enterprise).says("talks") == 2
    county.override()
    with pytest.raises(Refused, match="逐项撤回"):
        county.copied("beijing")


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"value": "often", "unit": ""}, "答复要约"),
        ({"value": 15, "unit": "persons"}, "答复要约"),
        ({"value": -1}, "答复要约"),
        ({"key": "wages"}, "没有这一项规则"),
        ({"article": ""}, "哪部法规"),
        ({"article": "第十八条"}, "哪部法规"),
        ({"article": "《江苏省集体协商条例》"}, "第几条"),
        ({"checked_by": "王科长"}, "一起填"),
        ({"checked_on": date(2026, 3, 1)}, "一起填"),
        ({**CHECKED, "checked_on": moment.today() + timedelta(days=2)}, "晚于今天"),
    ],
)
def test_a_faulty_value_is_refused_and_nothing_is_changed(
    county: County, changed: dict[str, Any], why: str
) -> None:
    county.copied()
    with pytest.raises(Refused, match=why):
        county.override(**changed)
    assert len(book(county)) == 1
    assert not Override.objects.exists()


def test_only_an_office_of_the_place_or_above_it_keeps_its_rules(county: County) -> None:
    kept = county.copied()
    stranger = Account.objects.create(
        username="x", federation=Federation.objects.create(name="别县总工会")
    )
    for account in (county.chair, county.clerk, stranger):
        with pytest.raises(Refused, match="本级或上级"):
            actions.take_back(account, kept.pk, "reply")
        with pytest.raises(Refused, match="本级或上级"):
            actions.copy(account, county.federation)
    actions.copy(county.officer, county.township)


def test_rules_that_were_changed_by_hand_do_not_fit_the_record(
    db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    room = Ordinary().room
    call_command("verify_record", room.pk)
    assert f"rules of room {room.pk}: those that it was made under" in capsys.readouterr().out
    room.profile["values"]["approval"]["value"] = "half_or_more"
    room.save(update_fields=["profile"])
    with pytest.raises(SystemExit):
        call_command("verify_record", room.pk)
    assert "the rules were changed" in capsys.readouterr().err


def test_a_room_keeps_the_rules_that_it_was_made_under(db: None) -> None:
    meeting = Ordinary()
    county = County()
    county.copied()
    county.override(value=5, **CHECKED)
    assert meeting.room.rules.says("reply") == 20
    assert in_force(meeting.room.enterprise).says("reply") == 5
    assert Ordinary(title="食堂安全").room.rules.says("reply") == 5
