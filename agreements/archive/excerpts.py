"""What a page shows of a text, cut where the words stand. Plain parts: the template escapes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from agreements.archive import grams
from agreements.archive.minutes import Said

LENGTH = 90  # characters of an excerpt
BEFORE = 20  # of them, about, before the first word


class Part(NamedTuple):
    text: str
    hit: bool = False


def marked(text: str, words: Sequence[str]) -> list[Part]:
    """Cut a text into parts with and without a word; together they are the text again."""
    return list(_parts(text, _spans(text, words), 0, len(text)))


def best_clause(clauses: Iterable[Said], words: Sequence[str]) -> Said:
    """Choose the clause, or paragraph, in which the most words stand; the first of equals."""
    best, most = Said("", ""), -1
    for clause in clauses:
        held = _held(clause, words)
        if held > most:
            best, most = clause, held
        if most == len(words):
            break
    return best


def excerpt(text: str, words: Sequence[str]) -> list[Part]:
    """Cut out the surroundings of the first word, in one line, and mark the words in it."""
    spans = _spans(text, words)
    first = spans[0][0] if spans else 0
    start = first - BEFORE if first > LENGTH // 2 else 0
    end = min(start + LENGTH, len(text))
    parts = list(_parts(re.sub(r"\s", " ", text), spans, start, end))
    before = [Part("…")] if start else []
    after = [Part("…")] if end < len(text) else []
    return [*before, *parts, *after]


def _held(clause: Said, words: Sequence[str]) -> int:
    text = clause.text if clause.is_label else f"{clause.heading}\n{clause.text}"
    return sum(1 for word in words if grams.place_as_written(word).search(text))


def _spans(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Give the places of all words in order, those that touch or overlap as one."""
    places = (grams.place_as_written(word).finditer(text) for word in words)
    found = sorted(place.span() for of_word in places for place in of_word)
    spans: list[tuple[int, int]] = []
    for start, end in found:
        if spans and start <= spans[-1][1]:
            start, end = spans[-1][0], max(end, spans.pop()[1])
        spans.append((start, end))
    return spans


def _parts(text: str, spans: list[tuple[int, int]], at: int, end: int) -> Iterator[Part]:
    for first, last in spans:
        if first >= end:
            break
        if at < first:
            yield Part(text[at:first])
        yield Part(text[first : min(last, end)], hit=True)
        at = last
    if at < end:
        yield Part(text[at:end])
