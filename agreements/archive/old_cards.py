"""Cards of old files: how they come into the archive, and what may change of them afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from agreements.archive.actions import Agreed, change, enter, kinds_of, write_clauses
from agreements.archive.index import index
from agreements.archive.indexing import entry_of, index_again, index_new, then_settle
from agreements.archive.models import Card, Clause, Figure
from agreements.old.models import OldPaper
from agreements.papers.standing import Standing
from agreements.similar.actions import drop
from negotiate import moment
from negotiate.law.words import Procedure


@dataclass(frozen=True)
class OfOld:
    """What is known of an old file besides what is in it."""

    title: str
    number: str
    signed_on: date
    matter_kind: str
    workers: int | None
    signers: Sequence[str]


@transaction.atomic
def add_old(old: OldPaper, known: OfOld) -> Card:
    """Put an old file into the archive; its text is one clause of no kind, until a person has
    confirmed how it is divided. Raises IntegrityError for one that is there already."""
    card = enter(
        old.enterprise,
        known.signed_on,
        known.signers,
        old=old,
        title=known.title,
        number=known.number,
        matter_kind=known.matter_kind,
        procedure=Procedure.ORDINARY.value if old.is_contract else "",
        standing=_standing(old),
        grade=Card.Grade.OLD,
        workers=known.workers,
    )
    if old.text:
        Clause.objects.create(card=card, position=1, heading=old.name[:60], text=old.text)
    index_new(card)
    then_settle(card.key)
    return card


def _standing(old: OldPaper) -> Standing:
    """Nobody here knows what became of it after it was signed, only whether its days are over."""
    is_over = old.ends_on is not None and old.ends_on < moment.today()
    return Standing.EXPIRED if is_over else Standing.SIGNED


@transaction.atomic
def divide(card: Card, agreed: Sequence[Agreed]) -> None:
    """Let these be the clauses of an old file, instead of those that it had."""
    index().lock()
    held = Card.objects.get(pk=card.pk)
    before = entry_of(held)
    Figure.objects.filter(card=held).delete()
    drop(held)
    held.clauses.all().delete()
    write_clauses(held, agreed)
    index_again(held, before)
    then_settle(held.key)
    change(held, kinds=kinds_of(agreed))


def follow_time() -> int:
    """What an old contract counts for changes when its days are over; how many it was for."""
    cards = Card.objects.filter(standing=Standing.SIGNED, old__ends_on__lt=moment.today())
    for card in cards:
        change(card, standing=Standing.EXPIRED)
    return len(cards)
