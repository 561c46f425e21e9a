"""Walks along `next` meet everything once, whatever is signed or withdrawn meanwhile."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from agreements.archive import confirming
from agreements.archive.actions import change
from agreements.archive.confirming import BOUND
from agreements.archive.models import Card
from negotiate.people.models import Enterprise
from tests.agreements.api.county import ROOT, ask, floors
from tests.agreements.archive.shelf import enterprise, signed

pytestmark = pytest.mark.django_db


def walk(client: Client, path: str, **asked: Any) -> Iterator[dict[str, Any]]:
    page = ask(client, path, **asked)
    yield page
    while page["next"]:
        page = client.get(page["next"]).json()
        yield page


def test_a_walk_meets_every_agreement_once_the_newest_first(
    client: Client, firm: Enterprise
) -> None:
    made = [signed(firm, "奖金").pk for _ in range(11)]
    pages = list(walk(client, "agreements", q="奖金", size=3))
    assert [len(page["agreements"]) for page in pages] == [3, 3, 3, 2]
    assert {page["total"] for page in pages} == {11}
    assert [each["key"] for page in pages for each in page["agreements"]] == made[::-1]


def test_a_full_last_page_has_none_after_it(client: Client, firm: Enterprise) -> None:
    for _ in range(4):
        signed(firm, "奖金")
    assert len(list(walk(client, "agreements", size=2))) == 2


def test_what_is_signed_or_withdrawn_meanwhile_moves_nothing(
    client: Client, firm: Enterprise
) -> None:
    far = enterprise("远厂", under="霍山县总工会")
    made = [signed(far, "奖金") for _ in range(6)]
    for card in made:
        change(card, published_on="2026-03-02")
    pages = walk(client, "agreements", size=2)
    seen = [each["key"] for each in next(pages)["agreements"]]
    signed(firm, "奖金")
    change(Card.objects.get(pk=seen[-1]), published_on=None)  # where the next page begins
    seen += [each["key"] for page in pages for each in page["agreements"]]
    assert seen == [card.pk for card in made[::-1]]


def test_those_first_whose_title_has_it_are_paged_too(client: Client, firm: Enterprise) -> None:
    titled = [signed(firm, "x", title="奖金纪要").pk for _ in range(3)]
    others = [signed(firm, "奖金").pk for _ in range(4)]
    pages = walk(client, "agreements", q="奖金", order="title", size=2)
    found = [each["key"] for page in pages for each in page["agreements"]]
    assert found == [*titled[::-1], *others[::-1]]
    answer = client.get(f"{ROOT}agreements", {"q": "奖金", "order": "title", "after": "1"})
    assert answer.status_code == 409


def test_an_estimated_list_is_walked_without_gap_or_false_hit(
    client: Client, firm: Enterprise
) -> None:
    """Every second of them has the pairs of the phrase and not the phrase."""
    for number in range(BOUND + 40):
        signed(firm, "奖金一千元" if number % 2 else "奖金一千 金一千元")
    pages = list(walk(client, "agreements", q="奖金一千元", size=50))
    assert not pages[0]["exact"]
    assert pages[0]["total"] == (BOUND + 40) // 2
    assert {page["total"] for page in pages[1:]} <= {None, pages[-1]["total"]}
    found = [each["key"] for page in pages for each in page["agreements"]]
    assert len(found) == len(set(found)) == (BOUND + 40) // 2


def test_a_walk_goes_on_over_candidates_that_are_too_many_for_one_page(
    client: Client, firm: Enterprise, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confirming, "MOST", 100)
    for number in range(BOUND + 60):
        signed(firm, "奖金一千 金一千元" if number % 65 else "奖金一千元")
    pages = list(walk(client, "agreements", q="奖金一千元", size=3))
    assert [len(page["agreements"]) for page in pages] == [1, 2, 1]


def test_a_walk_meets_every_figure_once(client: Client, firm: Enterprise) -> None:
    for amount in (2000, 2100, 2200):
        floors(firm, amount, amount + 10, amount + 20)
    pages = list(walk(client, "figures", measure="post_floor_table.amount", size=2))
    assert [len(page["figures"]) for page in pages] == [2, 2, 2, 2, 1]
    amounts = [row["amount"] for page in pages for row in page["figures"]]
    assert amounts == [str(one + more) for one in (2200, 2100, 2000) for more in (0, 10, 20)]


def test_figures_can_be_narrowed_down(client: Client, firm: Enterprise) -> None:
    floors(firm, 2000, 2500, 3000)
    asked = {"measure": "post_floor_table.amount", "least": "2400", "most": "2600"}
    assert [row["amount"] for row in ask(client, "figures", **asked)["figures"]] == ["2500"]
    asked = {"measure": "post_floor_table.amount", "about": "岗位3"}
    assert [row["amount"] for row in ask(client, "figures", **asked)["figures"]] == ["3000"]


def test_a_page_costs_the_same_few_queries_however_long_it_is(
    client: Client, firm: Enterprise, django_assert_max_num_queries: Any
) -> None:
    for _ in range(12):
        floors(firm, 2000)
    ask(client, "agreements")
    with django_assert_max_num_queries(8):
        ask(client, "agreements", size=100)
    with django_assert_max_num_queries(8):
        ask(client, "figures", measure="post_floor_table.amount", size=100)
