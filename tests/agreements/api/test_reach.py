"""Who reads what through the API: a token what its federation's officers read, nobody more; and no
count, figure or facet tells of anything else."""

from typing import Any

import pytest
from django.test import Client

from agreements.archive.actions import change
from agreements.archive.models import Card
from agreements.archive.rebuilding import reindex
from agreements.papers.models import Paper
from tests.agreements.api.county import ROOT, Counties, ask, floors, program
from tests.agreements.archive.shelf import officer

pytestmark = pytest.mark.django_db

OPEN = {"east open", "west open", "far open"}
REACH = {
    "nobody": OPEN,
    "east": {"east", *OPEN},
    "west": {"west", *OPEN},
    "county": {"east", "west", *OPEN},
    "far": {"far", *OPEN},
}


OWN = {
    "nobody": set[str](),
    "east": {"east", "east open"},
    "west": {"west", "west open"},
    "county": {"east", "east open", "west", "west open"},
    "far": {"far", "far open"},
}
"""Whose whole papers they read."""


@pytest.fixture
def counties() -> Counties:
    return Counties()


def whose(counties: Counties, who: str) -> Client:
    return program(counties.federations.get(who))


def keys(counties: Counties, names: set[str]) -> set[int]:
    return {counties.cards[name].pk for name in names}


@pytest.mark.parametrize("who", REACH)
@pytest.mark.parametrize("asked", [{}, {"q": "奖金"}, {"q": "奖金 千"}, {"year": 2026}])
def test_a_search_ends_at_the_token_s_reach(
    who: str, asked: dict[str, Any], counties: Counties
) -> None:
    found = ask(whose(counties, who), "agreements", **asked)
    assert {each["key"] for each in found["agreements"]} == keys(counties, REACH[who])
    assert found["total"] == len(REACH[who])


@pytest.mark.parametrize("who", REACH)
def test_what_minutes_tell_is_told_only_to_those_whose_own_they_are(
    who: str, counties: Counties
) -> None:
    """In lists, totals, pages and facets."""
    asked = {"q": "工时表", "where": "minutes"}
    for card in counties.cards.values():
        Paper.objects.filter(card=card).update(frozen={"text": {"course": ["谈工时表。"]}})
    reindex()
    own, client = OWN[who], whose(counties, who)
    found = ask(client, "agreements", **asked)
    assert {each["key"] for each in found["agreements"]} == keys(counties, own)
    assert (found["total"], found["exact"]) == (len(own), True)
    facets = ask(client, "facets", **asked)
    assert facets["total"] == len(own)
    for facet in facets["facets"]:
        assert sum(each["agreements"] for each in facet["values"]) in (0, len(own)), facet["name"]
    assert ask(client, "agreements", q="工时表")["total"] == 0


@pytest.mark.parametrize("who", REACH)
def test_an_agreement_out_of_reach_does_not_exist(who: str, counties: Counties) -> None:
    client = whose(counties, who)
    missing = client.get(f"{ROOT}agreements/1")
    for name, card in counties.cards.items():
        answer = client.get(f"{ROOT}agreements/{card.pk}")
        assert answer.status_code == (200 if name in REACH[who] else 404), name
        if name not in REACH[who]:
            assert answer.content == missing.content


@pytest.mark.parametrize("who", REACH)
def test_facets_count_nothing_out_of_reach(who: str, counties: Counties) -> None:
    found = ask(whose(counties, who), "facets")
    assert found["total"] == len(REACH[who])
    facets = {facet["name"]: facet["values"] for facet in found["facets"]}
    firms = {value["value"]: value["agreements"] for value in facets["enterprise"]}
    told = Card.objects.filter(pk__in=keys(counties, REACH[who]))
    assert firms == {
        str(firm): told.filter(enterprise=firm).count()
        for firm in told.values_list("enterprise", flat=True)
    }


@pytest.mark.parametrize("who", REACH)
def test_statistics_count_nothing_out_of_reach(who: str, counties: Counties) -> None:
    Card.objects.update(workers=40, serial=100)
    (cell,) = ask(whose(counties, who), "statistics/agreements", by="year")["cells"]
    assert cell["agreements"] == len(REACH[who])
    assert cell["enterprises"] == 3
    told = ask(whose(counties, who), "statistics/agreements", by="region")["cells"]
    assert {cell["region"]["name"]: cell["agreements"] for cell in told} == {
        f"{name}总工会": 1 + (name in REACH[who]) for name in ("east", "west", "far")
    }


@pytest.mark.parametrize("who", REACH)
def test_figures_tell_nothing_out_of_reach(who: str, counties: Counties) -> None:
    for name in ("east", "west", "far"):
        floors(counties.cards[name].enterprise, 2000, 3000, workers=40)
    names = {name for name in ("east", "west", "far") if name in REACH[who]}
    client = whose(counties, who)
    rows = ask(client, "figures", measure="post_floor_table.amount")["figures"]
    assert len(rows) == 2 * len(names)
    assert {row["enterprise"]["name"] for row in rows} == {f"{name}厂" for name in names}
    told = ask(client, "statistics/figures", measure="post_floor_table.amount", by="region")
    assert {cell["region"]["name"] for cell in told["cells"]} == {f"{name}总工会" for name in names}


@pytest.mark.parametrize("who", REACH)
def test_a_filter_on_somebody_else_s_finds_what_is_open(who: str, counties: Counties) -> None:
    client = whose(counties, who)
    for name in ("east", "west", "far"):
        found = ask(client, "agreements", enterprise=counties.cards[name].enterprise_id)
        own = {name, f"{name} open"} & REACH[who]
        assert {each["key"] for each in found["agreements"]} == keys(counties, own)


def test_a_session_opens_nothing_here(counties: Counties) -> None:
    """Only the header counts: no page of somebody else's can ask in an officer's name."""
    client = Client()
    client.force_login(officer(counties.federations["county"]))
    assert ask(client, "agreements")["total"] == len(OPEN)


def test_what_is_withdrawn_is_gone_at_once(counties: Counties) -> None:
    change(counties.cards["far open"], published_on=None)
    assert ask(program(), "agreements")["total"] == len(OPEN) - 1
