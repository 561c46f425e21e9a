"""The daily head of all chains: published once a day, and it finds what was rewritten whole."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from negotiate import moment
from negotiate.record import triggers
from negotiate.record.actions import append, link, open_book
from negotiate.record.chain import faults as chain_faults
from negotiate.record.days import close_day, faults
from negotiate.record.models import Book, DayHead, Entry
from negotiate.rooms.actions.keeping import keep_time

DAY = date(2026, 11, 28)


@pytest.fixture
def books(db: None) -> list[Book]:
    books = [open_book() for _ in range(3)]
    for book in books[:2]:
        append(book.pk, "said", {"name": "甲"}, {"what": "一"})
    return books


def test_a_day_names_the_books_that_grew_and_the_next_only_those_that_grew_again(
    books: list[Book],
) -> None:
    first = close_day(DAY)
    assert first is not None
    assert first.books == 2
    append(books[1].pk, "said", {"name": "乙"}, {"what": "二"})
    second = close_day(DAY + timedelta(days=1))
    assert second is not None
    book = Book.objects.get(pk=books[1].pk)
    assert second.lines == f"{book.pk} 2 {book.head}"
    assert second.previous == first.digest
    assert second.digest == link(first.digest, second.lines)
    assert list(faults()) == []


def test_a_day_is_closed_once_and_not_without_anything_new(books: list[Book]) -> None:
    assert close_day(DAY) is not None
    assert close_day(DAY) is None
    assert close_day(DAY - timedelta(days=1)) is None
    assert close_day(DAY + timedelta(days=1)) is None


def test_a_chain_rewritten_as_a_whole_no_longer_has_its_published_head(
    books: list[Book],
) -> None:
    """What the chain itself cannot tell: somebody with the database computes every hash anew."""
    close_day(DAY)
    triggers.remove(connection)
    entry = Entry.objects.get(book=books[0])
    entry.body = entry.body.replace("一", "三")
    entry.digest = link(entry.previous, entry.body)
    entry.save()
    Book.objects.filter(pk=books[0].pk).update(head=entry.digest)
    triggers.install(connection)
    assert list(chain_faults(Book.objects.get(pk=books[0].pk))) == []
    (fault,) = faults()
    assert f"book {books[0].pk} " in fault


def test_a_day_changed_by_hand_is_named(books: list[Book]) -> None:
    close_day(DAY)
    DayHead.objects.update(lines=f"{books[0].pk} 1 {'0' * 64}")
    assert "the day was changed" in next(faults())


def test_time_closes_yesterday_and_anybody_reads_it(books: list[Book], client: Client) -> None:
    assert keep_time()["day head"] == 1
    assert keep_time()["day head"] == 0
    head = DayHead.objects.get()
    assert head.day == moment.today() - timedelta(days=1)
    assert head.digest in client.get(reverse("heads")).content.decode()
    told = client.get(reverse("day-head", args=[head.day])).content.decode()
    previous, _, lines = told.partition("\n")
    assert link(previous, lines) == head.digest
    assert client.get("/heads/2026-13-45.txt").status_code == 404
