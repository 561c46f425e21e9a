"""What the record and the list tell of papers and hands, and of how few they tell nothing."""

import json

import pytest

from negotiate.ballots import published, verify
from negotiate.ballots.models import HandCount, Poll
from negotiate.law.words import Means, Side
from negotiate.record.chain import read
from tests.negotiate.crowd import Crowd

W = Side.WORKER

PAPER = Means.PAPER


@pytest.fixture
def hall(db: None) -> Crowd:
    return Crowd()


def figures(poll: Poll) -> tuple[int, int, int]:
    return poll.yes, poll.no, poll.abstain


def told(hall: Crowd, action: str) -> list[dict[str, object]]:
    return [act["data"] for act in read(hall.room.book) if act["action"] == action]


def test_the_record_tells_of_a_few_papers_how_many_and_not_which(hall: Crowd) -> None:
    poll = hall.poll()
    hall.hand_out(poll, 0, 1)
    hall.press(poll, "yes", hall.chief(W), *(hall.seats[f"工{n}"] for n in range(2, 6)))
    hall.confirm_count(poll, hall.count(poll, PAPER, 1, 1))
    closed = hall.close(poll)
    for act in (*told(hall, "enter_count"), *told(hall, "confirm_count")):
        assert act["counted"] == 2
        assert "yes" not in act
    (end,) = told(hall, "close_poll")
    assert end["by_hand"] == {"means": "paper", "counted": 2, "recorder": "记录员甲"}
    assert end["list"] == closed.list_digest


def test_a_few_papers_stand_on_the_list_among_the_others(hall: Crowd) -> None:
    poll = hall.poll()
    hall.hand_out(poll, 0, 1)
    hall.press(poll, "yes", hall.chief(W), *(hall.seats[f"工{n}"] for n in range(2, 6)))
    hall.confirm_count(poll, hall.count(poll, PAPER, 1, 1))
    closed = hall.close(poll)
    assert figures(closed) == (6, 1, 0)
    assert sorted(closed.papers.values_list("choice", flat=True)) == ["no", *["yes"] * 6]
    assert HandCount.objects.get(poll=poll).cast == 0  # nobody can take the one from the other
    export = json.loads(published.as_json(closed))
    assert list(verify.faults(export, closed.list_digest)) == []


@pytest.mark.parametrize("papers", [5, 6])
def test_enough_papers_are_set_apart_if_enough_votes_are_left(hall: Crowd, papers: int) -> None:
    """Of eight: five by paper leave too few by phone, and six leave none."""
    poll = hall.poll()
    hall.hand_out(poll, *range(papers))
    if papers == 5:
        hall.press(poll, "no", hall.chief(W), hall.other(W))
    hall.confirm_count(poll, hall.count(poll, PAPER, papers))
    closed = hall.close(poll)
    assert HandCount.objects.get(poll=poll).cast == (0 if papers == 5 else 6)
    assert closed.papers.count() == (7 if papers == 5 else 0)
    export = json.loads(published.as_json(closed))
    assert list(verify.faults(export, closed.list_digest)) == []


def test_the_record_tells_the_figures_of_enough_papers_and_of_hands(hall: Crowd) -> None:
    poll = hall.poll()
    hall.hand_out(poll, *range(6))
    hall.confirm_count(poll, hall.count(poll, PAPER, 4, 2))
    for act in (*told(hall, "enter_count"), *told(hall, "confirm_count")):
        assert "yes" not in act  # the other side reads the record, too
    hall.close(poll)
    (end,) = told(hall, "close_poll")
    assert end["by_hand"] == {
        "means": "paper", "counted": 6, "recorder": "记录员甲", "yes": 4, "no": 2, "abstain": 0,
    }  # fmt: skip
    assert end["list"]


def test_the_record_of_a_tiny_secret_poll_has_no_figures(hall: Crowd) -> None:
    poll = hall.poll()
    hall.press(poll, "no", hall.chief(W), hall.other(W))
    hall.close(poll)
    (end,) = told(hall, "close_poll")
    assert (end["verdict"], end["passed"]) == ("", False)
