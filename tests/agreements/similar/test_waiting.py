"""What is worded like a new agreement is looked for after its commit, and by nobody forgotten."""

import logging

import pytest
from django.db import transaction

from agreements.archive import actions
from agreements.archive.asked import read
from agreements.archive.models import Card
from agreements.archive.old_cards import divide
from agreements.archive.reader import Reader
from agreements.archive.rebuilding import reindex
from agreements.archive.search import Wish, search
from agreements.similar import waiting
from agreements.similar.actions import FoundBy, found_by
from agreements.similar.models import ClauseBand, Likeness, Uncompared
from negotiate.rooms.actions.keeping import keep_time
from tests.agreements.archive.shelf import archived, enterprise, signed
from tests.agreements.archive.whole import faults
from tests.agreements.similar.test_copies import LONG

TERMS = [actions.Agreed("text", "午餐", LONG, {"body": LONG})]


def in_archive(name: str) -> Card:
    return archived(enterprise(name), TERMS)


def is_compared(card: Card) -> bool:
    return ClauseBand.objects.filter(card=card).exists() and card.likeness.card_id == card.pk


def found(card: Card) -> int:
    return search(Reader(frozenset([card.enterprise_id])), Wish(read("午餐"))).total


@pytest.mark.usefixtures("committing")
def test_it_is_compared_as_soon_as_it_is_committed() -> None:
    with transaction.atomic():
        card = in_archive("神瑞胶业")
        assert Uncompared.objects.get().card_id == card.pk
        assert not ClauseBand.objects.exists()
        assert found(card) == 1
    assert is_compared(card)
    assert faults() == []


@pytest.mark.usefixtures("committing")
def test_what_goes_wrong_takes_nothing_back_and_time_makes_it_good(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(card: Card) -> FoundBy:
        raise MemoryError

    with monkeypatch.context() as now, caplog.at_level(logging.CRITICAL, "django.db.backends.base"):
        now.setattr(waiting, "found_by", broken)
        card = in_archive("神瑞胶业")
    assert found(card) == 1
    assert Uncompared.objects.count() == 1
    keep_time()
    assert is_compared(card)
    assert faults() == []


@pytest.mark.django_db
def test_one_that_goes_wrong_keeps_no_other_waiting(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bad, good = in_archive("甲厂"), in_archive("乙厂")

    def broken(card: Card) -> FoundBy:
        if card == bad:
            raise MemoryError
        return found_by(card)

    with monkeypatch.context() as now:
        now.setattr(waiting, "found_by", broken)
        assert waiting.compare_waiting() == 2
    assert (Uncompared.objects.get().card_id, is_compared(good)) == (bad.pk, True)
    assert f"agreement {bad.pk} was not compared" in caplog.text
    assert waiting.compare_waiting() == 1
    assert Likeness.objects.get(card=bad).first_id == good.pk


@pytest.mark.django_db
def test_what_is_divided_meanwhile_is_compared_as_it_is_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    card = in_archive("神瑞胶业")
    times = list[Card]()

    def late(read: Card) -> FoundBy:
        made = found_by(read)
        times.append(read)
        if len(times) == 1:
            divide(card, [*TERMS, *TERMS])
        return made

    monkeypatch.setattr(waiting, "found_by", late)
    waiting.compare(card.key)
    assert len(times) == 2
    assert len(set(ClauseBand.objects.values_list("clause", flat=True))) == 2
    assert faults() == []


@pytest.mark.django_db
def test_a_rebuild_compares_what_waits_and_nobody_does_it_again() -> None:
    first, second = in_archive("甲厂"), in_archive("乙厂")
    reindex()
    assert not Uncompared.objects.exists()
    assert Likeness.objects.get(card=second).first_id == first.pk
    assert faults() == []
    waiting.compare(second.key)
    assert Likeness.objects.count() == 2


@pytest.mark.django_db
def test_two_that_were_signed_at_once_are_one_group() -> None:
    """Whoever comes second finds the first, though both waited."""
    cards = [in_archive(name) for name in ("甲厂", "乙厂")]
    for card in reversed(cards):
        waiting.compare(card.key)
    firsts = set(Likeness.objects.values_list("first", flat=True))
    assert firsts == {cards[1].pk}


@pytest.mark.django_db
def test_nothing_waits_of_what_was_signed_on_the_shelf() -> None:
    signed(enterprise("神瑞胶业"), LONG)
    assert not Uncompared.objects.exists()
