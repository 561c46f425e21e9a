"""A few votes on paper beside many by phone, or a few by phone beside many on paper: told apart,
they would tell who chose what. So they are put among the others, under numbers like theirs."""

from collections import Counter

from negotiate.ballots.models import HandCount, Poll
from negotiate.ballots.papers import new_key, receipt_of
from negotiate.law.tally import LEAST_COUNTED

Paper = tuple[str, str]  # number, choice


def set_apart_tells(by_phone: int, by_hand: int) -> bool:
    """Whether both kinds were cast, and one of them is so few."""
    return 0 < min(by_phone, by_hand) < LEAST_COUNTED


def among(papers: list[Paper], by_hand: Counter[str], poll: Poll) -> list[Paper]:
    """All papers of a secret poll, by phone and by hand, sorted by number. What was counted by hand
    is forgotten with this transaction: only that it was counted, and by whom, is kept."""
    numbers = {number for number, _ in papers}
    found = list(papers)
    for choice in by_hand.elements():
        number = receipt_of(poll.pk, new_key())
        while number in numbers:
            number = receipt_of(poll.pk, new_key())
        numbers.add(number)
        found.append((number, choice))
    HandCount.objects.filter(poll=poll).update(yes=0, no=0, abstain=0)
    return sorted(found)
