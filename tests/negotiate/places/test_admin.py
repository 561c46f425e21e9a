"""In the admin, whatever is changed in a county's rules is an act in its book."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from negotiate.people.models import Account
from negotiate.places.in_force import in_force
from negotiate.places.models import CountyProfile
from negotiate.record.chain import faults, read
from tests.negotiate.places.county import CITED, County
from tests.visitor import Visitor, signed_in


@pytest.fixture
def county(db: None) -> County:
    return County()


@pytest.fixture
def root(db: None) -> Visitor:
    return signed_in(Account.objects.create(username="root", is_staff=True, is_superuser=True))


def send(visitor: Visitor, page: str, *about: object, **typed: Any) -> Any:
    return visitor.post(reverse(f"admin:negotiate_{page}", args=about), typed)


def acts() -> list[str]:
    book = CountyProfile.objects.select_related("book").get().book
    assert list(faults(book)) == []
    return [act["action"] for act in read(book)]


def typed(kept: CountyProfile, **changed: str) -> dict[str, Any]:
    return {
        "profile": kept.pk,
        "key": "reply",
        "given": "15",
        "unit": "days",
        "article": CITED,
        "checked_by": "",
        "checked_on": "",
        "note": "",
        **changed,
    }


def test_an_administrator_copies_rules_and_changes_them(county: County, root: Visitor) -> None:
    facts = {"federation": county.federation.pk, "base": "henan", "wage_region": "beijing"}
    assert send(root, "countyprofile_add", **facts).status_code == 302
    kept = CountyProfile.objects.get()
    assert send(root, "override_add", **typed(kept)).status_code == 302
    assert in_force(county.enterprise).says("reply") == 15
    override = kept.overrides.get()
    listed = root.get(reverse("admin:negotiate_override_changelist")).content.decode()
    assert "答复要约" in listed
    changed = typed(kept, given="12", checked_by="王科长", checked_on="2026-03-01")
    assert send(root, "override_change", override.pk, **changed).status_code == 302
    assert in_force(county.enterprise).values["reply"].verified
    assert send(root, "override_delete", override.pk, post="yes").status_code == 302
    assert in_force(county.enterprise).values["reply"].unit == "working_days"
    told = ["copy_rules", "choose_region", "override_rule", "override_rule", "take_back_rule"]
    assert acts() == told


@pytest.mark.parametrize(
    ("key", "given", "unit", "value"),
    [
        ("attendance", "3/4", "", (3, 4)),
        ("approval", "半数以上", "", "half_or_more"),
        ("suspension_in_all", "是", "", True),
        ("suspension_longer", "否", "", False),
    ],
)
def test_a_value_is_taken_as_people_write_it(
    county: County, root: Visitor, key: str, given: str, unit: str, value: object
) -> None:
    kept = county.copied()
    answer = send(root, "override_add", **typed(kept, key=key, given=given, unit=unit))
    assert answer.status_code == 302
    assert in_force(county.enterprise).says(key) == value
    override = kept.overrides.get()
    page = root.get(reverse("admin:negotiate_override_change", args=[override.pk]))
    assert f'value="{given}"' in page.content.decode()


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"given": "often"}, "不能这样填"),
        ({"unit": ""}, "不能这样填"),
        ({"article": "第九条"}, "哪部法规"),
        ({"checked_by": "王科长"}, "一起填"),
    ],
)
def test_what_is_faulty_is_said_beside_the_form(
    county: County, root: Visitor, changed: dict[str, str], why: str
) -> None:
    answer = send(root, "override_add", **typed(county.copied(), **changed))
    assert answer.status_code == 200
    assert why in answer.content.decode()
    assert acts() == ["copy_rules"]


def test_another_base_waits_until_all_changes_are_taken_back(county: County, root: Visitor) -> None:
    kept = county.copied()
    county.override()
    answer = send(root, "countyprofile_change", kept.pk, base="henan", wage_region="")
    assert "逐项撤回" in answer.content.decode()


def test_a_minimum_wage_is_written_and_taken_back(county: County, root: Visitor) -> None:
    kept = county.copied()
    facts = {"profile": kept.pk, "since": "2026-01-01", "monthly": "2180", "source": "某号"}
    assert (
        "按元填写"
        in send(root, "localminimumwage_add", **{**facts, "monthly": "2"}).content.decode()
    )
    assert send(root, "localminimumwage_add", **facts).status_code == 302
    wage = kept.wages.get()
    assert send(root, "localminimumwage_delete", wage.pk, post="yes").status_code == 302
    assert acts() == ["copy_rules", "write_wage", "take_back_wage"]


def test_an_officer_with_the_rights_sees_the_own_places_alone(county: County) -> None:
    kept = county.copied()
    rights = Permission.objects.filter(content_type__app_label="negotiate")
    for account in (county.officer, county.clerk):
        account.is_staff = True
        account.save()
        account.user_permissions.set(rights)
    page = reverse("admin:negotiate_countyprofile_changelist")
    assert str(kept) in signed_in(county.officer).get(page).content.decode()
    clerk = signed_in(county.clerk)
    assert str(kept) not in clerk.get(page).content.decode().split('id="changelist"')[-1]
    assert send(clerk, "override_add", **typed(kept)).status_code == 200
    assert acts() == ["copy_rules"]
