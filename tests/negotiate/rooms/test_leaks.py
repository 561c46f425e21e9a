"""Nothing of one side's poll reaches the other side: what they see is the same, however it went.

Each poll is counted twice in different ways, and undone in between. Whatever is drawn for anybody
but the side itself has to be equal to the letter.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction

from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law.words import Capacity, Side, SideRule
from negotiate.live.audience import Audience
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import consent, seating
from negotiate.rooms.sight.faces import draw_fragment
from tests.negotiate.meeting import Meeting
from tests.visitor import Visitor, seated, signed_in

W, E = Side.WORKER, Side.EMPLOYER
R = Capacity.REPRESENTATIVE
ALL = ("yes", "yes", "yes", "yes", "yes")
MOST = ("yes", "yes", "yes", "no", "abstain")
FEW = ("yes", "no", "no", "no", "no")
CSRF = re.compile(r"\b[A-Za-z0-9]{64}\b")  # each page has another
Choices = tuple[str, ...]


@pytest.fixture
def hall(meeting: Meeting) -> Meeting:
    """Five delegates a side."""
    rows = [RosterRow(f"{side.label}{n}", "", "", side, R) for side in Side for n in range(3)]
    seating.seat_persons(meeting.chair, rows)
    meeting.open()
    for seat in meeting.room.seats.filter(arrived_at=None, presides=False):
        seating.check_in(seat, remote=True)
    meeting.propose(30000, 500)
    return meeting


def faces(meeting: Meeting, side: Side) -> list[Audience]:
    """Everybody who is not of the side, in both languages."""
    room, found = meeting.room.pk, []
    for language in ("zh-hans", "en"):
        for capacities in (("chief",), ("representative",), ("expert",), ("attendee",)):
            found.append(Audience(room, "phone", side.other.value, capacities, language))
        found.append(Audience(room, "phone", "", ("recorder",), language))
        found.append(Audience(room, "chair", "", ("attendee", "presiding"), language))
        found.append(Audience(room, "chair", side.other.value, ("chief", "presiding"), language))
        found.append(Audience(room, "screen", "", (), language))
    return found


def own(meeting: Meeting, side: Side) -> Audience:
    return Audience(meeting.room.pk, "phone", side.value, ("representative",), "zh-hans")


def drawn(meeting: Meeting, side: Side) -> list[tuple[int, str]]:
    return [draw_fragment(audience) for audience in faces(meeting, side)]


@contextmanager
def undone() -> Iterator[None]:
    point = transaction.savepoint()
    yield
    transaction.savepoint_rollback(point)


def cast(poll: Poll, choices: Choices) -> None:
    voters = Seat.objects.filter(room=poll.room_id, side=poll.side).select_related("room")
    for number, (seat, choice) in enumerate(zip(voters, choices, strict=True)):
        ballots.cast(seat, poll.pk, choice, f"{number:032x}")


def asked(meeting: Meeting, side: Side) -> Poll:
    return meeting.ask(side)[0]


@pytest.mark.parametrize("side", Side)
def test_an_open_poll_shows_nobody_how_it_stands(hall: Meeting, side: Side) -> None:
    poll, seen = asked(hall, side), []
    for choices in (ALL, FEW):
        with undone():
            cast(poll, choices)
            seen.append([*drawn(hall, side), draw_fragment(own(hall, side))])
    assert seen[0] == seen[1]


@pytest.mark.parametrize("side", Side)
def test_a_closed_poll_shows_the_others_only_whether_it_passed(hall: Meeting, side: Side) -> None:
    poll, seen, ours = asked(hall, side), [], []
    for choices in (ALL, MOST, FEW):
        with undone():
            cast(poll, choices)
            consent.close_poll(hall.chair, poll.pk)
            seen.append(drawn(hall, side))
            ours.append(draw_fragment(own(hall, side)))
    assert seen[0] == seen[1]
    assert seen[1] != seen[2]
    assert ours[0] != ours[1]


@pytest.mark.parametrize("side", Side)
def test_a_poll_that_only_advises_shows_the_others_nothing(hall: Meeting, side: Side) -> None:
    room = hall.room
    setattr(room, f"{side.value}_rule", SideRule.CHIEF.value)
    room.save()
    poll, seen, ours = asked(hall, side), [], []
    for choices in (ALL, FEW):
        with undone():
            cast(poll, choices)
            consent.close_poll(hall.chair, poll.pk)
            seen.append(drawn(hall, side))
            ours.append(draw_fragment(own(hall, side)))
    assert seen[0] == seen[1]
    assert ours[0] != ours[1]


def pages(meeting: Meeting, visitors: dict[int, Visitor]) -> list[str]:
    """What the others' own browsers get over plain HTTP: the room's news, and a term's history."""
    paths = ("news/", f"terms/{meeting.term.pk}/")
    texts = [
        v.get(f"/s/{seat}/{p}").content.decode() for seat, v in visitors.items() for p in paths
    ]
    return [CSRF.sub("", text) for text in texts]


def test_pages_over_plain_http_keep_the_same_silence(hall: Meeting) -> None:
    others = [hall.chief(E), hall.other(E)]
    visitors = {seat.pk: seated(seat) for seat in others}
    visitors[hall.chair.pk] = signed_in(hall.account)
    poll, seen = asked(hall, W), []
    for choices in (ALL, MOST):
        with undone():
            cast(poll, choices)
            consent.close_poll(hall.chair, poll.pk)
            seen.append(pages(hall, visitors))
    assert seen[0] == seen[1]


def test_the_record_page_tells_acts_and_not_figures(hall: Meeting) -> None:
    visitor, poll = seated(hall.chief(E)), asked(hall, W)
    cast(poll, MOST)
    consent.close_poll(hall.chair, poll.pk)
    poll.refresh_from_db()
    page = visitor.get(f"/s/{hall.chief(E).pk}/record/").content.decode()
    assert "结束表决" in page
    assert poll.verdict not in page
    assert "赞成" not in page


def test_what_a_side_drafts_stays_on_its_page_until_it_is_proposed(hall: Meeting) -> None:
    form = {
        "answers": "1",
        "add_row": "1",
        "rows-0-rank": "秘密草案",
        "rows-0-criterion": "条件",
        "rows-0-amount": "88888",
    }
    seat = hall.chief(W)
    browser, before = seated(seat), drawn(hall, W)
    browser.post(f"/s/{seat.pk}/terms/{hall.term.pk}/propose/", form)
    after = drawn(hall, W)
    assert "秘密草案" not in str(after)
    assert after == before
