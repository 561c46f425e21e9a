"""The clauses most like one, of those that somebody may read."""

from dataclasses import dataclass
from datetime import date

import pytest
from django.conf import settings
from django.shortcuts import resolve_url
from django.test import Client
from django.urls import reverse

from agreements.archive import actions
from agreements.archive.models import Card
from agreements.archive.rebuilding import reindex
from agreements.similar.models import AgreementBand, ClauseBand, Likeness
from negotiate.people.models import Enterprise, Federation
from tests.agreements.archive.shelf import chair, enterprise, officer, signed
from tests.agreements.compare.floors import counted, published
from tests.agreements.similar.test_words import LUNCH

pytestmark = pytest.mark.django_db


@dataclass
class Shelf:
    firm: Enterprise
    card: Card
    client: Client

    def address(self) -> str:
        return reverse("similar", args=[self.card.clauses.get(position=1).pk])

    def found(self) -> list[tuple[str, int]]:
        found = self.client.get(self.address()).context["found"]
        return [(one.clause.card.enterprise.name, one.percent) for one, _ in found]


@pytest.fixture
def shelf() -> Shelf:
    firm = enterprise("神瑞胶业")
    client = Client()
    client.force_login(officer(firm.federation))
    return Shelf(firm, signed(firm, LUNCH), client)


def test_the_most_similar_comes_first_and_the_unlike_not_at_all(shelf: Shelf) -> None:
    signed(enterprise("甲厂"), LUNCH.replace("每周五由职工代表到后厨检查一次", "每月评一次食堂"))
    signed(enterprise("乙厂"), LUNCH.replace("汤免费", "汤不要钱"))
    signed(enterprise("丙厂"), "师傅带徒弟满一年，徒弟考上中级工的，给师傅两个月的带徒津贴。")
    found = shelf.found()
    assert [name for name, _ in found] == ["乙厂", "甲厂"]
    assert 100 > found[0][1] > found[1][1] >= 20


def test_the_clause_itself_and_its_neighbours_are_left_out(shelf: Shelf) -> None:
    assert shelf.found() == []
    signed(shelf.firm, LUNCH, LUNCH)
    assert shelf.found() == [("神瑞胶业", 100)] * 2


def test_each_clause_of_an_agreement_leads_to_those_like_it(shelf: Shelf) -> None:
    text = shelf.client.get(reverse("archive-paper", args=[shelf.card.pk])).content.decode()
    assert shelf.address() in text
    assert "没有类似的条款" in shelf.client.get(shelf.address()).content.decode()


def test_of_many_equal_ones_the_newest_are_shown(shelf: Shelf) -> None:
    cards = [signed(enterprise(f"{n}厂"), LUNCH) for n in range(12)]
    found = shelf.client.get(shelf.address()).context["found"]
    assert [one.clause.card_id for one, _ in found] == [card.pk for card in cards[:1:-1]]


def test_a_wide_reach_is_read_band_by_band(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agreements.similar.finding.NARROW", 0)
    signed(enterprise("甲厂"), LUNCH)
    signed(enterprise("远厂", under="霍山县总工会"), LUNCH)
    assert shelf.found() == [("甲厂", 100)]


def test_reindexing_finds_the_same(shelf: Shelf) -> None:
    signed(enterprise("甲厂"), LUNCH.replace("汤免费", "汤不要钱"))
    before = shelf.found(), set(ClauseBand.objects.values_list("band", "clause"))
    likenesses = set(Likeness.objects.values_list("card", "first"))
    bands = set(AgreementBand.objects.values_list("band", "card"))
    reindex()
    assert (shelf.found(), set(ClauseBand.objects.values_list("band", "clause"))) == before
    assert set(Likeness.objects.values_list("card", "first")) == likenesses
    assert set(AgreementBand.objects.values_list("band", "card")) == bands


@pytest.fixture
def county(shelf: Shelf) -> dict[str, Card]:
    """Give the same clause elsewhere: under the same federation and not, published and not, of
    four people."""
    far = Federation.objects.create(name="霍山县总工会")
    cards = {
        name: signed(enterprise(name, under=of), LUNCH)
        for name, of in (("近厂", shelf.firm.federation.name), ("远厂", far.name),
                         ("公厂", far.name), ("小厂", shelf.firm.federation.name))
    }  # fmt: skip
    actions.change(cards["公厂"], published_on=date(2026, 6, 1))
    counted(cards["小厂"], 4)
    return cards


@pytest.mark.parametrize("narrow", [0, 2000])
@pytest.mark.parametrize(
    ("who", "names"),
    [("chair", {"公厂"}), ("officer", {"近厂", "公厂"}), ("far officer", {"远厂", "公厂"})],
)
def test_nothing_out_of_reach_is_shown(
    who: str,
    names: set[str],
    narrow: int,
    shelf: Shelf,
    county: dict[str, Card],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("agreements.similar.finding.NARROW", narrow)
    published(shelf.card)
    if who == "chair":
        shelf.client.force_login(chair(shelf.firm))
    if who == "far officer":
        shelf.client.force_login(officer(county["远厂"].enterprise.federation))
    assert {name for name, _ in shelf.found()} == names


def test_a_clause_out_of_reach_does_not_exist(shelf: Shelf) -> None:
    stranger = Client()
    stranger.force_login(chair(enterprise("远厂", under="霍山县总工会")))
    assert stranger.get(shelf.address()).status_code == 404
    for key in (0, 999, 2**70):
        assert shelf.client.get(reverse("similar", args=[key])).status_code == 404
    answer = Client().get(shelf.address())
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(resolve_url(settings.LOGIN_URL))
