"""What an agreement is searched in, and the grams of that."""

from django.db.models import QuerySet

from agreements.archive import grams, pinyin
from agreements.archive.minutes import told
from agreements.archive.models import Card
from negotiate.matters.kinds import MATTER_KINDS


def with_texts() -> QuerySet[Card]:
    """Cards, each with all that it is searched in."""
    papers = Card.objects.select_related("paper").defer("paper__docx", "paper__prepared")
    return papers.prefetch_related("clauses")


def searched_text(card: Card) -> str:
    """Give all that is searched in, a line each, so that no word reaches from one into the next."""
    matter = MATTER_KINDS[card.matter_kind].label
    clauses = (f"{clause.heading}\n{clause.text}" for clause in card.clauses.all())
    return "\n".join([card.title, card.number, card.names, matter, *clauses])


def told_text(card: Card) -> str:
    """Give all that is searched in besides, for those whose own it is."""
    return "\n".join(one.text for one in told(card.paper.frozen)) if card.paper else ""


def grams_of(card: Card, text: str = "", besides: str | None = None) -> set[str]:
    """Give everything under which the index keeps an agreement; `text` and `besides`: its own,
    where they have been made already."""
    own = grams.of_text(text or searched_text(card))
    others = grams.of_text(told_text(card) if besides is None else besides) - own
    return (
        own
        | grams.of_text(card.title, grams.TITLE)
        | {grams.SOUND + sound for sound in pinyin.sounds(card.names)}
        | {grams.TOLD + gram for gram in others}
    )
