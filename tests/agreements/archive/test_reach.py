"""Who finds and counts which agreement: an enterprise its own, a federation all under it, everybody
what is published; of the rest nothing shows, not even that it is there."""

import pytest

from agreements.archive import asked
from agreements.archive.asked import Where
from agreements.archive.ranges import Range
from agreements.archive.search import Wish
from tests.agreements.archive.county import (
    ALWAYS,
    AMOUNTS,
    CAME,
    CARDS,
    INITIALS,
    MATTERS,
    OWN,
    REACH,
    SIGNERS,
    WORDS,
    County,
    everybody,
    opened,
)
from tests.agreements.archive.shelf import signed

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> County:
    return opened()


@everybody
@pytest.mark.parametrize("query", ["", "津", "津贴", "每月 元", "-奖金", "津贴 -奖金标准"])
def test_a_search_ends_at_the_reader_s_reach(who: str, query: str, county: County) -> None:
    names, found = county.found(who, Wish(asked.read(query)))
    assert names == REACH[who]
    assert (found.total, found.exact) == (len(REACH[who]), True)


@everybody
def test_words_signers_and_sounds_of_what_is_out_of_reach_find_nothing(
    who: str, county: County
) -> None:
    for name in CARDS:
        for query in (WORDS[name], SIGNERS[name], INITIALS[name], county.cards[name].number):
            names, found = county.found(who, Wish(asked.read(query)))
            assert names == REACH[who] & {name}, query
            assert found.total == len(names)


@everybody
def test_what_minutes_tell_is_found_only_by_those_whose_own_they_are(
    who: str, county: County
) -> None:
    for name in CARDS:
        assert county.found(who, Wish(asked.read(CAME[name])))[0] == set()
        for query in (CAME[name], CAME[name][0], WORDS[name], f"{WORDS[name]} {CAME[name][:2]}"):
            names, found = county.found(who, Wish(asked.read(query), where=Where.MINUTES))
            assert names == OWN[who] & {name}, query
            assert found.total == sum(count for _, count in found.counts["matter_kind"])
        names, _ = county.found(who, Wish(asked.read(f"职工方 -{CAME[name]}"), where=Where.MINUTES))
        assert names == OWN[who] - {name}


@everybody
def test_an_exclusion_tells_nothing_of_what_is_out_of_reach(who: str, county: County) -> None:
    for name in CARDS:
        _, found = county.found(who, Wish(asked.read(f"津贴 -{WORDS[name]}")))
        assert found.total == len(REACH[who] - {name})


@everybody
def test_counts_are_those_of_what_is_in_reach(who: str, county: County) -> None:
    """Also of a facet in which a value out of reach is chosen."""
    mine = [county.cards[name] for name in sorted(REACH[who])]
    for name in ("", *CARDS):
        chosen = {"matter_kind": [MATTERS[name]]} if name else {}
        _, found = county.found(who, Wish(chosen=chosen))
        matters = dict(found.counts["matter_kind"])
        assert matters == {card.matter_kind: 1 for card in mine}
        narrowed = [card for card in mine if card.matter_kind in chosen.get("matter_kind", matters)]
        for facet, field in (("enterprise", "enterprise_id"), ("region", "federation_id")):
            values = [str(getattr(card, field)) for card in narrowed]
            assert dict(found.counts[facet]) == {value: values.count(value) for value in values}
        for facet in ("term", "year", "procedure", "standing", "grade"):
            assert sum(count for _, count in found.counts[facet]) == len(narrowed), facet


@everybody
def test_a_figure_finds_nothing_out_of_reach(who: str, county: County) -> None:
    for name in CARDS:
        for asked_for in (
            Range(least=AMOUNTS[name], most=AMOUNTS[name]),
            Range(measure="amount.amount", about=WORDS[name]),
        ):
            names, found = county.found(who, Wish(figures=(asked_for,)))
            assert names == REACH[who] & {name}
            assert found.total == sum(count for _, count in found.counts["enterprise"])


@everybody
def test_a_facet_does_not_reach_further(who: str, county: County) -> None:
    for which in ("east", "west", "far"):
        firm = county.cards[which].enterprise
        for facet, value in (("enterprise", firm.pk), ("region", firm.federation_id)):
            names, found = county.found(who, Wish(chosen={facet: [str(value)]}))
            assert names == {name for name in REACH[who] if name.split()[0] == which}
            assert found.total == len(names)


def test_an_enterprise_that_changes_its_federation_takes_its_papers_along(county: County) -> None:
    firm = county.cards["east"].enterprise
    firm.federation = county.cards["far"].enterprise.federation
    firm.save(update_fields=["federation"])
    for who, names in (
        ("county", ALWAYS | {"west"}),
        ("other county", ALWAYS | {"east", "far"}),
        ("township", ALWAYS),
    ):
        assert county.found(who, Wish())[0] == names


def test_nothing_is_found_by_a_paper_s_digest(county: County) -> None:
    signed(county.cards["east"].enterprise, "奖金")
    assert county.found("east", Wish(asked.read("ab" * 32)))[0] == set()
