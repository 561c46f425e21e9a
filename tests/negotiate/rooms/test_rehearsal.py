"""A rehearsal says what would happen, is marked on every page, and leaves nothing behind."""

import re

import pytest
from django.test import Client

from negotiate.law.words import Stage
from tests.negotiate.ordinary import Ordinary
from tests.negotiate.ratifying import Ratifying
from tests.trace import trace
from tests.visitor import signed_in

START = {"body": "congress", "roll": "180", "present": "120"}


@pytest.fixture
def draft(db: None) -> Ratifying:
    return Ratifying()


def go(chair: Client, draft: Ordinary, **given: str) -> str:
    """One press; every field of the page before is sent along, as a browser does."""
    return chair.post(f"/s/{draft.desk.pk}/rehearsal/", {**START, **given}).content.decode()


def voted(page: str) -> list[str]:
    return re.findall(r'name="voted" value="([^"]+)"', page)


def test_nothing_in_the_database_changes(draft: Ratifying) -> None:
    chair, before = signed_in(draft.account), trace()
    chair.get(f"/s/{draft.desk.pk}/rehearsal/")
    page = go(chair, draft, present="119")
    page = go(chair, draft)
    page = go(chair, draft, yes="91", no="20", abstain="9")
    page = go(chair, draft, voted=voted(page)[0], yes="90", no="30", abstain="0")
    assert "决议" in page
    assert trace() == before


def test_too_few_are_refused_in_the_words_of_a_real_one(draft: Ratifying) -> None:
    page = go(signed_in(draft.account), draft, present="119")
    assert "应到 180 人，实到 119 &lt; 120 人，还差 1 人" in page


def test_items_are_counted_by_the_places_rule_down_to_one_vote(draft: Ratifying) -> None:
    chair = signed_in(draft.account)
    assert "91 &gt; 90" in go(chair, draft, yes="91", no="0", abstain="0")
    assert "90（须 &gt; 90）" in go(chair, draft, yes="90", no="0", abstain="0")
    assert "票数 121 多于实到 120 人" in go(chair, draft, yes="121", no="0", abstain="0")


def test_every_page_of_it_says_that_it_is_a_rehearsal(draft: Ratifying) -> None:
    chair = signed_in(draft.account)
    pages = [chair.get(f"/s/{draft.desk.pk}/rehearsal/").content.decode(), go(chair, draft)]
    pages.append(go(chair, draft, yes="91", no="0", abstain="0"))
    last = chair.post(f"/s/{draft.desk.pk}/rehearsal/", {**START, "voted": ["91-0-0", "91-0-0"]})
    pages.append(last.content.decode())
    for page in pages:
        assert "<title>演练" in page
        assert "人和票都是模拟的" in page
    assert "审议通过" in pages[-1]


def test_spoiled_figures_start_it_again(draft: Ratifying) -> None:
    page = go(signed_in(draft.account), draft, voted="91-x-0")
    assert "演练的票数写得不对" in page


def test_it_can_be_rehearsed_long_before_there_is_a_draft(db: None) -> None:
    talks = Ordinary().to(Stage.COMPOSING)
    chair = signed_in(talks.account)
    assert "正在表决" in go(chair, talks)
