"""The bench tells when a vote is lost, miscounted, or acknowledged and not stored."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law.words import Side
from negotiate.rooms.actions import consent
from tests.load import counting, report
from tests.load.figures import middle, milliseconds, percentile, ratio
from tests.load.helper import Helper, Stuck
from tests.load.lying import EVERY
from tests.load.plan import FIGURES
from tests.load.scenarios.rooms import delays
from tests.load.servers import Servers
from tests.negotiate.meeting import Meeting

PHONES = 100


@pytest.fixture
def phones() -> Iterator[Helper]:
    helper = Helper("tests.load.phones", {})
    yield helper
    helper.stop()


@pytest.mark.parametrize("kind", ["daphne", "uvicorn"])
def test_votes_that_a_server_drops_are_counted_as_lost(
    kind: str, phones: Helper, tmp_path: Path
) -> None:
    environment = {"MODE": "test", "DJANGO_SETTINGS_MODULE": "negotiate.settings"}
    with Servers(kind, "tests.load.lying:application", environment, tmp_path) as servers:
        phones.ask("enter", crowd="c", addresses=servers.addresses("/"), count=PHONES, greets=False)
        votes = phones.ask("vote", crowd="c", poll=1, within=0, patience=1)
        acknowledged = phones.ask("papers", crowd="c", file=str(tmp_path / "papers"))
    assert votes["unanswered"] == PHONES // EVERY
    assert acknowledged == len(votes["waited"]) == PHONES - PHONES // EVERY


Told = list[tuple[int, str, str, str]]  # seat, choice, key, receipt


def voted() -> tuple[Poll, Told]:
    """A closed poll of the worker side, and what its voters were told."""
    meeting = Meeting("award")
    meeting.open()
    meeting.propose(30000, 500)
    (poll,) = meeting.ask(Side.WORKER)
    told = []
    for entry, choice in zip(poll.roll.select_related("seat"), ("yes", "no"), strict=True):
        key = ballots.new_key()
        told.append((entry.seat.pk, choice, key, ballots.cast(entry.seat, poll.pk, choice, key)))
    consent.close_poll(meeting.chair, poll.pk)
    return Poll.objects.get(pk=poll.pk), told


def test_what_is_stored_as_it_was_acknowledged_is_found_right(db: None) -> None:
    poll, told = voted()
    found = counting.compare(poll, told)
    assert found == {"acknowledged": 2, "counted": 2, "stored": 2, "wrong": []}


@pytest.mark.parametrize(
    "lie",
    [
        lambda told: told[:1],  # counted, and nobody was told
        lambda told: [*told, (1, "yes", "f" * 32, "AAAA-AAAA")],  # told, and not counted
        lambda told: [told[0], told[0]],  # one receipt for two
        lambda told: [(*told[0][:3], told[1][3]), (*told[1][:3], told[0][3])],  # changed over
        lambda told: [(told[0][0], "abstain", *told[0][2:]), told[1]],  # another choice
        lambda told: [(told[1][0], *told[0][1:]), told[1]],  # somebody else's
    ],
)
def test_every_other_story_is_found_wrong(db: None, lie: Callable[[Told], Told]) -> None:
    poll, told = voted()
    found = counting.compare(poll, lie(told))
    assert report.wrong([{"poll": poll.pk, **found}], [])


def test_a_report_without_a_fault_is_believed_and_one_with_any_is_not() -> None:
    ballot = {"poll": 7, "acknowledged": 100, "counted": 100, "stored": 100, "wrong": []}
    assert report.wrong([ballot], []) == []
    assert report.wrong([ballot], ["2 votes were not answered"]) == ["2 votes were not answered"]
    for number in ("acknowledged", "counted", "stored"):
        assert report.wrong([{**ballot, number: 99}], [])


def test_a_helper_that_fails_ends_the_scenario_with_its_reason(phones: Helper) -> None:
    with pytest.raises(Stuck, match="KeyError: 'nobody'"):
        phones.ask("settle", crowd="nobody")


def test_an_event_is_on_a_screen_when_it_or_a_newer_one_is() -> None:
    happened = [(1, 5, 10.0), (1, 6, 11.0), (2, 3, 10.0)]
    came = {1: [[(5, 10.1), (6, 11.2)], [(6, 11.5)], []], 2: [[(3, 10.4)]]}
    assert [round(wait, 1) for wait in delays(happened, came)] == [0.1, 1.5, 0.2, 0.5, 0.4]


def test_the_arithmetic_of_figures() -> None:
    assert [percentile(range(1, 101), share) for share in (0.5, 0.95, 1)] == [50, 95, 100]
    assert milliseconds([0.1]) == {"p50": 100, "p95": 100, "p99": 100, "max": 100}
    assert middle([3, 1, 2]) == {"median": 2, "of": [3, 1, 2]}
    assert ratio([3, 1, 2], [1, 1, 4]) == 2


def test_a_bar_is_met_on_its_own_side_and_only_where_there_is_one() -> None:
    by_key = {figure.key: figure for figure in FIGURES}
    assert by_key["fanout_vs_group_send"].is_met("daphne", 6.1)
    assert not by_key["fanout_vs_group_send"].is_met("daphne", 5.9)
    assert by_key["ack_p95_ms_3000"].is_met("uvicorn", 299)
    assert not by_key["ack_p95_ms_3000"].is_met("uvicorn", 301)
    assert by_key["ack_p95_ms_3000"].is_met("uvicorn2", 301) is None


def test_what_was_measured_is_under_its_key_and_the_rest_is_empty() -> None:
    results = {"votes": {"daphne": {"vs_echo": 0.5, "vs_row": 9.0, "vs_bulk_insert": 0.1}}}
    found = report.figures(results)
    assert found["votes_vs_echo"] == {"daphne": 0.5}
    assert found["storm_s_3000"] == {}
    assert "| acknowledged votes/s ÷ bare echo/s | daphne | 0.5 | ≥ 0.4 | met |" in report.table(
        results
    )
