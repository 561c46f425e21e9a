"""Whether the archive's index is exactly what its cards say: written apart from what writes it."""

from collections import defaultdict
from collections.abc import Iterator

from django.db import connection

from agreements.archive.index import LIVE, NEXT, Query, index
from agreements.archive.index.sqlite import token
from agreements.archive.index_models import Rebuild
from agreements.archive.indexing import entry_of
from agreements.archive.models import Card, Text
from agreements.archive.texts import with_texts
from agreements.similar.bands import AGREEMENTS, CLAUSES
from agreements.similar.models import AgreementBand, ClauseBand, Likeness, Uncompared
from agreements.similar.waiting import compare_waiting
from agreements.similar.words import pairs_of
from tests.agreements.archive.reference import plain


def faults() -> list[str]:
    """What is wrong, if anything, once nothing waits to be compared."""
    compare_waiting()
    cards = _cards()
    return [*of_index(), *_of_texts(cards), *_of_likeness(cards), *_left()]


def of_index() -> Iterator[str]:
    """What is wrong with the table that is searched."""
    cards = _cards()
    wanted: dict[int, list[int]] = defaultdict(list)
    for card in cards:
        for code in entry_of(card).row.codes:
            wanted[code].append(card.key)
    if rows_of_each() != {token(code): len(keys) for code, keys in wanted.items()}:
        yield "the index has other grams than the cards"
    for code, keys in wanted.items():
        if sorted(index().matching(Query(frozenset([code]))).tolist()) != keys:
            yield f"{token(code)} is not found in {keys}"


def rows_of_each() -> dict[str, int]:
    """How many rows the table that is searched has for each gram, told by the database."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            words = f"CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, {LIVE}, row)"
            cursor.execute(words)
            cursor.execute("SELECT term, doc FROM temp.words")
            found = dict(cursor.fetchall())
            cursor.execute("DROP TABLE temp.words")
            return found
        counted = f"SELECT code, count(*) FROM {LIVE}, unnest(codes) AS code GROUP BY code"  # noqa: S608
        cursor.execute(counted)
        return {token(code): rows for code, rows in cursor.fetchall()}


def _cards() -> list[Card]:
    return list(with_texts().order_by("key"))


def _of_texts(cards: list[Card]) -> Iterator[str]:
    texts = {text.card_id: text for text in Text.objects.all()}
    if set(texts) != {card.key for card in cards}:
        yield "there are other texts than cards"
        return
    for card in cards:
        for clause in card.clauses.all():
            if plain(clause.text) not in texts[card.key].text:
                yield f"{card.key} has another text"
        for paragraph in card.paper.frozen.get("text", {}).get("course", ()) if card.paper else ():
            if plain(paragraph) not in texts[card.key].told:
                yield f"{card.key} tells something else"


def _of_likeness(cards: list[Card]) -> Iterator[str]:
    bands, pairs = set(), {}
    for card in cards:
        own = frozenset[str]()
        for one in card.clauses.all():
            said = pairs_of(one.kind, one.heading, one.text, one.value, card.names.split("\n"))
            bands |= {(band, card.key, one.pk) for band in CLAUSES.of(said)}
            own |= said
        pairs[card.key] = own
    if set(ClauseBand.objects.values_list("band", "card", "clause")) != bands:
        yield "clauses have other bands"
    firsts = set(Likeness.objects.values_list("first", flat=True))
    of_firsts = {(band, key) for key in firsts for band in AGREEMENTS.of(pairs[key])}
    if set(AgreementBand.objects.values_list("band", "card")) != of_firsts:
        yield "firsts have other bands"
    if set(Likeness.objects.filter(card__in=firsts).values_list("card", "first")) != {
        (key, key) for key in firsts
    }:
        yield "a first is not its own"


def _left() -> Iterator[str]:
    if Rebuild.objects.exists():
        yield "a rebuild is not at its end"
    if NEXT in connection.introspection.table_names():
        yield "a table was left"
    if Uncompared.objects.exists():
        yield "an agreement waits to be compared"
