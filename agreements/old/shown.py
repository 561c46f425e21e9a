"""An import as its page shows it: how far it is, and what needs somebody's hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from agreements.old.models import Import, ImportLine
from negotiate.law.refusal import N_
from negotiate.people.roster_file import as_csv
from negotiate.spreadsheet import in_csv

MOST: Final = 200  # lines shown of each kind; the file with the outcomes has all
HEAD: Final = (N_("行"), N_("文件名"), N_("企业名称"), N_("结果"), N_("说明"))
_S = ImportLine.State


@dataclass(frozen=True)
class Progress:
    """`settled` of `total` lines have their outcome."""

    total: int
    settled: int
    added: int
    duplicate: int
    refused: int
    brought: int
    awaited: int
    unsearched: int

    @classmethod
    def of(cls, one: Import) -> Progress:
        counts = one.counts()
        settled = sum(counts[state] for state in (_S.ADDED, _S.DUPLICATE, _S.REFUSED))
        unsearched = one.papers.filter(has_text=False, confirmed_at=None).count()
        return cls(one.total, settled, unsearched=unsearched, **counts)

    @property
    def is_done(self) -> bool:
        return self.settled == self.total


def lines_in(one: Import, *states: str) -> list[ImportLine]:
    """The first of them, without their bytes."""
    lines = one.lines.filter(state__in=states).defer("content", "cells")
    return list(lines.select_related("paper__card").defer("paper__content", "paper__text")[:MOST])


def outcomes(one: Import, translate: Callable[[str], str]) -> str:
    """What every line has come to, as CSV."""
    return as_csv(_outcomes(one, translate))


def _outcomes(one: Import, translate: Callable[[str], str]) -> Iterator[tuple[str, ...]]:
    yield tuple(map(translate, HEAD))
    lines = one.lines.defer("content")
    for line in lines.iterator(chunk_size=500):
        why = line.why.told(translate) if line.why else ""
        said = (line.file, line.cells["企业名称"], translate(line.get_state_display()), why)
        yield (str(line.number), *map(in_csv, said))
