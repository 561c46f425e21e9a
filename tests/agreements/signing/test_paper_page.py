"""The page of a paper: the agreed terms first, with what changed; then the text; then the hand."""

import pytest

from agreements.papers.models import Paper
from negotiate.law.words import Side, Stage
from tests.negotiate.contract import Agreed
from tests.negotiate.meeting import Meeting
from tests.negotiate.rooms.pages import shown
from tests.visitor import seated

W, E = Side.WORKER, Side.EMPLOYER


@pytest.fixture
def countered(db: None) -> Meeting:
    """Summed up after a counter-proposal that was better for the workers."""
    meeting = Meeting("award")
    meeting.open()
    meeting.propose(30000, 500)
    meeting.propose(33000, 500, side=E)
    meeting.vote()
    meeting.confirm()
    meeting.sum_up()
    return meeting


def page_of(meeting: Meeting | Agreed, side: Side = W) -> str:
    return shown(seated(meeting.chief(side)), meeting.chief(side), "paper/")


def test_the_terms_come_first_then_the_text_then_the_hand(countered: Meeting) -> None:
    page = page_of(countered)
    places = [page.index(mark) for mark in (
        'class="agreed"', 'class="paper"', "data-end", "data-after-end", "data-signature",
        'name="read"', 'action="/s/',
    )]  # fmt: skip
    assert places == sorted(places)


def test_each_term_says_what_its_last_version_changed_and_for_whom(countered: Meeting) -> None:
    agreed = page_of(countered).split('class="agreed"')[1].split("</section>")[0]
    assert "<del>30,000 元</del>" in agreed
    assert "+3,000 元" in agreed
    assert "(+10.0%)" in agreed
    assert "对职工更有利" in agreed
    assert Paper.objects.get(room=countered.room).frozen["text"]["clauses"][0]["heading"] in agreed


def test_a_term_of_one_version_says_that_nothing_changed(summed: Meeting) -> None:
    assert "只有这一版，没有改过。" in page_of(summed)


def test_without_scripts_the_place_to_sign_is_open(summed: Meeting) -> None:
    page = page_of(summed)
    assert "<div data-until-end hidden>" in page
    assert "<div data-at-end>" in page
    assert 'name="read" required' in page


@pytest.mark.parametrize("stage", [Stage.DRAFTED, Stage.RATIFYING, Stage.RATIFIED, Stage.SIGNED])
def test_a_contract_shows_its_terms_at_every_stage_until_it_is_filed(
    db: None, stage: Stage
) -> None:
    page = page_of(Agreed().on(stage), E)
    assert 'class="agreed"' in page
    assert ("data-after-end" in page) is (stage in (Stage.DRAFTED, Stage.RATIFIED))
    assert ("data-signature" in page) is (stage is Stage.RATIFIED)


def test_a_paper_that_the_talks_have_left_shows_its_own_text_alone(db: None) -> None:
    agreed = Agreed().on(Stage.RATIFYING)
    agreed.ratify(passed=False)
    page = page_of(agreed)
    assert 'class="agreed"' not in page
    assert 'class="paper"' in page
