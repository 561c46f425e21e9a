"""Many candidates whose texts would have to be read: totals are estimates, hits never are."""

from collections.abc import Sequence

import pytest

from agreements.archive import asked, confirming
from agreements.archive.confirming import BOUND
from agreements.archive.models import Clause
from agreements.archive.reader import Reader
from agreements.archive.search import PAGE, Found, Wish, search
from negotiate.people.models import Enterprise
from tests.agreements.archive.shelf import enterprise, signed

pytestmark = pytest.mark.django_db
MANY = BOUND + 120
WISH = Wish(asked.read("带徒费"))


@pytest.fixture
def firm() -> Enterprise:
    """Of its many agreements, every other has the word, and all have its pairs."""
    firm = enterprise("神瑞胶业")
    for number in range(MANY):
        signed(
            firm, "带徒费" if number % 2 else "带徒，徒费", kind="award" if number % 4 else "pay"
        )
    return firm


def _texts(keys: Sequence[int]) -> list[str]:
    return list(Clause.objects.filter(card__in=keys).values_list("text", flat=True))


def page(firm: Enterprise, number: int = 1, wish: Wish = WISH) -> Found:
    return search(Reader(frozenset([firm.pk])), wish, number)


def test_a_large_total_is_told_as_an_estimate(firm: Enterprise) -> None:
    found = page(firm)
    assert not found.exact
    assert found.total == MANY // 2


def test_counts_are_estimated_like_the_total(firm: Enterprise) -> None:
    found = page(firm)
    assert dict(found.counts["enterprise"]) == {str(firm.pk): found.total}
    assert sum(number for _, number in found.counts["matter_kind"]) == found.total


def test_no_false_hit_is_shown_and_none_is_left_out(firm: Enterprise) -> None:
    pages = [page(firm, number) for number in range(1, MANY // 2 // PAGE + 1)]
    keys = [key for found in pages for key in found.keys]
    assert len(keys) == len(set(keys)) == MANY // 2
    assert all(found.more for found in pages[:-1])
    assert not pages[-1].more
    assert set(_texts(keys)) == {"带徒费"}


def test_a_choice_that_leaves_few_is_listed_to_the_end(firm: Enterprise) -> None:
    card = signed(firm, "带徒费", kind="catering")
    found = page(firm, wish=Wish(asked.read("带徒费"), chosen={"matter_kind": ["catering"]}))
    assert found.keys == [card.key]
    assert (found.total, found.more, found.is_cut) == (1, False, False)


def test_of_a_list_that_was_read_to_the_end_all_is_counted_but_what_would_be_beside_it(
    firm: Enterprise,
) -> None:
    """What is chosen leaves fewer candidates than there are: the others were not read."""
    for text in ("带徒费", "带徒，徒费", "带徒费"):
        signed(firm, text, kind="catering")
    found = page(firm, wish=Wish(asked.read("带徒费"), chosen={"matter_kind": ["catering"]}))
    assert (found.total, found.exact) == (2, True)
    assert not found.counts["matter_kind"].exact
    assert found.counts["matter_kind"].number("catering") == 2
    others = {name: each for name, each in found.counts.items() if name != "matter_kind"}
    assert all(each.exact for each in others.values())
    assert dict(others["enterprise"]) == {str(firm.pk): 2}
    assert not any(each.exact for each in page(firm).counts.values())


def test_a_choice_without_a_candidate_takes_nothing_from_the_others(firm: Enterprise) -> None:
    found = page(firm, wish=Wish(asked.read("带徒费"), chosen={"matter_kind": ["catering"]}))
    assert (found.total, found.exact) == (0, True)
    assert dict(found.counts["matter_kind"]) == {"award": MANY // 4 * 3, "pay": MANY // 4}


def test_exclusion_of_what_must_be_read_shows_no_false_hit(firm: Enterprise) -> None:
    found = page(firm, wish=Wish(asked.read("徒费 -带徒费")))
    assert _texts(found.keys) == ["带徒，徒费"] * PAGE
    assert found.total == MANY // 2


def test_who_asks_for_what_hardly_any_candidate_has_is_told_that_not_all_were_read(
    firm: Enterprise, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confirming, "MOST", 30)
    found = page(firm)
    assert (found.exact, found.is_cut, found.more) == (False, True, False)
    assert len(found.keys) == 15
    signed(firm, "徒费工费带徒")
    found = page(firm, wish=Wish(asked.read("徒费带徒")))
    assert (len(found.keys), found.total) == (0, 0)
