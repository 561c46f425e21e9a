"""Search against brute force: exactly the agreements that answer, in their order, counted right."""

import random

import pytest

from tests.agreements.archive import library
from tests.agreements.archive.at_random import everything, short
from tests.agreements.archive.comparing import compare, split
from tests.agreements.archive.reference import Kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf() -> list[Kept]:
    return library.shelf(random.Random(20260301), 300)  # noqa: S311


def test_two_thousand_random_queries_find_exactly_what_answers(shelf: list[Kept]) -> None:
    source = random.Random(1)  # noqa: S311
    hits, exact = short(source, shelf, 2000)
    assert hits > 10_000
    assert exact > 500


def test_a_thousand_random_queries_find_exactly_what_minutes_tell(shelf: list[Kept]) -> None:
    source = random.Random(3)  # noqa: S311
    hits, exact = short(source, shelf, 1000, in_minutes=True)
    assert hits > 5_000
    assert exact > 200


def test_what_stands_in_a_text_is_found_by_any_part_of_it(shelf: list[Kept]) -> None:
    source = random.Random(2)  # noqa: S311
    reach = {kept.enterprise for kept in shelf}
    for kept in source.choices(shelf, k=300):
        text = source.choice(kept.texts)
        start = source.randrange(len(text))
        query = text[start : start + source.randint(1, 8)].replace("-", "")
        compare(shelf, reach, query, split(query), source.randrange(3))


@pytest.mark.parametrize("seed", range(4))
def test_everything_asked_at_once_is_answered_exactly(shelf: list[Kept], seed: int) -> None:
    source = random.Random(seed)  # noqa: S311
    assert everything(source, shelf, 250) > 50
