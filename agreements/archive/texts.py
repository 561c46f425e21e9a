"""What an agreement is searched in, and the grams of that."""

from agreements.archive import grams, pinyin
from agreements.archive.models import Card
from negotiate.matters.kinds import MATTER_KINDS


def searched_text(card: Card) -> str:
    """Give all that is searched in, a line each, so that no word reaches from one into the next."""
    matter = MATTER_KINDS[card.matter_kind].label
    clauses = (f"{clause.heading}\n{clause.text}" for clause in card.clauses.all())
    return "\n".join([card.title, card.number, card.names, matter, *clauses])


def grams_of(card: Card, text: str = "") -> set[str]:
    """Give everything under which the index keeps an agreement; `text`: its own, where it has been
    made already."""
    return (
        grams.of_text(text or searched_text(card))
        | grams.of_text(card.title, grams.TITLE)
        | {grams.SOUND + sound for sound in pinyin.sounds(card.names)}
    )
