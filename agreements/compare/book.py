"""What is compared as a spreadsheet: a line for each figure, the newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from django.utils.translation import gettext as _

from agreements.archive.models import Card
from agreements.compare.chosen import Chosen
from agreements.compare.spread import plain
from negotiate.law.terms.figures import MEASURES
from negotiate.spreadsheet import Value

MOST: Final = 5_000  # lines: whoever needs more asks more precisely
BATCH: Final = 500  # agreements read at once
OF_CARD: Final = ("enterprise__name", "title", "number", "signed_on")


def lines(chosen: Chosen) -> Iterator[Sequence[Value]]:
    """Give the head, then every line, and in the end how many were left out, if any were."""
    yield (
        _("企业"), _("项目"), _("数额"), _("单位"), _("年份"), _("签署日期"), _("文件"), _("编号"),
    )  # fmt: skip
    for start in range(0, min(len(chosen.places), MOST), BATCH):
        yield from _batch(chosen, start, min(start + BATCH, MOST))
    if len(chosen.places) > MOST:
        yield (_("还有 %(more)s 行没有列出。") % {"more": len(chosen.places) - MOST},)


def _batch(chosen: Chosen, start: int, end: int) -> Iterator[Sequence[Value]]:
    keys = chosen.card[start:end].tolist()
    read = Card.objects.filter(key__in=set(keys)).values_list("key", *OF_CARD)
    cards: dict[int, Any] = {key: facts for key, *facts in read}
    abouts = chosen.figures.said(chosen.about[start:end].tolist())
    for key, about, amount in zip(keys, abouts, chosen.amounts[start:end], strict=True):
        enterprise, title, number, on = cards[key]
        said = about or _(MEASURES[chosen.measure].label)
        yield enterprise, said, plain(amount), chosen.unit, on.year, on.isoformat(), title, number
