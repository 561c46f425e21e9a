"""What an answer says. Codes are told in words by /vocabulary; amounts are text, so that none of
their digits is lost on the way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from ninja import Field, Schema
from pydantic import ConfigDict

from agreements.archive.models import Card, Clause, Figure


class Answer(Schema):
    """Nothing is in an answer that its description does not have."""

    model_config = ConfigDict(json_schema_extra={"additionalProperties": False})


class Named(Answer):
    id: int
    name: str


class Summary(Answer):
    """One agreement in a list. `key` grows with the day of signing."""

    key: int = Field(alias="pk")
    title: str
    number: str
    enterprise: Named
    region: Named = Field(alias="federation")
    industry: str = Field(description="Empty where nobody said")
    signed_on: date
    matter_kind: str
    procedure: str
    terms: list[str]
    standing: str
    grade: str
    workers: int | None = Field(description="How many work there, where that is known")
    published_on: date | None = Field(description="Since when anybody may read it")

    @staticmethod
    def resolve_terms(card: Card) -> list[str]:
        return [kind for kind in card.kinds.split(",") if kind]


class ClauseAnswer(Answer):
    position: int
    kind: str
    heading: str
    text: str = Field(description="Lines with tabs are a table, its head first")


class FigureAnswer(Answer):
    measure: str
    about: str = Field(description="What it is for: a post, a process, an item")
    unit: str
    amount: str = Field(pattern=r"^-?[0-9]+(\.[0-9]+)?$")

    @staticmethod
    def resolve_amount(figure: Figure) -> str:
        return plain(figure.amount)


class Agreement(Summary):
    """One agreement whole. Its paper is not here; `sha256` tells whether a copy is genuine."""

    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    signers: list[str]
    clauses: list[ClauseAnswer]
    figures: list[FigureAnswer]

    @staticmethod
    def resolve_sha256(card: Card) -> str:
        kept = card.paper or card.old
        return kept.sha256 if kept else ""

    @staticmethod
    def resolve_clauses(card: Card) -> list[Clause]:
        return list(card.clauses.all())

    @staticmethod
    def resolve_figures(card: Card) -> list[Figure]:
        return list(card.figures.all())


class Agreements(Answer):
    """A page of them. `exact`: whether `total` is counted; where it is an estimate, only the first
    page has it. `next`: the address of the page after this, as long as there is one."""

    total: int | None
    exact: bool
    next: str | None
    agreements: list[Summary]


class Value(Answer):
    value: str
    label: str
    agreements: int


class Facet(Answer):
    name: str
    exact: bool = Field(description="Whether its numbers are counted, and not estimated")
    values: list[Value]
    more: int = Field(description="Values that are not told, all of them less frequent")


class Facets(Answer):
    """How many agreements there are with each value, if that were asked for besides. `exact`:
    whether `total` is counted."""

    total: int
    exact: bool
    facets: list[Facet]


class FigureRow(FigureAnswer):
    """One figure, and the agreement that it stands in."""

    agreement: int = Field(alias="card_id")
    enterprise: Named = Field(alias="card.enterprise")
    region: Named = Field(alias="card.federation")
    industry: str = Field(alias="card.industry")
    signed_on: date = Field(alias="card.signed_on")


class Figures(Answer):
    next: str | None
    figures: list[FigureRow]


class Mistake(Answer):
    parameter: str
    detail: str
    detail_en: str


class ProblemAnswer(Answer):
    """RFC 9457."""

    type: Literal["about:blank"]
    title: str
    status: int
    detail: str
    detail_en: str
    errors: list[Mistake] = Field(default=[])


def plain(amount: Decimal) -> str:
    """As people write it: neither an exponent nor zeros at the end."""
    return f"{amount.normalize():f}"
