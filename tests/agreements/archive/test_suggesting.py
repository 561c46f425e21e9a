"""What is suggested to somebody who types: nothing of what they may not read."""

import pytest
from django.test import Client
from django.urls import reverse

from agreements.archive.actions import Agreed
from negotiate.people.models import Enterprise
from tests.agreements.archive.shelf import agreed, chair, enterprise, signed

pytestmark = pytest.mark.django_db
FLOORS = {
    "year": "2026年度",
    "minimum_wage": "",
    "rows": [{"post": "焊工", "enterprise": "", "last_year": "", "amount": "2100.00"}],
}


def suggested(client: Client, query: str) -> list[str]:
    answer = client.get(reverse("archive-suggest"), {"q": query})
    said: list[str] = answer.json()["suggestions"]
    return said


def of(firm: Enterprise) -> Client:
    client = Client()
    client.force_login(firm.accounts.first() or chair(firm))
    return client


def test_an_enterprise_is_suggested_by_its_characters_and_its_sound(firm: Enterprise) -> None:
    signed(firm, "奖金")
    for typed in ("瑞胶", "srjy", "shenrui"):
        assert suggested(of(firm), typed) == ["神瑞胶业"]


def test_matters_and_industries_are_suggested(firm: Enterprise) -> None:
    assert suggested(of(firm), "师带") == ["师带徒"]
    assert "机械行业" in suggested(of(firm), "机械")
    assert {"制造业", "其他制造行业"} <= set(suggested(of(firm), "制造"))


def test_a_post_that_has_a_figure_is_suggested(firm: Enterprise) -> None:
    terms = [Agreed("post_floor_table", "岗位最低工资", "焊工\t2100元", FLOORS)]
    agreed(firm, terms, kind="post_floors")
    assert suggested(of(firm), "焊") == ["焊工"]


def test_words_before_the_last_stay(firm: Enterprise) -> None:
    assert suggested(of(firm), "≥1000元 师带") == ["≥1000元 师带徒"]


def test_what_is_out_of_reach_is_not_suggested(firm: Enterprise) -> None:
    signed(firm, "奖金")
    other = enterprise("远厂", under="霍山县总工会")
    assert suggested(of(other), "瑞胶") == []
    answer = Client().get(reverse("published-suggest"), {"q": "瑞胶"})
    assert answer.json() == {"suggestions": []}


@pytest.mark.parametrize(
    "typed", ["", " ", "，", "-", '"', "x" * 5000, "\x00", "工\x00奖", "师" * 300]
)
def test_whatever_is_typed_gets_an_answer(firm: Enterprise, typed: str) -> None:
    signed(firm, "工人奖金，工奖")
    assert isinstance(suggested(of(firm), typed), list)


def test_a_stranger_is_sent_to_sign_in() -> None:
    assert Client().get(reverse("archive-suggest"), {"q": "奖"}).status_code == 302
