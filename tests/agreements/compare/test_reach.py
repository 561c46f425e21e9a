"""Nobody learns a figure from a comparison that is not theirs to read."""

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pytest
from django.conf import settings
from django.shortcuts import resolve_url
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from agreements.archive.models import Card
from negotiate.people.models import Account, Federation
from tests.agreements.archive.shelf import chair, enterprise, officer
from tests.agreements.compare.floors import counted, floors, published

pytestmark = pytest.mark.django_db

AMOUNTS = {"east": 2611, "west": 2723, "far": 2838, "open": 2957, "tiny": 3071, "open few": 3163}
REACH = {
    "east": {"east", "open"},
    "west": {"west", "open"},
    "far": {"far", "open"},
    "tiny": {"tiny", "open"},
    "open few": {"open", "open few"},
    "township": {"east", "open"},
    "county": {"east", "west", "open"},
    "other county": {"far", "open"},
    "nobody's": {"open"},
}


@dataclass
class County:
    cards: dict[str, Card]
    accounts: dict[str, Account]


@pytest.fixture
def county() -> County:
    """Give two townships of a county and another county; of one enterprise each, some with an
    agreement that is published, some with one that covers four people."""
    top = Federation.objects.create(name="阜宁县总工会")
    other = Federation.objects.create(name="霍山县总工会")
    towns = [Federation.objects.create(name=name, parent=top) for name in ("东乡", "西乡")]
    under = {"east": "东乡", "west": "西乡", "far": other.name, "open": other.name, "tiny": "东乡",
             "open few": other.name}  # fmt: skip
    firms = {name: enterprise(f"{name}厂", under=of) for name, of in under.items()}
    cards = {name: floors(firm, 2026, {"焊工": str(AMOUNTS[name])}, 80)
             for name, firm in firms.items()}  # fmt: skip
    for name in ("tiny", "open few"):
        counted(cards[name], 4)
    for name in ("open", "open few"):
        published(cards[name])
    accounts = {name: chair(firms[name]) for name in REACH if name in firms}
    accounts |= {"township": officer(towns[0]), "county": officer(top)}
    accounts |= {"other county": officer(other)}
    accounts["nobody's"] = Account.objects.create_user("nobodys")
    return County(cards, accounts)


def signed_in(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def told(text: str) -> set[str]:
    """Whose figures can be read in a text."""
    plain = re.sub("[,.]", "", text)
    return {name for name, amount in AMOUNTS.items() if str(amount) in plain}


@pytest.mark.parametrize("who", REACH)
def test_the_page_holds_the_readers_own_figures_and_no_others(who: str, county: County) -> None:
    answer = signed_in(county.accounts[who]).get(reverse("compare"))
    text = answer.content.decode()
    assert told(text) == REACH[who]
    assert answer.context["spread"].agreements == len(REACH[who])
    assert answer.context["measures"][0][2] == len(REACH[who])
    assert sum(bar.agreements for bar, _ in answer.context["bars"]) in (0, len(REACH[who]))
    for name, card in county.cards.items():
        assert (card.enterprise.name in text) == (name in REACH[who])


@pytest.mark.parametrize("who", REACH)
def test_the_spreadsheet_holds_the_same(who: str, county: County) -> None:
    answer = signed_in(county.accounts[who]).get(reverse("compare-book"))
    rows = list(load_workbook(BytesIO(answer.content)).worksheets[0].values)
    assert {row[2] for row in rows[1:]} == {AMOUNTS[name] for name in REACH[who]}


@pytest.mark.parametrize("who", REACH)
@pytest.mark.parametrize("page", ["compare", "archive"])
def test_no_figure_is_found_out_by_asking_for_it(who: str, page: str, county: County) -> None:
    client = signed_in(county.accounts[who])
    for name, amount in AMOUNTS.items():
        asked: dict[str, Any] = {"measure": "post_floor_table.amount"}
        asked |= {"least": str(amount), "most": str(amount)}
        answer = client.get(reverse(page), asked)
        if page == "compare":
            found = answer.context["spread"]
            total = found.agreements if found else 0
        else:
            total = answer.context["found"].total
        assert total == (name in REACH[who]), name


@pytest.mark.parametrize("who", ["tiny", "county", "other county"])
def test_how_many_people_nobody_said_hides_nothing(who: str, county: County) -> None:
    counted(county.cards["tiny"], None)
    answer = signed_in(county.accounts[who]).get(reverse("compare"))
    assert ("tiny" in told(answer.content.decode())) == (who in ("tiny", "county"))


def test_five_people_are_enough(county: County) -> None:
    counted(county.cards["tiny"], 5)
    Card.objects.filter(pk=county.cards["tiny"].pk).update(serial=999)
    assert "tiny" in told(
        signed_in(county.accounts["county"]).get(reverse("compare")).content.decode()
    )


def test_a_stranger_is_sent_to_sign_in(county: County) -> None:
    for name in ("compare", "compare-book"):
        answer = Client().get(reverse(name))
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith(resolve_url(settings.LOGIN_URL))


def test_a_comparison_is_only_read(county: County) -> None:
    client = signed_in(county.accounts["east"])
    for name in ("compare", "compare-book"):
        assert client.post(reverse(name)).status_code == 405


@pytest.mark.parametrize("who", REACH)
def test_nobody_sets_beside_their_own_what_they_may_not_read(who: str, county: County) -> None:
    client, other = signed_in(county.accounts[who]), county.cards["open"]
    for which, card in county.cards.items():
        picks = {"pick": [card.key, other.key]}
        clauses = {"clause": [card.clauses.get().pk, other.clauses.get().pk]}
        for asked in (picks, clauses) if card != other else ():
            page = client.get(reverse("side-by-side"), asked)
            book = client.get(reverse("side-by-side-book"), asked)
            assert page.status_code == book.status_code
            assert page.status_code == 200 or which not in REACH[who]
            if page.status_code == 200:
                values = load_workbook(BytesIO(book.content)).worksheets[0].values
                for text in (page.content.decode(), str(list(values))):
                    assert told(text) == {which, "open"} & REACH[who]
