"""Opening an agreement to everybody: its own union decides, and may take it back."""

import pytest
from django.test import Client
from django.urls import reverse

from agreements.archive.models import Card
from agreements.archive.publishing import publish
from negotiate.law.refusal import Refused
from negotiate.people.models import Account, Federation
from negotiate.record.models import Entry
from tests.agreements.archive.shelf import chair, enterprise, officer, paper_of, signed

pytestmark = pytest.mark.django_db


@pytest.fixture
def card() -> Card:
    return signed(enterprise("神瑞胶业"), "奖金五千元", signers=("王桂芳", "李建国"))


@pytest.fixture
def own(card: Card) -> Client:
    return of(chair(card.enterprise))


def of(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def press(client: Client, card: Card, **button: str) -> str:
    answer = client.post(reverse("archive-publish", args=[card.key]), button, follow=True)
    return answer.content.decode()


def read_by_anybody(card: Card) -> str:
    answer = Client().get(reverse("published-paper", args=[card.key]))
    return answer.content.decode() if answer.status_code == 200 else ""


def test_nobody_else_reads_what_is_not_published(card: Card) -> None:
    assert read_by_anybody(card) == ""
    assert card.title not in Client().get(reverse("published")).content.decode()


def test_what_is_published_is_found_and_read_by_anybody(card: Card, own: Client) -> None:
    assert "收回" in press(own, card)
    assert "奖金五千元" in read_by_anybody(card)
    listed = Client().get(reverse("published"), {"q": "奖金"}).content.decode()
    assert reverse("published-paper", args=[card.key]) in listed


def test_of_people_only_those_who_signed_are_named(card: Card, own: Client) -> None:
    press(own, card)
    page = read_by_anybody(card)
    assert "王桂芳、李建国" in page
    for address in ("archive-paper", "paper-docx", "paper-evidence"):
        assert address not in page
    assert reverse("archive-paper", args=[card.key]) not in page


def test_what_is_taken_back_is_gone(card: Card, own: Client) -> None:
    press(own, card)
    assert "公开这份文件" in press(own, card, withdraw="1")
    assert read_by_anybody(card) == ""
    assert card.title not in Client().get(reverse("published")).content.decode()


def test_each_change_stands_in_the_record(card: Card, own: Client) -> None:
    press(own, card)
    press(own, card, withdraw="1")
    entries = Entry.objects.filter(book=paper_of(card).room.book).order_by("number")
    bodies = [entry.body for entry in entries]
    assert ["publish_in_archive" in bodies[0], "withdraw_from_archive" in bodies[1]] == [True] * 2
    assert all("陈国强" in body and card.number in body for body in bodies)


def test_a_federation_reads_but_does_not_decide(card: Card) -> None:
    client = of(officer(Federation.objects.get()))
    assert (
        "公开这份文件" not in client.get(reverse("archive-paper", args=[card.key])).content.decode()
    )
    assert "只有这家企业的工会账号" in press(client, card)
    assert read_by_anybody(card) == ""


def test_another_enterprise_does_not_know_of_it(card: Card) -> None:
    client = of(chair(enterprise("远厂", under="霍山县总工会")))
    answer = client.post(reverse("archive-publish", args=[card.key]))
    assert answer.status_code == 404
    assert read_by_anybody(card) == ""


def test_pressed_twice_it_says_so(card: Card, own: Client) -> None:
    press(own, card)
    assert "已经公开了" in press(own, card)
    press(own, card, withdraw="1")
    assert "没有公开" in press(own, card, withdraw="1")


def test_a_stranger_is_sent_to_sign_in(card: Card) -> None:
    assert Client().post(reverse("archive-publish", args=[card.key])).status_code == 302
    assert read_by_anybody(card) == ""


def test_the_database_is_asked_again_before_it_is_decided(card: Card, own: Client) -> None:
    """Two presses at once: the second has read the card before the first was done."""
    before = Card.objects.get(pk=card.pk)
    press(own, card)
    with pytest.raises(Refused):
        publish(card.enterprise.accounts.get(), before)
    assert Entry.objects.filter(book=paper_of(card).room.book).count() == 1
