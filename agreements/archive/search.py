"""From a wish to a page of papers: the index answers, the texts confirm what it cannot know."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from agreements.archive import codes, grams
from agreements.archive.actions import searched_text
from agreements.archive.index import Query, index
from agreements.archive.models import Card, first_key, last_key
from agreements.papers.models import Paper

PAGE = 20  # papers
PAGES = 50  # who has not found it among the newest thousand asks more precisely
BATCH = 100  # papers read at once to be confirmed
BOUND = 200  # papers read before a total is told as an estimate


@dataclass(frozen=True)
class Wish:
    """`words` as grams.words gives them, all to be found; `enterprises` the keys in reach."""

    enterprises: tuple[int, ...]
    words: tuple[str, ...] = ()
    in_title: bool = False
    kind: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Found:
    """One page, newest first. `exact` says whether `total` is counted or estimated."""

    papers: Sequence[Paper]
    total: int
    exact: bool
    page: int

    @property
    def more(self) -> bool:
        return self.total > self.page * PAGE

    @property
    def is_last_shown(self) -> bool:
        return self.more and self.page == PAGES


def search(wish: Wish, page: int = 1) -> Found:
    """Give one page of the papers in reach; `page` is between 1 and PAGES."""
    if not wish.enterprises:
        return Found((), 0, True, page)
    query = _query(wish)
    if all(_says_all(word) for word in wish.words):
        keys = index().keys(query, PAGE, (page - 1) * PAGE)
        return Found(_papers(keys), index().count(query), True, page)
    return _confirmed(wish, query, page)


def _says_all(word: str) -> bool:
    """Say whether the index alone knows where this word stands: one character, or a pair."""
    return codes.is_exact(word)


def _query(wish: Wish) -> Query:
    prefix = grams.TITLE if wish.in_title else ""
    every = {gram for word in wish.words for gram in grams.of_word(word, prefix)}
    if wish.kind:
        every.add(f"{grams.KIND}{wish.kind}")
    owners = {f"{grams.ENTERPRISE}{key}" for key in wish.enterprises}
    first = first_key(wish.since or date.min)
    last = last_key(wish.until or date.max)
    return Query(codes.codes(every), codes.codes(owners), first, last)


def _confirmed(wish: Wish, query: Query, page: int) -> Found:
    """Read candidates, newest first, until the page is full and its total is known or estimated.

    One paper more than the page holds is looked for, so that a next page is never empty.
    """
    hits = 0
    papers: list[Paper] = []
    for read, paper in enumerate(_candidates(query)):
        if read >= BOUND and hits > page * PAGE:
            total = hits + (index().count(query) - read) * hits // read
            return Found(papers, total, False, page)
        if _holds(paper, wish):
            hits += 1
            if 0 < hits - (page - 1) * PAGE <= PAGE:
                papers.append(paper)
    return Found(papers, hits, True, page)


def _candidates(query: Query) -> Iterator[Paper]:
    while keys := index().keys(query, BATCH):
        yield from _papers(keys)
        query = query._replace(last=keys[-1] - 1)


def _papers(keys: list[int]) -> list[Paper]:
    """Read papers with their clauses, but without the bytes, in the order of the keys."""
    cards = Card.objects.filter(key__in=keys).select_related("paper__enterprise", "paper__room")
    cards = cards.defer("paper__docx", "paper__frozen", "paper__room__profile").prefetch_related(
        "paper__clauses"
    )
    return [card.paper for card in cards]


def _holds(paper: Paper, wish: Wish) -> bool:
    text = grams.normalise(paper.title if wish.in_title else searched_text(paper))
    return all(grams.place_of(word).search(text) for word in wish.words)
