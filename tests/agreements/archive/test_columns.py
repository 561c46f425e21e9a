"""What a process holds of the cards is what a new process would read, and never old."""

import random
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from agreements.archive import asked, columns
from agreements.archive.actions import change, follow_enterprise, follow_room
from agreements.archive.columns import Columns
from agreements.archive.models import Card
from agreements.archive.reader import PUBLIC, Reader
from agreements.archive.search import Wish, search
from agreements.papers.models import Paper
from negotiate.people.industries import Industry
from negotiate.people.models import Enterprise, Federation
from negotiate.rooms.models import Room
from tests.agreements.archive.shelf import enterprise, paper_of, signed, take_out

pytestmark = pytest.mark.django_db


def read_anew() -> Columns:
    columns.forget()
    return columns.current()


def assert_same(held: Columns, anew: Columns) -> None:
    assert held.serial == anew.serial
    for name in (one.name for one in fields(Columns) if one.name != "serial"):
        assert getattr(held, name).dtype == getattr(anew, name).dtype
        np.testing.assert_array_equal(getattr(held, name), getattr(anew, name), name)


def some_change(source: random.Random, firms: list[Enterprise]) -> None:
    """Add a card, most of them between the days of others; or change one or two."""
    cards = list(Card.objects.all())
    at = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(hours=source.randint(0, 400))
    if not cards or source.random() < 0.5:
        signed(source.choice(firms), "奖金", at=at, kind=source.choice(["award", "pay"]))
        return
    card = source.choice(cards)
    change(card, published_on=source.choice([None, date(2026, 3, 2)]))
    change(source.choice(cards), standing=source.choice(["signed", "expired"]))
    if source.random() < 0.2:
        firm = source.choice(firms)
        firm.industry = source.choice(Industry.values)
        firm.save()


@pytest.mark.parametrize("seed", range(3))
def test_reading_what_is_new_gives_what_reading_all_anew_gives(seed: int) -> None:
    source = random.Random(seed)  # noqa: S311
    firms = [enterprise(f"企业{number}") for number in range(3)]
    columns.current()
    for _ in range(25):
        for _ in range(source.randint(1, 3)):
            some_change(source, firms)
        held = columns.current()
        assert list(held.key) == sorted(Card.objects.values_list("key", flat=True))
        assert_same(held, read_anew())


def test_nothing_is_read_again_as_long_as_nothing_changed(firm: Enterprise) -> None:
    signed(firm, "奖金")
    assert columns.current() is columns.current()


def test_what_is_changed_in_the_database_alone_is_seen_when_all_is_forgotten(
    firm: Enterprise,
) -> None:
    card = signed(firm, "奖金")
    columns.current()
    Card.objects.update(grade=Paper.Grade.C)
    columns.forget()
    found = search(Reader(frozenset([firm.pk])), Wish(chosen={"grade": ["C"]}))
    assert found.keys == [card.key]


def test_an_archive_that_was_emptied_is_read_anew(firm: Enterprise) -> None:
    card = signed(firm, "奖金")
    assert len(columns.current()) == 1
    take_out(card)
    assert len(columns.current()) == 0


def test_a_key_that_came_later_is_passed_over(firm: Enterprise) -> None:
    held = columns.current()
    card = signed(firm, "奖金")
    assert not held.mask(np.array([card.key])).any()
    held = columns.current()
    assert list(held.mask(np.array([card.key - 1, card.key, card.key + 1]))) == [True]


def test_a_stage_of_the_room_is_seen_by_the_next_search(firm: Enterprise) -> None:
    card = signed(firm, "奖金")
    reader = Reader(frozenset([firm.pk]))
    assert dict(search(reader, Wish()).counts["standing"]) == {"signed": 1}
    Paper.objects.filter(pk=paper_of(card).pk).update(kind=Paper.Kind.CONTRACT)
    Room.objects.filter(pk=paper_of(card).room_id).update(stage="expired")
    follow_room(Room.objects.get(pk=paper_of(card).room_id))
    assert dict(search(reader, Wish()).counts["standing"]) == {"expired": 1}


def test_an_enterprise_s_new_industry_and_region_are_seen_by_the_next_search(
    firm: Enterprise,
) -> None:
    signed(firm, "奖金")
    reader = Reader(frozenset([firm.pk]))
    assert search(reader, Wish()).total == 1
    other = Federation.objects.create(name="霍山县总工会")
    Enterprise.objects.update(industry=Industry("34").value, federation=other)
    follow_enterprise(Enterprise.objects.get())
    counts = search(reader, Wish()).counts
    assert (dict(counts["industry"]), dict(counts["region"])) == ({"34": 1}, {str(other.pk): 1})


def test_an_enterprise_that_stays_where_it_is_changes_no_card(firm: Enterprise) -> None:
    card = signed(firm, "奖金")
    firm.save()
    assert Card.objects.get().serial == card.serial


def test_what_is_published_is_found_by_the_next_search(firm: Enterprise) -> None:
    card = signed(firm, "奖金")
    wish = Wish(asked.read("奖金"))
    assert search(PUBLIC, wish).total == 0
    change(card, published_on=date(2026, 3, 2))
    assert search(PUBLIC, wish).total == 1
    change(card, published_on=None)
    assert search(PUBLIC, wish).total == 0
