"""A newer process writes words that this one does not know, while one after the other is restarted:
what has them is found and opened, and counted nowhere."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from agreements.archive import asked
from agreements.archive.actions import change
from agreements.archive.models import Card, Figure
from agreements.archive.reader import Reader
from agreements.archive.search import Found, Wish, search
from negotiate.people.models import Enterprise
from tests.agreements.api.county import ask, program
from tests.agreements.archive.shelf import chair, enterprise
from tests.agreements.compare.floors import floors

pytestmark = pytest.mark.django_db
NEW = {
    "standing": "half_void",
    "grade": "Z",
    "matter_kind": "robots",
    "procedure": "emergency",
    "industry": "ZZ",
}


@pytest.fixture
def card() -> Card:
    """One agreement with nothing but new words, beside one without any."""
    firm = enterprise("神瑞胶业")
    floors(firm, 2025, {"焊工": "3000"}, workers=30)
    card = floors(firm, 2026, {"焊工": "4000"}, workers=30)
    change(card, **NEW, kinds="post_floor_table,robot_rate")
    return card


def found(firm: Enterprise, wish: Wish) -> Found:
    return search(Reader(frozenset([firm.pk])), wish)


def test_it_is_found_and_counted_nowhere(card: Card) -> None:
    hits = found(card.enterprise, Wish(asked.read("焊工")))
    assert (hits.total, hits.keys[0]) == (2, card.key)
    for name in NEW:
        assert sum(number for _, number in hits.counts[name]) == (name != "industry"), name
    assert dict(hits.counts["term"]) == {"post_floor_table": 2}
    assert dict(hits.counts["year"]) == {"2026": 1, "2025": 1}


def test_no_choice_finds_it_by_a_word_that_is_unknown(card: Card) -> None:
    for name, word in NEW.items():
        assert found(card.enterprise, Wish(chosen={name: [word]})).total == 0
    known = found(card.enterprise, Wish(chosen={"matter_kind": ["post_floors"]}))
    assert (known.total, known.keys[0] != card.key) == (1, True)


def test_pages_show_it(card: Card) -> None:
    client = Client()
    client.force_login(chair(card.enterprise))
    assert card.title in client.get(reverse("archive")).content.decode()
    assert client.get(reverse("archive-paper", args=[card.key])).status_code == 200


def test_programs_are_told_of_it_but_in_no_table(card: Card) -> None:
    client = program(card.federation)
    newest = ask(client, "agreements")["agreements"][0]
    assert (newest["key"], newest["standing"]) == (card.key, "half_void")
    cells = ask(client, "statistics/agreements", by=["matter_kind"])["cells"]
    assert [(one["matter_kind"], one["agreements"]) for one in cells] == [("post_floors", 1)]
    cells = ask(client, "statistics/agreements", by=["year"])["cells"]
    assert [(one["year"], one["agreements"]) for one in cells] == [(2025, 1), (2026, 1)]
    asked_for = {"measure": "post_floor_table.amount", "by": ["industry"]}
    cells = ask(client, "statistics/figures", **asked_for)["cells"]
    assert [one["industry"] for one in cells] == [""]


def test_a_measure_that_is_unknown_is_not_compared(card: Card) -> None:
    client = Client()
    client.force_login(chair(card.enterprise))
    Figure.objects.filter(card=card).update(measure="robot_rate.amount")
    spread = client.get(reverse("compare")).context["spread"]
    assert (spread.figures, spread.highest) == (1, Decimal(3000))
