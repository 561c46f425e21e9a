"""Agreements, their clauses and their figures as a workbook, written row by row."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from django.utils.translation import gettext
from openpyxl import Workbook

from agreements.archive.models import Card
from agreements.export.selection import Selection
from negotiate.law.refusal import N_
from negotiate.law.terms.figures import MEASURES
from negotiate.spreadsheet import add_row

AGREEMENTS: Final = (
    N_("编号"), N_("标题"), N_("企业"), N_("签署人"), N_("签署日期"), N_("类别"), N_("行业"),
    N_("程序"), N_("现在"), N_("签名等级"), N_("职工人数"), N_("公开日期"),
)  # fmt: skip
CLAUSES: Final = (N_("编号"), N_("企业"), N_("序号"), N_("条款种类"), N_("标题"), N_("内容"))
FIGURES: Final = (
    N_("编号"), N_("企业"), N_("序号"), N_("按什么数额找"), N_("岗位、工序或项目"), N_("数额"),
    N_("单位"),
)  # fmt: skip


def workbook(selection: Selection) -> bytes:
    """Three sheets; an agreement is named in each by its number and its enterprise."""
    book = Workbook(write_only=True)
    sheets = [
        _sheet(book, title, head)
        for title, head in (
            (N_("协商成果"), AGREEMENTS),
            (N_("条款"), CLAUSES),
            (N_("数额"), FIGURES),
        )
    ]
    for card in selection.cards():
        add_row(sheets[0], _agreement(card))
        for clause in card.clauses.all():
            named = (card.number, card.enterprise.name, clause.position)
            kind = gettext(clause.get_kind_display())
            add_row(sheets[1], (*named, kind, clause.heading, clause.text))
            for one in clause.figures.all() if selection.reader.may_compare(card) else ():
                known = MEASURES.get(one.measure)
                measure = gettext(known.label) if known else one.measure
                add_row(sheets[2], (*named, measure, one.about, one.amount, _said(one.unit)))
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _sheet(book: Workbook, title: str, head: Sequence[str]) -> Any:
    sheet = book.create_sheet(gettext(title))
    sheet.freeze_panes = "A2"
    add_row(sheet, [gettext(label) for label in head])
    return sheet


def _agreement(card: Card) -> tuple[Any, ...]:
    words = (
        card.get_matter_kind_display(), card.get_industry_display(), card.get_procedure_display(),
        card.get_standing_display(),
    )  # fmt: skip
    return (
        card.number,
        card.title,
        card.enterprise.name,
        gettext("、").join(card.signers),
        card.signed_on,
        *map(_said, words),
        card.grade,
        card.workers,
        card.published_on,
    )


def _said(word: str) -> str:
    """A word of ours in the reader's language; no word stays none."""
    return gettext(word) if word else ""
