"""The only writer of bands and likenesses, under the index's lock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from django.db.models import Count

from agreements.archive.models import Card, Clause
from agreements.similar.bands import AGREEMENTS, CLAUSES
from agreements.similar.models import AgreementBand, ClauseBand, Likeness, Uncompared
from agreements.similar.words import Pairs, jaccard, pairs_of

ENOUGH: Final = 60  # pairs: about as many characters of people's own words. Fewer are alike by luck
ALIKE: Final = 0.8  # from which on two agreements are nearly identical
HELD: Final = 5  # firsts of groups that a new one is held against, those that share most bands: one
# that is nearly identical shares a third of them or more, one that is half alike hardly any
REMEMBERED: Final = 1_000  # first agreements: some 30 KB each


class FoundBy(NamedTuple):
    """By what an agreement and its clauses will be found: the bands of clauses, each with a
    clause's key; the pairs of all, and their bands, if they are enough."""

    clauses: frozenset[tuple[int, int]]
    pairs: Pairs
    bands: list[int]


class Firsts:
    """The pairs of first agreements, remembered by whoever holds many against them; by the serial
    of their cards, as they may change. Never in a transaction that may come to nothing."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], Pairs] = {}

    def pairs(self, several: Iterable[tuple[int, int]]) -> dict[int, Pairs]:
        """Give those of these keys and serials."""
        wanted = list(several)
        self.read(wanted)
        found = {key: self._known[key, serial] for key, serial in wanted}
        while len(self._known) > REMEMBERED:
            del self._known[next(iter(self._known))]
        return found

    def read(self, several: Iterable[tuple[int, int]]) -> None:
        """Read those of these that are not known yet; also before the lock is taken."""
        unknown = [key for key, serial in several if (key, serial) not in self._known]
        if unknown:
            for card in Card.objects.filter(key__in=unknown).prefetch_related("clauses"):
                self._known[card.key, card.serial] = agreement_pairs(card)


def found_by(card: Card) -> FoundBy:
    own = {clause.pk: clause_pairs(card, clause) for clause in card.clauses.all()}
    clauses = frozenset((band, key) for key, pairs in own.items() for band in CLAUSES.of(pairs))
    whole: Pairs = frozenset().union(*own.values())
    return FoundBy(clauses, whole, AGREEMENTS.of(whole) if len(whole) >= ENOUGH else [])


def keep(key: int, by: FoundBy, until: int | None, firsts: Firsts) -> None:
    """Write down by what a new agreement and its clauses will be found. It is held against those
    with keys up to `until`."""
    _write_bands({key: by.clauses})
    if not Likeness.objects.filter(card=key).exists():
        _join(key, by, until, firsts)


def keep_anew(found: Mapping[int, FoundBy], firsts: Firsts) -> None:
    """Let this be what agreements (by their keys, the smallest first) are found by, and nothing
    else. Each is held against those with smaller keys, which have been written anew before it."""
    _write_bands({key: by.clauses for key, by in found.items()})
    for key, by in found.items():
        _join(key, by, key, firsts)
    Uncompared.objects.filter(card__in=found).delete()


def drop(card: Card) -> None:
    """Forget by what it was found, for its clauses are divided anew. What others are held against
    stays what they were held against."""
    ClauseBand.objects.filter(clause__in=card.clauses.all()).delete()
    if not Likeness.objects.filter(first=card).exclude(card=card).exists():
        AgreementBand.objects.filter(card=card).delete()
        Likeness.objects.filter(card=card).delete()


def clause_pairs(card: Card, clause: Clause) -> Pairs:
    return pairs_of(clause.kind, clause.heading, clause.text, clause.value, card.names.split("\n"))


def agreement_pairs(card: Card) -> Pairs:
    every: Iterable[Pairs] = (clause_pairs(card, clause) for clause in card.clauses.all())
    return frozenset().union(*every)


def _write_bands(wanted: Mapping[int, frozenset[tuple[int, int]]]) -> None:
    """Nothing is written where it is so already: most of what a rebuild finds."""
    rows = ClauseBand.objects.filter(clause__card__in=wanted)
    there = set(rows.values_list("card", "band", "clause"))
    new = {(key, band, clause) for key, bands in wanted.items() for band, clause in bands}
    changed = {clause for _, _, clause in there - new}
    ClauseBand.objects.filter(clause__in=changed).delete()
    ClauseBand.objects.bulk_create(
        ClauseBand(card_id=key, band=band, clause_id=clause)
        for key, band, clause in new
        if clause in changed or (key, band, clause) not in there
    )


def _join(key: int, by: FoundBy, until: int | None, firsts: Firsts) -> None:
    """Put an agreement into the group the first of which is most like it, or begin one."""
    first = _first(key, by, until, firsts) if by.bands else None
    likeness = Likeness.objects.filter(card=key)
    if first is None:
        likeness.delete()
    elif not likeness.filter(first=first).exists():
        Likeness.objects.update_or_create(card_id=key, defaults={"first_id": first})
    wanted = set(by.bands) if first == key else set()
    there = set(AgreementBand.objects.filter(card=key).values_list("band", flat=True))
    AgreementBand.objects.filter(card=key, band__in=there - wanted).delete()
    AgreementBand.objects.bulk_create(
        AgreementBand(band=band, card_id=key) for band in sorted(wanted - there)
    )


def nearest(key: int, by: FoundBy, until: int | None = None) -> list[tuple[int, int]]:
    """Give those first agreements of groups, up to a key, that an agreement is held against: the
    keys and serials of their cards."""
    near = AgreementBand.objects.filter(band__in=by.bands).exclude(card=key)
    if until is not None:
        near = near.filter(card__lte=until)
    shared = near.values("card", "card__serial").annotate(n=Count("band")).order_by("-n", "card")
    return list(shared.values_list("card", "card__serial")[:HELD])


def _first(key: int, by: FoundBy, until: int | None, firsts: Firsts) -> int:
    """Give the key of the first of its group, or its own."""
    known = firsts.pairs(nearest(key, by, until))
    shares = {one: jaccard(by.pairs, held) for one, held in known.items()}
    first = max(shares, key=lambda one: (shares[one], -one), default=key)
    return first if shares.get(first, 0) >= ALIKE else key
