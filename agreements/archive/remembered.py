"""What very many agreements have is asked of the index once, and then remembered.

To read a hundred thousand keys out of a database takes longer than anything else of a search; and
what many agreements have is what many people look for. No row of the index is written without its
card having a new serial, so an answer holds as long as the columns do.
"""

from __future__ import annotations

from threading import Lock
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from agreements.archive.columns import Columns, Mask
from agreements.archive.index import Keys, Query, index

MANY: Final = 5_000  # agreements
ANSWERS: Final = 128  # with an eighth of a byte for each agreement: 16 MB of a million


class Answer(NamedTuple):
    """Of each agreement in the columns that were read at this time a bit, whether it was found."""

    keys: Keys
    bits: NDArray[np.uint8]


_answers: dict[Query, Answer] = {}
_lock = Lock()


def marked(held: Columns, query: Query) -> Mask:
    """Mark the cards that the index knows for a query."""
    known = _answers.get(query)
    if known is not None and known.keys is held.key:
        return np.unpackbits(known.bits, count=len(held)).view(np.bool_)
    found = held.mask(index().matching(query))
    if np.count_nonzero(found) >= MANY:
        _remember(query, Answer(held.key, np.packbits(found)))
    return found


def _remember(query: Query, answer: Answer) -> None:
    """Keep an answer; the oldest makes room for it, and so do those that hold no longer: each keeps
    all the keys that it was made for."""
    with _lock:
        for other in [one for one, known in _answers.items() if known.keys is not answer.keys]:
            del _answers[other]
        _answers.pop(query, None)
        if len(_answers) >= ANSWERS:
            del _answers[next(iter(_answers))]
        _answers[query] = answer
