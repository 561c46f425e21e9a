"""What the index cannot know is read in the texts: which candidates have the words indeed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from django.db.models import F, Q, Value

from agreements.archive import grams, pinyin
from agreements.archive.asked import Asked, Where
from agreements.archive.index import Keys
from agreements.archive.models import Text

if TYPE_CHECKING:
    from agreements.archive.order import Order
    from agreements.archive.search import Wish

BATCH: Final = 200  # agreements read at once to be confirmed
BOUND: Final = 200  # agreements read before a total is told as an estimate
MOST: Final = 2_000  # agreements read for one page: no question keeps a server busy for long


class Listed(NamedTuple):
    """The keys of some agreements of a list, and how many there are in all: counted, if `exact`.
    Otherwise `share` says how many of the candidates that were read have the words; `is_cut` that
    the page is not full because the rest could not be read, they are too many. `confirmed`: all
    that have the words, where that was found out only now, every candidate having been read."""

    keys: list[int]
    total: int
    exact: bool
    share: Fraction = Fraction(1)
    is_cut: bool = False
    confirmed: Keys | None = None


def listed(order: Order, wish: Wish, exact: bool, passed: int, size: int) -> Listed:
    """Give so many agreements of a list, after those `passed`; if it is not `exact`, read no more
    candidates than it takes to confirm them, and one more, so that a next page is never empty."""
    if exact:
        return Listed(order[passed : passed + size].keys().tolist(), len(order), exact=True)
    keys, read = _first(order, wish, passed + size)
    share = Fraction(len(keys), read) if read else Fraction(1)
    total = len(keys) + int((len(order) - read) * share)
    all_read = read == len(order)
    is_cut = not all_read and len(keys) <= passed + size
    page: list[int] = keys[passed : passed + size].tolist()
    return Listed(page, total, all_read, share, is_cut, keys if all_read else None)


def keys_of(order: Order, wish: Wish, exact: bool, most: int) -> list[int]:
    """Give the keys of the first of a list, each confirmed, if it is not `exact`."""
    keys = order[:most].keys() if exact else _first(order, wish, most)[0][:most]
    first: list[int] = keys.tolist()
    return first


def refuted(keys: Keys, wish: Wish) -> Keys:
    """Give the keys of those whose text has not what the index made of it."""
    return np.fromiter((key for key, holds in _confirmed(keys, wish) if not holds), np.int64)


def entitled(keys: Keys, words: Sequence[str], wish: Wish) -> Keys:
    """Give the keys of those in whose title all the words stand."""
    of_titles = replace(wish, asked=Asked(tuple(words)), where=Where.TITLE)
    return np.fromiter((key for key, holds in _confirmed(keys, of_titles) if holds), np.int64)


def _first(order: Order, wish: Wish, many: int) -> tuple[Keys, int]:
    """Read candidates in their order until there are more than so many, and enough to estimate by;
    give those confirmed, and how many were read."""
    found: list[int] = []
    read = 0
    for read, (key, holds) in enumerate(_confirmed(order[:MOST].keys(), wish), 1):
        if holds:
            found.append(key)
        if read >= BOUND and len(found) > many:
            break
    return np.array(found, np.int64), read


def _confirmed(keys: Keys, wish: Wish) -> Iterator[tuple[int, bool]]:
    """Each key with whether its text has what was asked; a batch is read at a time."""
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH].tolist()
        holding = _holding(batch, wish)
        yield from ((key, key in holding) for key in batch)


def _holding(keys: Sequence[int], wish: Wish) -> set[int]:
    """Give those whose text has every word and none of those excluded. Words that stand wherever
    their characters do are found by the database; Python looks for the others."""
    texts = Text.objects.filter(card__in=keys)
    asked = wish.asked
    for word in filter(_is_found_anywhere, asked.words):
        texts = texts.filter(_has(word, wish))
    if wish.where is Where.TITLE or not all(
        map(_is_found_anywhere, (*asked.words, *asked.without))
    ):
        besides = F("told") if wish.where is Where.MINUTES else Value("")
        rows = texts.values_list("card", "text", besides, "card__names")
        return {key for key, text, told, names in rows if _holds(text, told, names, wish)}
    for word in asked.without:
        texts = texts.exclude(_has(word, wish))
    return set(texts.values_list("card", flat=True))


def _has(word: str, wish: Wish) -> Q:
    told = Q(told__contains=word) if wish.where is Where.MINUTES else Q()
    return Q(text__contains=word) | told


def _is_found_anywhere(word: str) -> bool:
    """Say whether a word neither begins nor ends in a run of letters or figures."""
    return grams.place_of(word).pattern == re.escape(word)


def _holds(text: str, told: str, names: str, wish: Wish) -> bool:
    of_title = wish.where is Where.TITLE
    places = (text.partition("\n")[0] if of_title else text, told)

    def stands(word: str) -> bool:
        if any(map(grams.place_of(word).search, places)):
            return True
        return not of_title and pinyin.can_be(word) and word in pinyin.sounds(names)

    return all(map(stands, wish.asked.words)) and not any(map(stands, wish.asked.without))
