"""Clauses ready to be put into agreements: worded by the product, with their figures, and with
the numbers under which the index keeps them.

An agreement is a choice of passages: that is why a hundred thousand of them take minutes. No word
reaches from one line into the next, so the grams of an agreement are those of its lines together.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from agreements.archive import codes, grams
from negotiate.law import terms
from negotiate.law.terms import figures
from negotiate.law.terms.figures import Figure
from negotiate.matters.kinds import MATTER_KINDS
from tests.load.corpus.topics import TOPICS, WISHES
from tests.load.corpus.values import MAKERS

Codes = NDArray[np.int32]
OF_A_TERM: Final = 1500  # different ones of each kind that a matter starts with
OF_A_CLAUSE: Final = 250
CLAUSES: Final = Path(__file__).parent / "clauses.toml"


@dataclass(frozen=True, slots=True)
class Passage:
    """One clause. `searched`: as it is compared; `size`: bytes in UTF-8."""

    kind: str
    heading: str
    text: str
    value: str
    figures: tuple[Figure, ...]
    searched: str
    codes: Codes
    size: int


@dataclass(frozen=True)
class Pool:
    """Everything to choose from. `topics` and `wishes` are ordered as in topics.py."""

    of_matter: Mapping[str, Sequence[Sequence[Passage]]]
    standing: Sequence[Sequence[Passage]]
    topics: Sequence[Sequence[Passage]]
    wishes: Sequence[Passage]


def pool(draw: Random, of_a_term: int = OF_A_TERM, of_a_clause: int = OF_A_CLAUSE) -> Pool:
    """Make all passages."""
    clauses = tomllib.loads(CLAUSES.read_text("utf-8"))["clauses"]
    return Pool(
        {
            code: [
                [_made(kind, heading, MAKERS[kind](draw)) for _ in range(of_a_term)]
                for heading, kind in matter.terms
            ]
            for code, matter in MATTER_KINDS.items()
        },
        [list(_filled(draw, of_a_clause, **clause)) for clause in clauses],
        [list(_about(draw, number)) for number in range(len(TOPICS))],
        [_made("text", wish[:12], {"body": f"{wish}。"}) for wish in WISHES],
    )


def codes_of(*texts: str, prefix: str = "") -> Codes:
    """Give the numbers of all grams of some texts."""
    return array(codes.codes(gram for text in texts for gram in grams.of_text(text, prefix)))


def array(numbers: Iterable[int]) -> Codes:
    return np.array(sorted(numbers), np.int32)


def _made(kind: str, heading: str, raw: Mapping[str, Any]) -> Passage:
    value = terms.parse(kind, raw)
    text = terms.word(kind, heading, value).text
    return Passage(
        kind,
        heading,
        text,
        json.dumps(value, ensure_ascii=False),
        tuple(figures.figures(kind, terms.completed(kind, value))),
        grams.normalise(f"{heading}\n{text}"),
        codes_of(heading, text),
        len(text.encode()),
    )


def _filled(draw: Random, number: int, heading: str, text: str) -> Iterator[Passage]:
    for _ in range(number):
        year, many = draw.randint(2015, 2026), draw.randint(24, 2400)
        body = text.format(
            year=year,
            next=year + draw.randint(1, 3),
            month=draw.randint(1, 12),
            day=draw.randint(1, 28),
            n=draw.choice("二三四五六七八九十"),
            many=many,
            fewer=many // 3,
            share=draw.randint(60, 100),
        )
        yield _made("text", heading, {"body": body})


def _about(draw: Random, number: int) -> Iterator[Passage]:
    topic = TOPICS[number]
    blank = {"percent": "share", "duration": "count"}.get(topic.kind, "amount")
    for figure in range(topic.least, topic.most + 1, topic.step):
        buying = {"buying": "no"} if topic.kind == "amount" else {}
        yield _made(topic.kind, topic.heading, {**topic.raw, **buying, blank: figure})
