"""What people look for: a seeded mix, drawn from the corpus's own texts and words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from random import Random
from typing import Final, NamedTuple
from urllib.parse import urlencode

from agreements.archive.models import Card
from agreements.archive.texts import searched_text
from negotiate.law.terms.figures import MEASURES
from negotiate.people.industries import Industry
from tests.load.corpus.topics import TOPICS
from tests.load.corpus.words import (
    CITIES,
    GIVEN,
    GOODS,
    POSTS,
    PROCESSES,
    SURNAMES,
    TRADES,
)

OF_A_CLASS: Final = 25
DRAWN_FROM: Final = 300  # agreements, spread over the whole archive
RUN: Final = re.compile(r"[\u4e00-\u9fff]+")
FREQUENT: Final = ("职工", "工资", "协商", "企业", "岗位", "补贴", "代表", "劳动", "标准", "每月")
"""They stand in half of all agreements, or in all."""
TERMS: Final = (*POSTS, *PROCESSES, *GOODS, *(topic.heading for topic in TOPICS))
PLACES: Final = tuple(county[:2] for counties in CITIES.values() for county in counties)
INITIALS: Final = ("hf", "jd", "sy", "jx", "yxgs", "fn", "wgf", "ljg", "dq", "gfyxgs", "bh", "jh")


class Asking(NamedTuple):
    """One search as a browser asks it: `words` is the query without figures."""

    kind: str
    words: str
    also: tuple[tuple[str, str], ...] = ()

    @property
    def in_index(self) -> bool:
        """Whether the database's index alone can be asked the same."""
        return bool(self.words) and self.also != _MINUTES

    @property
    def address(self) -> str:
        return f"/archive/?{urlencode([('q', self.words), *self.also])}"


_MINUTES: Final = (("where", "minutes"),)


def mix(draw: Random, each: int = OF_A_CLASS) -> list[Asking]:
    """So many of every class, in any order."""
    texts = _texts()
    said = [Asking(kind, *make(draw, texts)) for kind, make in _MAKERS.items() for _ in range(each)]
    draw.shuffle(said)
    return said


Made = tuple[str, tuple[tuple[str, str], ...]]


def _texts() -> list[str]:
    keys = list(Card.objects.values_list("key", flat=True))
    chosen = keys[:: max(len(keys) // DRAWN_FROM, 1)]
    cards = Card.objects.filter(key__in=chosen).prefetch_related("clauses")
    return [searched_text(card) for card in cards]


def _cut(draw: Random, texts: list[str], length: int) -> str:
    """Some neighbouring characters of some text."""
    while True:
        runs = [run for run in RUN.findall(draw.choice(texts)) if len(run) >= length]
        if runs:
            run: str = draw.choice(runs)
            start = draw.randint(0, len(run) - length)
            return run[start : start + length]


def _any_of(draw: Random, texts: list[str], length: int) -> Made:
    """A word of this length, or as many characters as stand somewhere."""
    words = [word for word in TERMS if len(word) == length]
    if words and draw.random() < 0.5:
        return draw.choice(words), ()
    return _cut(draw, texts, length), ()


def _long(draw: Random, texts: list[str]) -> Made:
    return _any_of(draw, texts, draw.randint(4, 7))


def _frequent(draw: Random, texts: list[str]) -> Made:
    return draw.choice(FREQUENT), ()


def _two_words(draw: Random, texts: list[str]) -> Made:
    first = draw.choice((*TERMS, *FREQUENT))
    second = draw.choice((*PLACES, *TERMS, _cut(draw, texts, 2)))
    return f"{first} {second}", ()


def _without(draw: Random, texts: list[str]) -> Made:
    return f"{draw.choice((*FREQUENT, *TERMS))} -{draw.choice(TERMS)}", ()


def _initials(draw: Random, texts: list[str]) -> Made:
    return draw.choice(INITIALS), ()


def _trade(draw: Random, texts: list[str]) -> Made:
    return f"{draw.choice(PLACES)} {draw.choice(draw.choice(list(TRADES.values())))}", ()


def _chosen(draw: Random, texts: list[str]) -> Made:
    year, industry = str(draw.randint(2018, 2026)), draw.choice(list(Industry.values))
    also = (("year", year), ("year", str(int(year) - 1)), ("industry", industry))
    return draw.choice((*TERMS, *FREQUENT)), also


def _figures(draw: Random, texts: list[str]) -> Made:
    measure = draw.choice(list(MEASURES))
    return "", (("measure", measure), ("least", str(draw.randint(1, 500))))


def _word_and_figures(draw: Random, texts: list[str]) -> Made:
    least = draw.randrange(100, 6000, 100)
    return draw.choice(TERMS), (("least", str(least)), ("most", str(least + 1000)))


def _nothing(draw: Random, texts: list[str]) -> Made:
    return "", ()


def _deep(draw: Random, texts: list[str]) -> Made:
    return draw.choice(FREQUENT), (("page", str(draw.randint(2, 50))),)


def _titles_first(draw: Random, texts: list[str]) -> Made:
    return draw.choice((*PLACES, "奖励", "计件单价", "师带徒")), (("order", "title"),)


def _told(draw: Random, texts: list[str]) -> Made:
    """A person who came, or what was talked of."""
    name = draw.choice(SURNAMES) + draw.choice(GIVEN)
    return draw.choice((name, name, draw.choice(GOODS), "要求对方答复")), _MINUTES


_MAKERS: Final[Mapping[str, Callable[[Random, list[str]], Made]]] = {
    **{f"{length} characters": partial(_any_of, length=length) for length in (1, 2, 3)},
    "4 to 7 characters": _long,
    "frequent word": _frequent,
    "two words": _two_words,
    "word without another": _without,
    "initials of a name": _initials,
    "place and trade": _trade,
    "word, facets chosen": _chosen,
    "measure and least figure": _figures,
    "word and range": _word_and_figures,
    "nothing": _nothing,
    "deep page": _deep,
    "titles first": _titles_first,
    "what minutes tell": _told,
}
