"""A meeting in which both sides have just been asked; run on the server's database by
`Server.call`."""

from typing import Any

from agreements.scenarios.showing import Showing, ways_in
from negotiate.ballots.actions import Paper, cast_many, new_key
from negotiate.ballots.models import Poll, Turnout
from negotiate.law.refusal import Refused
from negotiate.law.words import Choice, Electorate, Secrecy, Side
from negotiate.people.hall import hall_path
from negotiate.people.links import link_path
from negotiate.rooms.actions import consent, seating
from tests.boxes import all_papers
from tests.negotiate.crowd import Crowd
from tests.negotiate.meeting import Meeting


def in_a_poll(scenario: str) -> dict[str, Any]:
    return _asked(scenario, Secrecy.SECRET)


def in_a_changeable_poll(scenario: str) -> dict[str, Any]:
    return _asked(scenario, Secrecy.CHANGEABLE)


def in_a_recorded_poll(scenario: str) -> dict[str, Any]:
    return _asked(scenario, Secrecy.RECORDED)


def in_a_staff_poll(scenario: str) -> dict[str, Any]:
    """All workers of an enterprise have been asked: more than one page of the list holds."""
    crowd = Crowd()
    staff = crowd.enrol(450)
    poll = crowd.poll(electorate=Electorate.STAFF)
    more = {"poll": poll.pk, "staff": link_path(staff[0]), "hall": hall_path(crowd.room.pk)}
    return {**ways_in(Showing(scenario, crowd.chair)), **more, "terms": [crowd.term.pk]}


def with_a_recorder(scenario: str) -> dict[str, str]:
    """Eight delegates of the workers have been asked; the ways of whoever counts or confirms."""
    crowd = Crowd()
    crowd.poll()
    chiefs = {side.value: link_path(crowd.chief(side)) for side in Side}
    return {**chiefs, "recorder": link_path(crowd.recorder)}


def everybody_else_votes() -> None:
    """Who is asked and has not voted yet votes yes, all at once."""
    for poll in Poll.objects.filter(state=Poll.State.OPEN):
        voted = poll.turnout.values_list("seat", flat=True)
        left = poll.roll.exclude(seat__in=voted).values_list("seat", "seat__link_serial")
        papers = [Paper(*seat, poll.pk, Choice.YES, new_key()) for seat in left]
        assert not any(isinstance(answer, Refused) for answer in cast_many(papers))


def _asked(scenario: str, secrecy: Secrecy) -> dict[str, Any]:
    meeting = Meeting(scenario)
    meeting.open()
    meeting.propose(30000, 12000, 500)
    consent.open_poll(meeting.chair, meeting.term.pk, list(Side), secrecy=secrecy)
    return ways_in(Showing(scenario, meeting.chair))


def box() -> list[int]:
    """How many papers the boxes hold, and how many people have voted."""
    return [len(all_papers()), Turnout.objects.count()]


def papers() -> dict[str, str]:
    """What the boxes hold: each paper's number and choice."""
    return all_papers()


def end_polls() -> None:
    """The chair ends every open poll, without asking who has not voted."""
    for poll in Poll.objects.filter(state=Poll.State.OPEN):
        consent.close_poll(_chair(poll), poll.pk)


def renew_code(name: str) -> str:
    """The chair gives somebody a new entry code, and the old one dies; the new link's path."""
    poll = Poll.objects.all()[0]
    seat = poll.room.seats.get(person__name=name)
    seating.reissue(_chair(poll), seat.pk)
    return link_path(poll.room.seats.get(pk=seat.pk))


def _chair(poll: Poll) -> Any:
    return poll.room.seats.select_related("room", "person").get(presides=True)
