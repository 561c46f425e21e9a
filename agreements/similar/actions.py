"""The only writer of bands and likenesses: in the transaction that archives the agreement."""

from collections.abc import Iterable, Sequence
from typing import Final

from django.db.models import Count

from agreements.archive.models import Card, Clause
from agreements.similar.bands import AGREEMENTS, CLAUSES
from agreements.similar.models import AgreementBand, ClauseBand, Likeness
from agreements.similar.words import Pairs, jaccard, pairs_of

ENOUGH: Final = 60  # pairs: about as many characters of people's own words. Fewer are alike by luck
ALIKE: Final = 0.8  # from which on two agreements are nearly identical
HELD: Final = 20  # first agreements of groups that a new one is held against: they share most bands


def keep(card: Card, clauses: Iterable[Clause]) -> None:
    """Write down by what this agreement and its clauses will be found."""
    own = {clause.pk: clause_pairs(card, clause) for clause in clauses}
    ClauseBand.objects.bulk_create(
        ClauseBand(band=band, card=card, clause_id=key)
        for key, pairs in own.items()
        for band in CLAUSES.of(pairs)
    )
    _join(card, frozenset().union(*own.values()))


def drop(card: Card) -> None:
    """Forget by what it was found, for its clauses are divided anew. What others are held against
    stays what they were held against."""
    ClauseBand.objects.filter(card=card).delete()
    if not Likeness.objects.filter(first=card).exclude(card=card).exists():
        AgreementBand.objects.filter(card=card).delete()
        Likeness.objects.filter(card=card).delete()


def clear() -> None:
    """Take all out, to write it anew in the same transaction."""
    for model in (AgreementBand, Likeness, ClauseBand):
        model.objects.all().delete()


def clause_pairs(card: Card, clause: Clause) -> Pairs:
    return pairs_of(clause.kind, clause.heading, clause.text, clause.value, card.names.split("\n"))


def agreement_pairs(card: Card) -> Pairs:
    every: Iterable[Pairs] = (clause_pairs(card, clause) for clause in card.clauses.all())
    return frozenset().union(*every)


def _join(card: Card, pairs: Pairs) -> None:
    """Put an agreement into the group the first of which is most like it, or begin one."""
    if len(pairs) < ENOUGH or Likeness.objects.filter(card=card).exists():
        return
    bands = AGREEMENTS.of(pairs)
    firsts = Card.objects.filter(key__in=_nearest(bands)).prefetch_related("clauses")
    shares = {first.pk: jaccard(pairs, agreement_pairs(first)) for first in firsts}
    first = max(shares, key=lambda key: (shares[key], -key), default=card.pk)
    if shares.get(first, 0) < ALIKE:
        first = card.pk
        AgreementBand.objects.bulk_create(AgreementBand(band=band, card=card) for band in bands)
    Likeness.objects.create(card=card, first_id=first)


def _nearest(bands: Sequence[int]) -> list[int]:
    """Give the keys of the first agreements that share most of these bands, and of equals the
    oldest."""
    shared = AgreementBand.objects.filter(band__in=bands).values("card").annotate(n=Count("band"))
    return list(shared.order_by("-n", "card").values_list("card", flat=True)[:HELD])
