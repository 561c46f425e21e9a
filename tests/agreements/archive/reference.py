"""What a search has to give, told by looking at every agreement: written apart from the archive, by
other means and with tables of its own."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, cached_property

TRADITIONAL = str.maketrans("獎業員帶費師", "奖业员带费师")
SYLLABLES = (
    "shen rui jiao ye fang zhou huan bao jiang hai ji xie an ju shi pin "
    "wang gui fang li jian guo chen qiang"
)
READ = dict(zip("神瑞胶业方舟环保江海机械安居食品王桂芳李建国陈强", SYLLABLES.split(), strict=True))
"""How every character of the names on these tests' shelves is read."""


@dataclass(frozen=True)
class Stated:
    """A figure on the shelf."""

    measure: str
    about: str
    unit: str
    amount: Decimal


@dataclass(frozen=True)
class Kept:
    """An agreement on the shelf; `facts` by the name of the facet, all its values."""

    key: int
    enterprise: int
    signed_on: date
    published: bool
    title: str
    names: Sequence[str]
    texts: Sequence[str]
    facts: Mapping[str, frozenset[str]]
    minutes: Sequence[str]
    figures: Sequence[Stated]
    workers: int | None

    @property
    def is_of_a_handful(self) -> bool:
        """Fewer than five, whose figures nobody else may look for."""
        return self.workers is not None and self.workers < 5

    @cached_property
    def plain(self) -> str:
        return plain("\n".join([self.title, *self.names, *self.texts]))

    @cached_property
    def whole(self) -> str:
        """With what the minutes tell besides."""
        return plain("\n".join([self.plain, *self.minutes]))


@dataclass(frozen=True)
class Within:
    """A range of figures; what is None was not asked."""

    measure: str | None = None
    unit: str | None = None
    about: str | None = None
    least: Decimal | None = None
    most: Decimal | None = None

    def holds(self, figure: Stated) -> bool:
        return (
            self.measure in (None, figure.measure)
            and self.unit in (None, figure.unit)
            and (self.about is None or plain(self.about) in plain(figure.about))
            and (self.least is None or figure.amount >= self.least)
            and (self.most is None or figure.amount <= self.most)
        )


@dataclass(frozen=True)
class Asking:
    """`words` and `without` as typed; `chosen` by the name of a facet."""

    words: Sequence[str] = ()
    without: Sequence[str] = ()
    in_title: bool = False
    in_minutes: bool = False
    chosen: Mapping[str, Sequence[str]] | None = None
    figures: Sequence[Within] = ()
    since: date = date.min
    until: date = date.max
    title_first: bool = False


@cache
def plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower().translate(TRADITIONAL)


def stands(word: str, text: str) -> bool:
    """`in`, except that letters and figures count only as a whole."""
    before = r"(?<![0-9a-z])" if re.match(r"[0-9a-z]", word) else ""
    after = r"(?![0-9a-z])" if re.search(r"[0-9a-z]\Z", word) else ""
    return re.search(before + re.escape(word) + after, text) is not None


@cache
def is_read(word: str, name: str) -> bool:
    """Whether some of a name, twelve characters at most, is read like this, or begins so."""
    read = [READ[character] for character in name]
    parts = [
        read[start:end]
        for start in range(len(read))
        for end in range(start + 1, min(start + 12, len(read)) + 1)
    ]
    return word in {form for part in parts for form in ("".join(part), "".join(p[0] for p in part))}


def is_in(word: str, kept: Kept, asking: Asking) -> bool:
    word = plain(word)
    if asking.in_title:
        return stands(word, plain(kept.title))
    letters = re.fullmatch("[a-z]{2,}", word) is not None
    text = kept.whole if asking.in_minutes else kept.plain
    return stands(word, text) or (letters and any(is_read(word, n) for n in kept.names))


def found(shelf: Iterable[Kept], enterprises: set[int], asking: Asking, own: int = 0) -> list[Kept]:
    """Everything in reach that answers, before anything is chosen in a facet; in order. `own`: the
    enterprise that asks."""

    def answers(kept: Kept) -> bool:
        return (
            (kept.enterprise in enterprises or (kept.published and not asking.in_minutes))
            and asking.since <= kept.signed_on <= asking.until
            and all(any(map(each.holds, kept.figures)) for each in asking.figures)
            and (not asking.figures or not kept.is_of_a_handful or kept.enterprise == own)
            and all(is_in(word, kept, asking) for word in asking.words)
            and not any(is_in(word, kept, asking) for word in asking.without)
        )

    hits = sorted(filter(answers, shelf), key=lambda kept: -kept.key)
    if asking.title_first and asking.words and not asking.in_title:
        titles = Asking(in_title=True)
        hits.sort(key=lambda kept: not all(is_in(word, kept, titles) for word in asking.words))
    return hits


def narrowed(hits: Iterable[Kept], asking: Asking, *, but: str = "") -> list[Kept]:
    """What stays of them with the chosen values; as if nothing were chosen in the facet `but`."""
    chosen = {name: set(values) for name, values in (asking.chosen or {}).items() if name != but}
    return [k for k in hits if all(k.facts[name] & values for name, values in chosen.items())]


def counts(hits: Sequence[Kept], asking: Asking) -> dict[str, dict[str, int]]:
    """By facet and value: how many there would be."""
    names = {name for kept in hits for name in kept.facts}
    return {
        name: dict(Counter(v for k in narrowed(hits, asking, but=name) for v in k.facts[name]))
        for name in names
    }
