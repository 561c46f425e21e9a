"""Who reads which page: what is out of reach does not exist, and no list names it."""

import re

import pytest
from django.conf import settings
from django.shortcuts import resolve_url
from django.test import Client
from django.urls import reverse

from tests.agreements.archive.county import (
    ALWAYS,
    CAME,
    CARDS,
    OWN,
    REACH,
    WORDS,
    County,
    everybody,
    opened,
)
from tests.agreements.archive.shelf import unsigned

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> County:
    return opened()


@everybody
def test_the_list_names_nothing_out_of_reach(who: str, county: County) -> None:
    """Neither an agreement nor an enterprise, a region or a matter to narrow it down by."""
    address = reverse("published" if who == "anybody" else "archive")
    for asked_for in ({}, {"q": "津贴"}, {"enterprise": str(county.cards["west"].enterprise_id)}):
        answer = county.client(who).get(address, asked_for)
        assert answer.status_code == 200
        page = re.sub(r"<form.*?</form>", "", answer.content.decode(), flags=re.DOTALL)
        for name in set(CARDS) - REACH[who]:
            for mark in (WORDS[name], county.cards[name].number, str(county.cards[name].key)):
                assert mark not in page, (name, mark)
        if "west" not in REACH[who]:
            assert "西厂" not in page
            assert "西乡" not in page


@everybody
def test_what_minutes_tell_shows_only_in_lists_of_those_whose_own_they_are(
    who: str, county: County
) -> None:
    """Asked for it or not: a page that finds nothing in the clauses looks there by itself."""
    for address in {reverse("published"), reverse("published" if who == "anybody" else "archive")}:
        for name in CARDS:
            for also in ({}, {"where": "minutes"}):
                answer = county.client(who).get(address, {"q": CAME[name][:2], **also})
                is_shown = name in OWN[who] and address == reverse("archive")
                page = re.sub(r"<form.*?</form>", "", answer.content.decode(), flags=re.DOTALL)
                assert (f"<mark>{CAME[name][:2]}</mark>{CAME[name][2]}" in page) == is_shown
                assert (CAME[name] in re.sub("</?mark>", "", page)) == is_shown


@everybody
def test_a_paper_out_of_reach_does_not_exist(who: str, county: County) -> None:
    for name, card in county.cards.items():
        answer = county.client(who).get(reverse("archive-paper", args=[card.key]), follow=True)
        text = answer.content.decode()
        if who == "anybody":
            assert answer.redirect_chain[0][0].startswith(resolve_url(settings.LOGIN_URL))
        else:
            assert answer.status_code == (200 if name in REACH[who] else 404), name
        assert (WORDS[name] in text) == (name in REACH[who] and who != "anybody")


@everybody
def test_only_what_is_published_has_a_page_for_everybody(who: str, county: County) -> None:
    for name, card in county.cards.items():
        answer = county.client(who).get(reverse("published-paper", args=[card.key]))
        assert answer.status_code == (200 if name in ALWAYS else 404), name
        assert (WORDS[name] in answer.content.decode()) == (name in ALWAYS)


@everybody
def test_the_published_list_is_the_same_for_everybody(who: str, county: County) -> None:
    answer = county.client(who).get(reverse("published"))
    keys = {line.key for line in answer.context["lines"]}
    assert keys == {county.cards[name].key for name in ALWAYS}


@everybody
def test_files_of_a_paper_stay_with_its_own_readers(who: str, county: County) -> None:
    """A published paper is read on its page; its file is not given."""
    firms = {"east": {"east"}, "west": {"west"}, "far": {"far"}, "township": {"east"},
             "county": {"east", "west"}, "other county": {"far"}}  # fmt: skip
    for name, card in county.cards.items():
        answer = county.client(who).get(reverse("paper-docx", args=[card.paper_id]))
        if name.split()[0] not in firms.get(who, set()):
            assert answer.status_code == (302 if who == "anybody" else 404), name


def test_a_stranger_is_sent_to_sign_in(county: County) -> None:
    paths = [reverse("archive"), reverse("archive-paper", args=[county.cards["east"].key])]
    for path in paths:
        answer = Client().get(path, {"q": "津贴"})
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith(resolve_url(settings.LOGIN_URL) + "?next=")
        assert "津贴" not in answer.content.decode()


def test_the_archive_is_only_read(county: County) -> None:
    client = county.client("east")
    key = county.cards["east open"].key
    for path in (reverse("archive"), reverse("archive-paper", args=[key]), reverse("published"),
                 reverse("published-paper", args=[key])):  # fmt: skip
        assert client.post(path).status_code == 405


def test_a_paper_that_is_not_signed_yet_is_not_in_the_archive(county: County) -> None:
    draft = unsigned(county.cards["east"].enterprise)
    client = county.client("east")
    for key in (draft.pk, 2**63, 2**70):
        for address in ("archive-paper", "published-paper"):
            assert client.get(reverse(address, args=[key])).status_code == 404


def test_a_paper_of_another_firm_tells_of_itself_only_what_is_published(county: County) -> None:
    client = county.client("west")
    answer = client.get(reverse("archive-paper", args=[county.cards["east open"].key]))
    assert answer.status_code == 302
    published = reverse("published-paper", args=[county.cards["east open"].key])
    assert answer.headers["Location"] == published
