"""Two counties with agreements of all sorts, and programs that ask for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.test import Client

from agreements.api.actions import make
from agreements.archive.actions import Agreed, change
from agreements.archive.models import Card
from negotiate.law.terms import parse, word
from negotiate.people.models import Enterprise, Federation
from tests.agreements.archive.shelf import agreed, enterprise, signed

ROOT = "/api/v1/"


def program(federation: Federation | None = None) -> Client:
    """A program with a token of this federation; with none, without."""
    if federation is None:
        return Client()
    return Client(headers={"Authorization": f"Bearer {make(federation, '统计', 30)[1]}"})


def ask(client: Client, path: str, /, **asked: Any) -> Any:
    """The answer to a question that is answered."""
    answer = client.get(ROOT + path, asked)
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()


def floors(of: Enterprise, *amounts: int, workers: int | None = None, year: int = 2026) -> Card:
    """An agreement on a monthly minimum for each post."""
    rows = [{"post": f"岗位{n}", "amount": str(amount)} for n, amount in enumerate(amounts, 1)]
    value = parse("post_floor_table", {"year": f"{year}年度", "rows": rows})
    text = word("post_floor_table", "岗位最低工资", value).text
    term = Agreed("post_floor_table", "岗位最低工资", text, value)
    card = agreed(of, [term], kind="post_floors", at=datetime(year, 3, 1, 1, tzinfo=UTC))
    change(card, workers=workers)
    return Card.objects.get(pk=card.pk)


@dataclass
class Counties:
    """One county with two townships, and one beside it; in each of the three an agreement that only
    its own may read, and one that is published."""

    federations: dict[str, Federation] = field(default_factory=dict)
    cards: dict[str, Card] = field(default_factory=dict)

    def __post_init__(self) -> None:
        county = Federation.objects.create(name="阜宁县总工会")
        self.federations["county"] = county
        for name, parent in (("east", county), ("west", county), ("far", None)):
            federation = Federation.objects.create(name=f"{name}总工会", parent=parent)
            self.federations[name] = federation
            firm = enterprise(f"{name}厂", under=federation.name)
            self.cards[name] = signed(firm, "奖金五千元")
            self.cards[f"{name} open"] = signed(firm, "奖金六千元")
            change(self.cards[f"{name} open"], published_on="2026-03-02")


def filled() -> str:
    """Put agreements of all sorts into an archive, and give a token that reads them."""
    counties = Counties()
    for firm in Enterprise.objects.all():
        for year in (2025, 2026):
            floors(firm, 2200, 2400, workers=40, year=year)
    return make(counties.federations["county"], "统计", 30)[1]
