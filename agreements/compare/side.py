"""A few clauses side by side: what each enterprise agreed, figure by figure and word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from django.utils.translation import gettext

from agreements.archive.models import Card, Clause
from agreements.archive.reader import Reader
from negotiate.law import terms
from negotiate.law.refusal import N_, Refused
from negotiate.law.terms.figures import MEASURES
from negotiate.spreadsheet import Value

LEAST: Final = 2
MOST: Final = 8
"""Agreements or clauses that were picked: more do not stand beside each other on any screen."""
HOW_MANY: Final = N_("请勾选 %(least)s 到 %(most)s 份再并排对比。")


class About(NamedTuple):
    """What a row of figures is about."""

    measure: str
    about: str
    unit: str

    @property
    def label(self) -> str:
        return MEASURES[self.measure].label


class Cell(NamedTuple):
    """What a clause has for it, if it has anything."""

    clause: Clause
    amount: Decimal | None


@dataclass(frozen=True)
class Row:
    """One thing, with a cell for each clause."""

    of: About
    cells: Sequence[Cell]


@dataclass(frozen=True)
class Side:
    """`kinds`: of term, that the picked agreements have, with in how many; `hidden`: how many of
    those picked are not shown because they cover so few people that each would be known."""

    kind: str
    kinds: Sequence[tuple[str, int]]
    clauses: Sequence[Clause]
    rows: Sequence[Row]
    hidden: int


def side_by_side(
    reader: Reader, cards: Sequence[Card], picked: Sequence[Clause], kind: str
) -> Side:
    """Set beside each other the clauses picked, and those of one kind in the agreements picked: of
    the kind asked for, or of that which the most have. Raises Refused for too few or too many."""
    if not LEAST <= len(cards) + len(picked) <= MOST:
        raise Refused(HOW_MANY, least=LEAST, most=MOST)
    shown = [card for card in cards if reader.may_compare(card)]
    own = [clause for clause in picked if reader.may_compare(clause.card)]
    kinds = _kinds(shown)
    if kind not in dict(kinds):
        kind = kinds[0][0] if kinds else ""
    clauses = [*own, *_of_kind(shown, kind)]
    hidden = len(cards) + len(picked) - len(shown) - len(own)
    return Side(kind, kinds, clauses, _rows(clauses), hidden)


def lines(side: Side) -> Iterator[Sequence[Value]]:
    """The same as a spreadsheet: the figures, and below them the words."""
    cards = [clause.card for clause in side.clauses]
    yield (gettext("项目"), gettext("单位"), *(card.enterprise.name for card in cards))
    yield ("", "", *(card.signed_on.isoformat() for card in cards))
    for row in side.rows:
        label = " ".join(filter(None, [gettext(row.of.label), row.of.about]))
        amounts = ("" if amount is None else amount for _, amount in row.cells)
        yield (label, gettext(row.of.unit) if row.of.unit else "", *amounts)
    yield (gettext("条款"), "", *(f"{one.heading}\n{one.text}" for one in side.clauses))


def _kinds(cards: Sequence[Card]) -> list[tuple[str, int]]:
    """Those that most have first, and of equals those with figures."""
    counted = Counter(kind for card in cards for kind in card.kinds.split(",") if kind)
    measured = {measure.kind for measure in MEASURES.values()}
    known = [(kind, number) for kind, number in counted.items() if kind in terms.KINDS]
    return sorted(known, key=lambda each: (-each[1], each[0] not in measured))


def _of_kind(cards: Sequence[Card], kind: str) -> list[Clause]:
    """In the order in which the agreements were picked."""
    beside = Clause.objects.select_related("card__enterprise").prefetch_related("figures")
    found = beside.filter(card__in=[card.key for card in cards], kind=kind).order_by("position")
    place = {card.key: number for number, card in enumerate(cards)}
    return sorted(found, key=lambda clause: place[clause.card_id])


def _rows(clauses: Sequence[Clause]) -> list[Row]:
    """The figures about the same thing in one row, however it was written, in the order in which
    they were first met."""
    told: dict[About, tuple[About, dict[int, Decimal]]] = {}
    for clause in clauses:
        for figure in clause.figures.all():
            as_written = About(figure.measure, figure.about, figure.unit)
            same = as_written._replace(about=figure.searched)
            _, amounts = told.setdefault(same, (as_written, {}))
            amounts.setdefault(clause.pk, figure.amount)
    return [
        Row(of, [Cell(clause, amounts.get(clause.pk)) for clause in clauses])
        for of, amounts in told.values()
    ]
