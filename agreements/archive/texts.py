"""What an agreement is searched in, and the grams of that."""

from collections.abc import Iterable

from django.db.models import QuerySet

from agreements.archive import grams, pinyin
from agreements.archive.minutes import told
from agreements.archive.models import Card, Clause
from negotiate.matters.kinds import MATTER_KINDS


def with_texts() -> QuerySet[Card]:
    """Cards, each with all that it is searched in."""
    papers = Card.objects.select_related("paper").defer("paper__docx", "paper__prepared")
    return papers.prefetch_related("clauses")


def searched_text(card: Card, clauses: Iterable[Clause] | None = None) -> str:
    """Give all that is searched in, a line each, so that no word reaches from one into the next.
    `clauses`: its own, where they are at hand."""
    matter = MATTER_KINDS[card.matter_kind].label
    own = card.clauses.all() if clauses is None else clauses
    said = (f"{clause.heading}\n{clause.text}" for clause in own)
    return "\n".join([card.title, card.number, card.names, matter, *said])


def told_text(card: Card) -> str:
    """Give all that is searched in besides, for those whose own it is."""
    text = card.paper.frozen.get("text") if card.paper else None
    return "\n".join(one.text for one in told(text, card.key))


def grams_of(card: Card, text: str, besides: str) -> set[str]:
    """Give everything under which the index keeps an agreement, of its two texts, normalised."""
    own = grams.of_normalised(text)
    others = grams.of_normalised(besides) - own
    return (
        own
        | grams.of_text(card.title, grams.TITLE)
        | {grams.SOUND + sound for sound in pinyin.sounds(card.names)}
        | {grams.TOLD + gram for gram in others}
    )
