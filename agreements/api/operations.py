"""What can be asked for: each operation lets in, sifts, and answers with what is in reach."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Final

from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest
from ninja import Path, Query, Router

from agreements.api import answers, parameters, rows
from agreements.api.door import asker_of
from agreements.api.paging import next_address, passed, read_until
from agreements.archive.choices import labels_here
from agreements.archive.confirming import listed
from agreements.archive.door import card_at
from agreements.archive.facets import Counts
from agreements.archive.models import Card, Figure
from agreements.archive.search import Sifted, Wish, ordered, sift

MOST: Final = 1000  # values told of one facet, the most frequent
router = Router()
AgreementKey = Annotated[int, Path(ge=1, le=2**63 - 1)]


@router.get("/agreements", response=answers.Agreements)
def agreements(request: HttpRequest, asked: Query[parameters.AgreementsAsked]) -> dict[str, Any]:
    """查协商成果 Search agreements.

    A walk along `next` meets every agreement once, also when new ones are signed meanwhile.
    """
    sifted, wish = sifted_for(request, asked)
    order = ordered(sifted, wish)
    before = passed(order, asked.after, newest=asked.order == "newest")
    page = listed(order[before:], wish, sifted.exact, 0, asked.size)
    end = read_until(order[before:], page)
    total = None if before and not sifted.exact else before + page.total
    return {
        "total": total,
        "exact": sifted.exact or (page.exact and not before),
        "next": None if end is None else next_address(request, end),
        "agreements": _cards(page.keys),
    }


@router.get("/agreements/{int:key}", response=answers.Agreement)
def agreement(request: HttpRequest, key: AgreementKey) -> Card:
    """一份协商成果 One agreement: its clauses, figures and signers.

    Of one that covers fewer than five workers no figures are told.
    """
    reader = asker_of(request).reader
    card = card_at(key, reader)
    shown = Figure.objects.order_by("pk") if reader.may_compare(card) else Figure.objects.none()
    prefetch_related_objects([card], Prefetch("figures", shown))
    return card


@router.get("/facets", response=answers.Facets)
def facets(request: HttpRequest, asked: Query[parameters.Words]) -> dict[str, Any]:
    """筛选 How many agreements there are with each value of each facet."""
    sifted, wish = sifted_for(request, asked)
    order = ordered(sifted, wish)
    page = listed(order, wish, sifted.exact, 0, 0)
    counts = sifted.counts(page)
    return {
        "total": page.total,
        "exact": page.exact,
        "facets": [_facet(name, counted) for name, counted in counts.items()],
    }


@router.get("/figures", response=answers.Figures)
def figures(request: HttpRequest, asked: Query[parameters.FiguresAsked]) -> dict[str, Any]:
    """谈成的数额 Agreed figures of one measure, those of the newest agreements first."""
    sifted, wish = sifted_for(request, asked)
    (measured,) = wish.figures
    after = rows.Place.read(asked.after) if asked.after else None
    found = rows.page(sifted.held.key[sifted.mask()][::-1], measured, after, asked.size)
    shown = found[: asked.size]
    more = len(found) > len(shown)
    end = rows.Place(shown[-1].card_id, shown[-1].pk) if more else None
    return {"next": next_address(request, end) if end else None, "figures": shown}


def sifted_for(request: HttpRequest, asked: parameters.Filters) -> tuple[Sifted, Wish]:
    """What was asked for, and what of it is in reach of whoever asked."""
    wish = asked.wish()
    return sift(asker_of(request).reader, wish), wish


def _cards(keys: Sequence[int]) -> list[Card]:
    """In the order of the keys."""
    cards = Card.objects.select_related("enterprise", "federation").in_bulk(keys)
    return [cards[key] for key in keys]


def _facet(name: str, counted: Counts) -> dict[str, Any]:
    shown = counted[:MOST]
    words = labels_here(name, [value for value, _ in shown])
    values = [
        {"value": value, "label": words.get(value, value), "agreements": n} for value, n in shown
    ]
    more = len(counted) - len(shown)
    return {"name": name, "exact": counted.exact, "values": values, "more": more}
