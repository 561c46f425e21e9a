"""What a statistical answer says: cells, and why one is not told."""

from __future__ import annotations

from typing import Literal

from ninja import Field

from agreements.api import values
from agreements.api.answers import Answer, Named

Hidden = Literal["unknown_workers", "few_workers", "few_agreements"]


class Cell(Answer):
    """What is counted, and of what. Everything counted is null where it is `hidden`."""

    year: int | None = None
    region: Named | None = None
    industry: str | None = None
    matter_kind: str | None = None
    hidden: Hidden | None
    agreements: int | None
    enterprises: int | None
    workers: int | None = Field(description="Known to work there, each enterprise counted once")


class FigureCell(Cell):
    unit: str
    figures: int | None
    least: str | None
    median: str | None
    most: str | None


class Counts(Answer):
    cells: list[Cell]


class FigureTable(Answer):
    measure: values.Measure
    cells: list[FigureCell]
