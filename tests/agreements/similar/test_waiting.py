"""What is worded like a new agreement is looked for after its commit, and by nobody forgotten."""

import logging
from typing import Any

import pytest
from django.db import transaction

from agreements.archive import actions, indexing
from agreements.archive.asked import read
from agreements.archive.models import Card
from agreements.archive.old_cards import divide
from agreements.archive.reader import Reader
from agreements.archive.rebuilding import reindex
from agreements.archive.search import Wish, search
from agreements.scenarios.opening import book, chair_of
from agreements.scenarios.player import Player
from agreements.scenarios.story import story
from agreements.similar import waiting
from agreements.similar.actions import Firsts, FoundBy, found_by
from agreements.similar.models import ClauseBand, Likeness, Uncompared
from negotiate.live import announce
from negotiate.rooms.actions.keeping import keep_time
from negotiate.rooms.order import time_passed
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
def test_the_room_hears_of_its_paper_before_anything_is_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = list[str]()
    send, compare = announce._send, waiting.compare

    def heard(message: dict[str, Any]) -> None:
        said.append(message["type"])
        send(message)

    def compared(key: int, firsts: Firsts) -> None:
        said.append("compared")
        compare(key, firsts)

    monkeypatch.setattr(announce, "_send", heard)
    monkeypatch.setattr(indexing, "compare", compared)
    meeting = story("award")
    account = chair_of(meeting)
    paper = Player(meeting, book(meeting, account)).play()
    assert Card.objects.filter(paper=paper, uncompared=None).exists()
    assert said.count("compared") == 1
    assert said.index("compared") > 10
    assert "news" not in said[said.index("compared") :]


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
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bad, good = in_archive("甲厂"), in_archive("乙厂")

    def broken(card: Card) -> FoundBy:
        if card == bad:
            raise MemoryError
        return found_by(card)

    with monkeypatch.context() as now:
        now.setattr(waiting, "found_by", broken)
        with pytest.raises(ExceptionGroup) as failed:
            waiting.compare_waiting()
    assert (Uncompared.objects.get().card_id, is_compared(good)) == (bad.pk, True)
    (fault,) = failed.value.exceptions
    assert fault.__notes__ == [f"agreement {bad.pk} was not compared"]
    waiting.compare_waiting()
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
    waiting.compare(card.key, Firsts())
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
    waiting.compare(second.key, Firsts())
    assert Likeness.objects.count() == 2


@pytest.mark.django_db
def test_two_that_were_signed_at_once_are_one_group() -> None:
    """Whoever comes second finds the first, though both waited."""
    cards = [in_archive(name) for name in ("甲厂", "乙厂")]
    for card in reversed(cards):
        waiting.compare(card.key, Firsts())
    firsts = set(Likeness.objects.values_list("first", flat=True))
    assert firsts == {cards[1].pk}


@pytest.mark.django_db
def test_nothing_waits_of_what_was_signed_on_the_shelf() -> None:
    signed(enterprise("神瑞胶业"), LONG)
    assert not Uncompared.objects.exists()


@pytest.mark.django_db
def test_what_fails_in_the_sweep_is_told_and_is_no_reason_to_do_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nor is it kept waiting by what goes wrong before it."""
    card = in_archive("神瑞胶业")

    def broken(*_: object, **__: object) -> FoundBy:
        raise MemoryError

    with monkeypatch.context() as now:
        now.setattr(waiting, "found_by", broken)
        assert keep_time()["failed"] == 1
    time_passed.connect(broken)
    try:
        assert keep_time()["failed"] == 1
    finally:
        time_passed.disconnect(broken)
    assert is_compared(card)
    assert keep_time()["failed"] == 0
