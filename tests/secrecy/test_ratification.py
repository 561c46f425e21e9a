"""A draft before its congress is as secret as any poll: nothing that is kept after an item's close
links delegates to choices, and before it the same adversary links them all."""

import pytest

from negotiate.people.models import Seat
from tests.negotiate.ratifying import Ratifying
from tests.secrecy import kept
from tests.secrecy.adversary import VOTERS, Voted, fill
from tests.secrecy.chance import SIGNIFICANT, p_values

ITEMS = 5


@pytest.fixture
def draft(committing: None) -> Ratifying:
    draft = Ratifying(VOTERS, more=ITEMS - 2)
    draft.summon()
    draft.come(draft.delegates)
    return draft


def attacked(draft: Ratifying, *, closed: bool) -> dict[str, float]:
    """How likely chance is to do as well as each trace, over all items."""
    seats = list(Seat.objects.filter(pk__in=[seat.pk for seat in draft.delegates]))
    found: list[Voted] = []
    guesses = []
    for seed, term in enumerate(draft.terms):
        voted = fill(draft.ask(term), seats, 1, seed)
        if not closed:
            guesses.append(voted.guesses())
        draft.close(voted.poll)
        if closed:
            guesses.append(voted.guesses())
        found.append(voted)
    return p_values([voted.truth for voted in found], guesses)


def test_after_an_item_closed_no_trace_links_better_than_chance(draft: Ratifying) -> None:
    found = attacked(draft, closed=True)
    assert len(found) > 1, "the adversary has found nothing to look at"
    assert min(found.values()) >= SIGNIFICANT / 10, found  # by chance once in 10,000 runs


def test_before_that_the_same_adversary_links_them(draft: Ratifying) -> None:
    assert min(attacked(draft, closed=False).values()) < SIGNIFICANT


def test_no_row_has_both_a_delegate_and_a_choice(draft: Ratifying) -> None:
    poll = draft.ask(draft.terms[0])
    voted = fill(poll, draft.delegates, 1, 0)
    draft.close(poll)
    tables = kept.dump()
    for table, rows in tables.items():
        if table == "negotiate_ballotpaper":
            assert len(rows) == VOTERS
            continue
        for number in voted.numbers:
            assert not any(number in row for row in rows), table
