"""What somebody who types may mean: matters, industries, enterprises, posts and processes, of what
they may read and of nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from agreements.archive import grams, pinyin
from agreements.archive.asked import read
from agreements.archive.models import Figure
from agreements.archive.reader import Reader
from agreements.archive.search import Found, Wish, search
from negotiate.matters.kinds import MATTER_KINDS
from negotiate.people.industries import Industry
from negotiate.people.industry_names import SECTORS
from negotiate.people.models import Enterprise

MOST: Final = 8
ENTERPRISES: Final = 200  # looked at for one suggestion, those with most agreements


def suggestions(reader: Reader, query: str) -> list[str]:
    """Give whole queries that begin as this one does, with its last word completed."""
    *before, last = query.split(" ")
    word = grams.normalise(last)
    if not grams.RUN.search(word):
        return []
    found = search(reader, Wish(read(word)))
    meant = dict.fromkeys([*_words(word), *_enterprises(found, word), *_posts(found, word)])
    return [" ".join([*before, one]) for one in list(meant)[:MOST]]


def _words(word: str) -> Iterator[str]:
    """Matters, and industries as the search understands them."""
    yield from (kind.label for kind in MATTER_KINDS.values() if word in kind.label)
    yield from (f"{one}业" for one in SECTORS if word in one)
    yield from (f"{one.label}行业" for one in Industry if word in one.label)


def _enterprises(found: Found, word: str) -> Iterator[str]:
    """Those whose name has the word, or is read like it."""
    keys = [int(key) for key, _ in found.counts["enterprise"][:ENTERPRISES]]
    names = Enterprise.objects.in_bulk(keys)
    for key in keys:
        name = names[key].name
        if word in grams.normalise(name) or word in pinyin.sounds(name):
            yield name


def _posts(found: Found, word: str) -> Iterator[str]:
    """What the newest agreements have figures for."""
    figures = Figure.objects.filter(card__in=found.keys, searched__contains=word)
    yield from figures.order_by("-card", "pk").values_list("about", flat=True)
