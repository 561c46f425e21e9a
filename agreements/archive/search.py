"""From a wish to a page of agreements: the index answers, the columns say what is in reach and how
much of what there is, and the texts confirm what the index cannot know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Final

import numpy as np

from agreements.archive import codes, columns, grams, pinyin
from agreements.archive.asked import Asked, Where
from agreements.archive.columns import Columns, Mask
from agreements.archive.confirming import BOUND, Listed, entitled, keys_of, listed, refuted
from agreements.archive.facets import FACETS, Counts, Tally
from agreements.archive.index import Query
from agreements.archive.models import first_key, last_key
from agreements.archive.order import Order
from agreements.archive.ranges import Range
from agreements.archive.reader import Reader
from agreements.archive.remembered import marked

PAGE: Final = 20  # agreements
PAGES: Final = 50  # who has not found it among the first thousand asks more precisely
MOST: Final = PAGE * PAGES
"""Agreements that one search lists, or takes away."""


@dataclass(frozen=True)
class Wish:
    """What is looked for. `chosen`: by the name of a facet the values of which one must stand on
    the card. `newest`: in the order of time, and not those first whose title has the words."""

    asked: Asked = field(default_factory=Asked)
    where: Where = Where.CLAUSES
    chosen: Mapping[str, Sequence[str]] = field(default_factory=dict)
    figures: tuple[Range, ...] = ()
    since: date | None = None
    until: date | None = None
    newest: bool = True


@dataclass(frozen=True)
class Sifted:
    """What in the reader's reach may be meant, before a page of it is read. `hits` marks among all
    cards `held` what words, days and figures leave, `chosen` by the name of a facet what has one of
    the values asked for. `exact`: every one of them has been confirmed."""

    held: Columns
    hits: Mask
    chosen: Mapping[str, Mask]
    exact: bool

    def mask(self, but: str = "") -> Mask:
        """Mark what has the values asked for in every facet; in all but one, if that is named."""
        return self._without(but) if but in self.chosen else self._whole

    @cached_property
    def _whole(self) -> Mask:
        return self._without("")

    def _without(self, but: str) -> Mask:
        marked = self.hits.copy()
        for name, mask in self.chosen.items():
            if name != but:
                marked &= mask
        return marked

    def counts(self, at: Listed) -> dict[str, Counts]:
        """Count each facet as if nothing were chosen in it. Where not all that this leaves has been
        confirmed, the list's share of what was is taken."""
        common = self._whole if at.confirmed is None else self.held.mask(at.confirmed)
        others = Tally(self.held, np.flatnonzero(common))
        counts = {}
        for name, facet in FACETS.items():
            is_chosen = name in self.chosen
            own = Tally(self.held, np.flatnonzero(self.mask(name))) if is_chosen else others
            counted = facet.counts(self.held, own)
            is_exact = self.exact or (at.exact and not is_chosen)
            counts[name] = counted if is_exact else counted.estimated(at.share)
        return counts


@dataclass(frozen=True)
class Found:
    """One page: the keys of its agreements. `exact` says whether `total` is counted or estimated;
    `counts` has every facet's values with how many agreements would be found with each. `is_cut`:
    so few of so many candidates have the words that not all could be read."""

    keys: Sequence[int]
    total: int
    exact: bool
    page: int
    counts: Mapping[str, Counts]
    is_cut: bool = False

    @property
    def more(self) -> bool:
        return self.total > self.page * PAGE and not self.is_cut

    @property
    def is_last_shown(self) -> bool:
        return self.more and self.page == PAGES


def search(reader: Reader, wish: Wish, page: int = 1) -> Found:
    """Give one page of what is in the reader's reach; `page` is between 1 and PAGES."""
    sifted = sift(reader, wish)
    order = ordered(sifted, wish)
    at = listed(order, wish, sifted.exact, (page - 1) * PAGE, PAGE)
    return Found(at.keys, at.total, at.exact, page, sifted.counts(at), at.is_cut)


def first_keys(reader: Reader, wish: Wish, most: int) -> list[int]:
    """Give the keys of the first that would be listed."""
    sifted = sift(reader, wish)
    return keys_of(ordered(sifted, wish), wish, sifted.exact, most)


def sift(reader: Reader, wish: Wish) -> Sifted:
    """Find everything in the reader's reach that may be meant."""
    held = columns.current()
    hits, doubtful = _hits(held, wish)
    hits &= reader.owned_mask(held) if wish.where is Where.MINUTES else reader.mask(held)
    if wish.since or wish.until:
        hits &= _dated(held, wish)
    if wish.figures:
        hits &= reader.compares(held)  # a figure that is not shown can't be found out by asking
    for each in wish.figures:
        hits &= each.mask(held)
    doubtful &= hits
    exact = np.count_nonzero(doubtful) <= BOUND
    if exact:
        hits &= ~held.mask(refuted(held.key[doubtful], wish))
    chosen = {
        name: FACETS[name].mask(held, values) for name, values in wish.chosen.items() if values
    }
    return Sifted(held, hits, chosen, bool(exact))


def ordered(sifted: Sifted, wish: Wish) -> Order:
    """Give what was found in the order of the list. Of few titles one comes first only if it is
    read to have the words; of many, if the index takes it so."""
    held, words = sifted.held, wish.asked.words
    order = Order(held.key, np.flatnonzero(sifted.mask())[::-1])
    if wish.newest or wish.where is Where.TITLE or not words:
        return order
    titles = _Place(grams.TITLE)
    is_first = marked(held, titles.query(words)) & sifted.mask()
    doubtful = not all(map(titles.says_all, words))
    if doubtful and np.count_nonzero(is_first) <= BOUND:
        is_first = held.mask(entitled(held.key[is_first], words, wish))
    has = is_first.take(order.places)
    return Order(held.key, np.concatenate([order.places[has], order.places[~has]]))


def _hits(held: Columns, wish: Wish) -> tuple[Mask, Mask]:
    """Mark the cards that the index knows for the words, and those whose text has to be read."""
    hits, doubtful = held.all(), ~held.all()
    if wish.asked.words:
        hits, doubtful = _known(held, wish.asked.words, wish)
    for word in wish.asked.without:
        has, maybe = _known(held, (word,), wish)
        hits &= ~has | maybe
        doubtful |= maybe
    return hits, doubtful


def _known(held: Columns, words: Sequence[str], wish: Wish) -> tuple[Mask, Mask]:
    """Mark the cards that the index knows for all these words, and those it is not sure of."""
    prefix = grams.TITLE if wish.where is Where.TITLE else ""
    place = _Place(prefix, wish.where is Where.MINUTES)
    known = marked(held, place.query(words))
    alone = replace(place, minutes=False)
    if not all(map(alone.says_all, words)):
        return known, known.copy()
    if not place.minutes:
        return known, ~held.all()
    return known, known & ~marked(held, alone.query(words))


@dataclass(frozen=True)
class _Place:
    """Where words are looked for: in the title, if the prefix says so; in everything, and besides
    in what the `minutes` tell, whose grams have a prefix of their own."""

    prefix: str = ""
    minutes: bool = False

    def says_all(self, word: str) -> bool:
        """Say whether the index alone knows where this word stands, but for the minutes: one
        character or a pair, a short run of letters, also as pinyin, or of figures."""
        return grams.of_word(word) == {word} and codes.is_exact(self.prefix + word)

    def query(self, words: Sequence[str]) -> Query:
        ways = [
            self._ways(gram, sounds=pinyin.can_be(word))
            for word in words
            for gram in sorted(grams.of_word(word))
        ]
        every = codes.codes(gram for gram, *others in ways if not others)
        return Query(every, tuple(codes.codes(one) for one in ways if len(one) > 1))

    def _ways(self, gram: str, *, sounds: bool) -> list[str]:
        """Give the grams one of which an agreement has with this one of a word."""
        ways = [self.prefix + gram]
        if sounds and not self.prefix:
            ways.append(grams.SOUND + gram)
        if self.minutes:
            ways.append(grams.TOLD + gram)
        return ways


def _dated(held: Columns, wish: Wish) -> Mask:
    first, last = first_key(wish.since or date.min), last_key(wish.until or date.max)
    marked: Mask = (held.key >= first) & (held.key <= last)
    return marked
