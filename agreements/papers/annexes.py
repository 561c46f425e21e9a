"""What follows the signing page: sign-in sheet, results of the polls, public notice."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from agreements.papers.text import MinutesText
from negotiate.law.terms import Table

INK: Final = "签字"
"""Over the column in which those who came sign in ink."""


@dataclass(frozen=True)
class Annex:
    """An annex under its own title, its table before its paragraphs."""

    title: str
    table: Table | None
    paragraphs: tuple[str, ...]


def annexes_of(text: MinutesText) -> tuple[Annex, ...]:
    """The annexes this paper has something to say in."""
    annexes = (
        Annex("签到表", _sign_in_table(text), (_attendance(text),)) if text.participants else None,
        Annex("表决结果", None, text.polls) if text.polls else None,
        Annex("公示", None, text.notice) if text.notice else None,
    )
    return tuple(annex for annex in annexes if annex is not None)


def _sign_in_table(text: MinutesText) -> Table:
    """Grade C leaves a column for ink; in grade B checking in was the act."""
    ink = (INK,) if text.grade == "C" else ()
    rows = (
        (f"{number}", one.name, one.side_label or "—", one.capacity_label, one.post, one.present)
        for number, one in enumerate(text.participants, 1)
    )
    return Table(
        head=("序号", "姓名", "所属方", "身份", "职务", "到会", *ink),
        rows=tuple((*row, *("　" * 6 for _ in ink)) for row in rows),
    )


def _attendance(text: MinutesText) -> str:
    count = Counter(one.present for one in text.participants)
    there = len(text.participants) - count["缺席"]
    return (
        f"应到{len(text.participants)}人，实到{there}人"
        f"（现场{count['现场']}人，线上{count['线上']}人），缺席{count['缺席']}人。"
    )
