"""Tables that can be passed on: what they count, and what they keep to themselves."""

from typing import Any

import pytest
from django.test import Client

from agreements.api.counting import AGREEMENTS, WORKERS
from agreements.archive.actions import change
from negotiate.people.models import Enterprise
from tests.agreements.api.county import ask, floors
from tests.agreements.archive.shelf import enterprise, signed

pytestmark = pytest.mark.django_db
MEASURE = "post_floor_table.amount"


def counts(client: Client, **asked: Any) -> list[dict[str, Any]]:
    cells: list[dict[str, Any]] = ask(client, "statistics/agreements", **asked)["cells"]
    return cells


def summed(client: Client, **asked: Any) -> list[dict[str, Any]]:
    answer = ask(client, "statistics/figures", measure=MEASURE, **asked)
    assert answer["measure"] == MEASURE
    cells: list[dict[str, Any]] = answer["cells"]
    return cells


def test_agreements_are_counted_by_what_is_asked(client: Client, firm: Enterprise) -> None:
    other = enterprise("方舟环保")
    for year in (2025, 2026, 2026):
        floors(firm, 2000, workers=30, year=year)
    change(signed(other, "奖金"), workers=8)
    cells = counts(client, by=["year", "matter_kind"])
    told = [(c["year"], c["matter_kind"], c["agreements"], c["workers"]) for c in cells]
    assert sorted(told) == [
        (2025, "post_floors", 1, 30), (2026, "award", 1, 8), (2026, "post_floors", 2, 30),
    ]  # fmt: skip
    assert {(c["region"], c["industry"], c["hidden"]) for c in cells} == {(None, None, None)}


def test_an_enterprise_counts_once_with_its_most_workers(client: Client, firm: Enterprise) -> None:
    for workers in (30, 50, None, 40):
        floors(firm, 2000, workers=workers)
    floors(enterprise("方舟环保"), 2000, workers=7)
    (cell,) = counts(client, by="year")
    assert (cell["agreements"], cell["enterprises"], cell["workers"]) == (5, 2, 57)


@pytest.mark.parametrize(
    ("workers", "hidden"),
    [(WORKERS - 1, "few_workers"), (0, "few_workers"), (None, "unknown_workers"), (WORKERS, None)],
)
def test_a_cell_of_few_people_is_hidden(
    workers: int | None, hidden: str | None, client: Client, firm: Enterprise
) -> None:
    floors(firm, 2000, workers=workers)
    (cell,) = counts(client, by="year")
    assert cell["hidden"] == hidden
    told = (cell["agreements"], cell["enterprises"], cell["workers"])
    assert told == ((None, None, None) if hidden else (1, 1, workers))


def test_a_figure_is_told_by_least_median_and_most(client: Client, firm: Enterprise) -> None:
    for amount in (2000, 2300, 2100, 2200):
        floors(firm, amount, workers=40)
    (cell,) = summed(client, by="year")
    assert cell["figures"] == cell["agreements"] == 4
    assert (cell["least"], cell["median"], cell["most"]) == ("2000", "2150", "2300")
    assert cell["unit"] == "元"
    (cell,) = summed(client, least="2150")
    assert (cell["figures"], cell["hidden"], cell["year"]) == (None, "few_agreements", None)


@pytest.mark.parametrize(
    ("agreements", "workers", "hidden"),
    [
        (AGREEMENTS - 1, 40, "few_agreements"),
        (AGREEMENTS, None, "unknown_workers"),
        (AGREEMENTS, WORKERS, None),
    ],
)
def test_a_sum_of_few_agreements_or_few_people_is_hidden(
    agreements: int, workers: int | None, hidden: str | None, client: Client, firm: Enterprise
) -> None:
    for _ in range(agreements):
        floors(firm, 2000, 2100, workers=workers)
    (cell,) = summed(client)
    assert cell["hidden"] == hidden
    for name in ("figures", "agreements", "enterprises", "workers", "least", "median", "most"):
        assert (cell[name] is None) == (hidden is not None)


def test_figures_of_a_handful_of_people_are_in_no_sum(client: Client, firm: Enterprise) -> None:
    for _ in range(AGREEMENTS):
        floors(firm, 2000, 2100, workers=WORKERS - 1)
    assert summed(client) == []


def test_nothing_found_is_an_empty_table(client: Client, firm: Enterprise) -> None:
    assert counts(client, by=["year", "region"]) == []
    assert summed(client, by="industry") == []
