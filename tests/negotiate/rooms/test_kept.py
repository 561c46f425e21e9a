"""A part that is kept is what would be drawn anew, to the letter, for everybody and at any time."""

import pytest

from negotiate.live.audience import Audience
from negotiate.rooms.sight.faces import draw_fragments
from tests.negotiate.rooms.anew import nothing_kept
from tests.negotiate.rooms.course import Course, audiences

pytestmark = pytest.mark.on_one_database


def everybody(room: int) -> list[Audience]:
    """All who may look, in both languages; beside the usual ones whoever is rare."""
    rare = [
        ("phone", "worker", ("staff",)),
        ("phone", "employer", ("expert",)),
        ("phone", "", ("attendee",)),
        ("chair", "worker", ("chief", "presiding")),
    ]
    found = [who for language in ("zh-hans", "en") for who in audiences(room, language)]
    return found + [
        Audience(room, *who, language) for language in ("zh-hans", "en") for who in rare
    ]


def test_through_a_whole_meeting_everybody_sees_what_would_be_drawn_anew(db: None) -> None:
    """Now some and now others come first: their parts are drawn for them and shown to the rest."""
    course = Course()
    who = everybody(course.chair.room_id)
    for act in course.acts():
        who.reverse()
        shown = draw_fragments(who)
        with nothing_kept():
            anew = draw_fragments(who)
        for audience in who:
            assert shown[audience] == anew[audience], (act, audience)
