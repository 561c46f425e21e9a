"""What somebody typed into the search, taken apart: words, phrases, and what must not be there; and
where it is looked for."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from agreements.archive import grams

# A leading minus excludes; what stands between quotation marks is one phrase.
PIECE: Final = re.compile(
    r"(?P<no>-)?(?:[\"“”「](?P<phrase>[^\"“”」]*)[\"“”」]?|(?P<word>[^\s\"“”「」]+))"
)


class Where(StrEnum):
    """Where words are looked for: in titles, names and clauses; in titles alone; or also in what
    the minutes tell besides, of the reader's own agreements only."""

    CLAUSES = ""
    TITLE = "title"
    MINUTES = "minutes"


@dataclass(frozen=True)
class Asked:
    """Normalised words, each once: `words` all have to be found, of `without` none may be."""

    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.without)


def read(query: str) -> Asked:
    """Take a query apart. What holds neither characters nor letters nor figures is left out."""
    found: dict[bool, dict[str, None]] = {False: {}, True: {}}
    for piece in PIECE.finditer(grams.normalise(query)):
        text = " ".join((piece["phrase"] or piece["word"] or "").split())
        if grams.RUN.search(text):
            found[piece["no"] is not None][text] = None
    return Asked(tuple(found[False]), tuple(found[True]))
