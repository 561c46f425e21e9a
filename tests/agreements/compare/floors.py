"""Agreements on post floors, for whoever compares them."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from agreements.archive import actions
from agreements.archive.models import Card
from negotiate.law import terms
from negotiate.people.models import Enterprise
from tests.agreements.archive.shelf import agreed

KIND = "post_floor_table"


def floors(of: Enterprise, year: int, posts: Mapping[str, str], workers: int | None = None) -> Card:
    """An enterprise's floors for one year, signed that year."""
    rows = [{"post": post, "amount": amount} for post, amount in posts.items()]
    value = terms.parse(KIND, {"year": f"{year}年度", "rows": rows})
    text = terms.word(KIND, "岗位最低工资", value).text
    term = actions.Agreed(KIND, "岗位最低工资", text, value)
    at = datetime(year, 5, 1, 1, tzinfo=UTC)
    card = agreed(of, [term], f"{year}年岗位最低工资", "post_floors", at)
    return counted(card, workers)


def counted(card: Card, workers: int | None) -> Card:
    """The same with that many workers."""
    Card.objects.filter(pk=card.pk).update(workers=workers)
    card.workers = workers
    return card


def published(card: Card) -> Card:
    actions.change(card, published_on=date(2026, 6, 1))
    return card
