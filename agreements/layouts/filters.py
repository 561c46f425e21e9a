"""What a layout may do with a tag's value, and nothing else: count as official papers count, write
amounts, choose from a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from jinja2.filters import FILTERS
from jinja2.runtime import Context
from jinja2.utils import pass_context

from agreements.papers import numbering
from agreements.papers.layout import broken
from negotiate.law.rmb import capital


def money(amount: Any) -> str:
    """30000 → 30,000.00"""
    return f"{Decimal(str(amount)):,.2f}"


def rmb(amount: Any) -> str:
    """30000 → 人民币叁万元整"""
    return capital(str(amount).replace(",", ""))


def counted(lines: Iterable[str]) -> list[str]:
    """A sentence of its own as it is; several counted （一）（二）."""
    said = list(lines)
    if len(said) < 2:
        return said
    return [numbering.clause(number) + line for number, line in enumerate(said, 1)]


def pairs(of: Iterable[Any]) -> list[list[Any]]:
    """Two and two, the last place left empty if they do not come out even."""
    them = list(of)
    them += [""] * (len(them) % 2)
    return [them[start : start + 2] for start in range(0, len(them), 2)]


def sections_counter() -> Callable[[Context, str], str]:
    """A filter that counts the headings it has been given: sections can be moved and left out, and
    the count has no gap. It asks for the context only lest it be worked out beforehand."""
    count = 0

    @pass_context
    def heading(_: Context, said: str) -> str:
        nonlocal count
        count += 1
        return numbering.section(count) + said

    return heading


def filters() -> dict[str, Callable[..., Any]]:
    """For one paper."""
    borrowed = ("first", "join", "last", "length", "rejectattr", "selectattr")
    return {
        **{name: FILTERS[name] for name in borrowed},
        "broken": broken,
        "counted": counted,
        "heading": sections_counter(),
        "item": numbering.item,
        "money": money,
        "ordinal": numbering.clause,
        "pairs": pairs,
        "rmb": rmb,
    }
