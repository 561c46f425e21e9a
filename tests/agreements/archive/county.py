"""Everybody who may ask for an agreement, agreements that differ in everything, and who may read
which: said here, apart from the archive."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from agreements.archive.actions import Agreed, change
from agreements.archive.models import Card
from agreements.archive.reader import PUBLIC, Reader
from agreements.archive.search import Found, Wish, search
from negotiate.people.models import Account, Federation
from tests.agreements.archive.shelf import agreed, chair, enterprise, officer

ALWAYS = {"east open", "far open"}
REACH = {
    "east": ALWAYS | {"east"},
    "west": ALWAYS | {"west"},
    "far": ALWAYS | {"far"},
    "township": ALWAYS | {"east"},
    "county": ALWAYS | {"east", "west"},
    "other county": ALWAYS | {"far"},
    "nobody's": ALWAYS,
    "anybody": ALWAYS,
}
OWN = {
    "east": {"east", "east open"},
    "west": {"west"},
    "far": {"far", "far open"},
    "township": {"east", "east open"},
    "county": {"east", "east open", "west"},
    "other county": {"far", "far open"},
    "nobody's": set[str](),
    "anybody": set[str](),
}
"""Whose whole papers they read."""
CARDS = ("east", "east open", "west", "far", "far open")
# Of every agreement its own word, signer and his initials, amount, matter and kind of term.
WORDS = dict(zip(CARDS, ("焊工", "钳工", "漆工", "电工", "瓦工"), strict=True))
SIGNERS = dict(zip(CARDS, ("王桂芳", "李建国", "陈强", "周卫东", "沈怡"), strict=True))
INITIALS = dict(zip(CARDS, ("wgf", "ljg", "cq", "zwd", "sy"), strict=True))
AMOUNTS = dict(zip(CARDS, map(Decimal, (101, 202, 303, 404, 505)), strict=True))
CAME = dict(zip(CARDS, ("赵志刚", "钱秀英", "孙小兰", "朱明玉", "许文斌"), strict=True))
MATTERS = dict(zip(CARDS, ("award", "mentoring", "piece_rates", "catering", "skills"), strict=True))


@dataclass
class County:
    """Two townships of a county with one enterprise each, and another county."""

    cards: dict[str, Card]
    accounts: dict[str, Account]

    def reader(self, who: str) -> Reader:
        return Reader.of(self.accounts[who]) if who in self.accounts else PUBLIC

    def client(self, who: str) -> Client:
        client = Client()
        if who in self.accounts:
            client.force_login(self.accounts[who])
        return client

    def found(self, who: str, wish: Wish) -> tuple[set[str], Found]:
        """The names of those found, and the rest."""
        names = {card.key: name for name, card in self.cards.items()}
        found = search(self.reader(who), wish)
        return {names[key] for key in found.keys}, found


def opened() -> County:
    top = Federation.objects.create(name="阜宁县总工会")
    other_top = Federation.objects.create(name="霍山县总工会")
    towns = [Federation.objects.create(name=name, parent=top) for name in ("东乡", "西乡")]
    firms = {
        "east": enterprise("东厂", under="东乡"),
        "west": enterprise("西厂", under="西乡"),
        "far": enterprise("远厂", under="霍山县总工会"),
    }
    accounts = {name: chair(firm) for name, firm in firms.items()}
    accounts |= {"township": officer(towns[0]), "county": officer(top)}
    accounts |= {"other county": officer(other_top)}
    accounts["nobody's"] = Account.objects.create_user("nobodys")
    cards = {}
    for name in CARDS:
        amount = {"subject": WORDS[name], "amount": f"{AMOUNTS[name]}.00", "per": "每人每月",
                  "favours": "higher"}  # fmt: skip
        terms = [Agreed("amount", "津贴", f"{WORDS[name]}每月{AMOUNTS[name]}元", amount)]
        firm = firms[name.split()[0]]
        told = {"course": [f"职工方{CAME[name]}要求对方答复。"]}
        facts: Any = {"kind": MATTERS[name], "signers": [SIGNERS[name]], "told": told}
        cards[name] = agreed(firm, terms, **facts)
        if "open" in name:
            change(cards[name], published_on=date(2026, 3, 2))
    return County(cards, accounts)


everybody = pytest.mark.parametrize("who", REACH)
