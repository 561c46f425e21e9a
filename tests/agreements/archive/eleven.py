"""An enterprise with eleven agreements, whose index is written anew."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from agreements.archive import asked
from agreements.archive.models import Card
from agreements.archive.reader import Reader
from agreements.archive.rebuilding import reindex
from agreements.archive.search import Wish, search
from negotiate.people.models import Enterprise
from tests.agreements.archive.shelf import enterprise, signed

FIRST = datetime(2026, 3, 1, 1, tzinfo=UTC)
PAPERS = 11
LUNCH = "午餐每份十五元，由食堂送到各车间门口，汤免费，每周五由职工代表到后厨检查一次并公布结果。"


@pytest.fixture
def firm() -> Enterprise:
    """An enterprise with an agreement on every second day."""
    made = enterprise("神瑞胶业")
    for number in range(PAPERS):
        paper(made, f"第{number}号奖金", 2 * number)
    return made


def paper(firm: Enterprise, text: str, day: int) -> Card:
    return signed(firm, text, LUNCH, at=FIRST + timedelta(days=day))


def keys(firm: Enterprise, query: str) -> list[int]:
    wish = Wish(asked.read(query))
    return list(search(Reader(frozenset([firm.pk])), wish).keys)


def rebuild(act: Callable[[int], object]) -> int:
    """Rebuild, and act after each batch; how many batches there were."""
    done = []

    def told(count: int, of: int) -> None:
        done.append(count)
        act(len(done))

    reindex(told)
    return len(done)
