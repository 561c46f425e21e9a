"""What a figure is for is shown as somebody wrote it, and found however it is written."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import F
from django.test import Client
from django.urls import reverse

from agreements.archive.models import Card, Figure
from agreements.archive.ranges import Range
from agreements.archive.reader import Reader
from agreements.archive.search import Wish, search
from agreements.compare.side import side_by_side
from negotiate.people.models import Enterprise
from tests.agreements.api.county import ask, program
from tests.agreements.compare.floors import floors

pytestmark = pytest.mark.django_db
TYPED = ("CNC", "cnc", "ＣＮＣ", "CNC操")


@pytest.fixture
def card(firm: Enterprise) -> Card:
    return floors(firm, 2026, {"CNC操作工": "3000", "焊工": "3100"})


def abouts() -> list[tuple[str, str]]:
    return list(Figure.objects.order_by("pk").values_list("about", "searched"))


@pytest.mark.parametrize("typed", TYPED)
def test_a_post_is_found_however_it_is_written(typed: str, card: Card, client: Client) -> None:
    found = search(Reader(frozenset([card.enterprise_id])), Wish(figures=(Range(about=typed),)))
    assert found.keys == [card.key]
    table = client.get(reverse("compare"), {"about": typed}).context["table"]
    assert [row.about for row in table.rows] == ["CNC操作工"]


def test_a_post_is_suggested_as_it_is_written(card: Card, client: Client) -> None:
    said = client.get(reverse("archive-suggest"), {"q": "cnc操"}).json()
    assert said == {"suggestions": ["CNC操作工"]}


def test_programs_are_told_what_is_written(card: Card, firm: Enterprise) -> None:
    client, asked = program(firm.federation), {"measure": "post_floor_table.amount", "about": "cnc"}
    assert [one["about"] for one in ask(client, "figures", **asked)["figures"]] == ["CNC操作工"]
    told = ask(client, f"agreements/{card.pk}")["figures"]
    assert [one["about"] for one in told] == ["CNC操作工", "焊工"]


def test_one_post_written_in_two_ways_is_one_row(firm: Enterprise, client: Client) -> None:
    for year, post in ((2024, "cnc操作工"), (2025, "ＣＮＣ操作工"), (2026, "CNC操作工")):
        floors(firm, year, {post: f"{year}"})
    (row,) = client.get(reverse("compare")).context["table"].rows
    assert row.about == "CNC操作工"
    assert [each.year for each in row.agreed] == [2024, 2025, 2026]


def test_side_by_side_two_ways_to_write_a_post_are_one_row(firm: Enterprise) -> None:
    cards = [floors(firm, year, {post: "3000"}) for year, post in ((2025, "CNC"), (2026, "ｃｎｃ"))]
    side = side_by_side(Reader(frozenset([firm.pk])), cards, [], "")
    assert [(row.of.about, len(row.cells)) for row in side.rows] == [("CNC", 2)]


def test_what_was_looked_for_narrows_down_however_it_is_written(card: Card, client: Client) -> None:
    assert (
        client.get(reverse("compare"), {"q": "cnc操作工"}).context["narrower"][0][0] == "cnc操作工"
    )


def test_what_was_kept_only_as_it_is_compared_is_read_again(card: Card) -> None:
    before = abouts()
    assert before == [("CNC操作工", "cnc操作工"), ("焊工", "焊工")]
    Figure.objects.update(about=F("searched"))
    Figure.objects.update(searched="")
    migration = import_module("agreements.migrations.0024_figures_as_written")
    migration.fill(apps, connection.schema_editor())
    assert abouts() == before
