"""What is asked for statistics: tables that can be passed on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.http import HttpRequest
from ninja import Query, Router

from agreements.api import counting, parameters, rows, tables
from agreements.api.answers import plain
from agreements.api.counting import Counted
from agreements.api.operations import sifted_for
from agreements.api.problems import wrong
from agreements.archive.choices import labels
from negotiate.law.refusal import N_, Refused

MOST: Final = 5000  # cells of one table
router = Router()


@router.get("/statistics/agreements", response=tables.Counts)
def count_agreements(request: HttpRequest, asked: Query[parameters.CountsAsked]) -> dict[str, Any]:
    """统计份数 Count agreements, cell by cell.

    Cells of fewer than 5 workers are hidden.
    """
    sifted, _ = sifted_for(request, asked)
    counted = list(counting.counted(sifted.held, sifted.mask(), asked.by))
    named = _regions(asked.by, counted)
    return {"cells": [_cell(asked.by, one, one.hidden(), named) for one in counted]}


@router.get("/statistics/figures", response=tables.FigureTable)
def sum_figures_up(request: HttpRequest, asked: Query[parameters.SummaryAsked]) -> dict[str, Any]:
    """统计数额 The least, the median and the most of a measure, cell by cell and unit by unit.

    Cells of fewer than 5 workers, or of fewer than 3 agreements, are hidden.
    """
    sifted, wish = sifted_for(request, asked)
    (measured,) = wish.figures
    summed = list(rows.summary(sifted, measured, asked.by))
    named = _regions(asked.by, [one.counted for one in summed])
    cells = [_figure_cell(asked.by, one, named) for one in summed]
    return {"measure": asked.measure, "cells": cells}


def _cell(
    by: Sequence[str], one: Counted, hidden: str | None, named: Mapping[str, str]
) -> dict[str, Any]:
    values = dict(zip(by, one.values, strict=True))
    if "region" in values:
        key = values["region"]
        values["region"] = {"id": key, "name": named[str(key)]}
    counts = {
        "agreements": one.agreements,
        "enterprises": one.enterprises,
        "workers": one.workers,
    }
    return {**values, "hidden": hidden, **_unless(hidden, counts)}


def _figure_cell(
    by: Sequence[str], one: rows.FigureCounted, named: Mapping[str, str]
) -> dict[str, Any]:
    hidden = one.hidden()
    amounts = {
        "figures": one.figures,
        "least": plain(one.least),
        "median": plain(one.median),
        "most": plain(one.most),
    }
    cell = _cell(by, one.counted, hidden, named)
    return {**cell, "unit": one.unit, **_unless(hidden, amounts)}


def _unless(hidden: str | None, told: Mapping[str, Any]) -> dict[str, Any]:
    return dict.fromkeys(told) if hidden else dict(told)


def _regions(by: Sequence[str], counted: Sequence[Counted]) -> Mapping[str, str]:
    """What the federations are called that cells are of. Raises Problem for too large a table."""
    if len(counted) > MOST:
        why = Refused(N_("分得太细，超过 %(most)s 格。请少分几项，或加上条件。"), most=MOST)
        raise wrong({"by": why})
    if "region" not in by:
        return {}
    place = list(by).index("region")
    return labels("region", sorted({str(one.values[place]) for one in counted}))
