"""What has left the simplified procedure, now or before there was another one, goes on from its
offer with nothing left over from its meeting."""

from datetime import timedelta
from importlib import import_module

from django.apps import apps

from negotiate import moment
from negotiate.law.words import ClockKind, Contract, Stage
from negotiate.rooms.actions import sitting
from negotiate.rooms.models import Room, Version
from tests.negotiate.meeting import Meeting
from tests.visitor import seated


def suspend(meeting: Meeting) -> None:
    at = moment.now() + timedelta(days=1)
    sitting.suspend(meeting.chair, reason="核算", at=at, place="会议室", content="继续谈")


def test_a_meeting_that_rested_rests_no_more_and_can_again(in_session: Meeting) -> None:
    suspend(in_session)
    sitting.escalate(in_session.chair, reason="要签专项集体合同")
    room = in_session.room
    assert not room.suspensions.filter(resumed_at=None).exists()
    assert not room.clocks.going().filter(kind=ClockKind.SUSPENSION).exists()


def test_a_room_of_before_goes_on_like_one_of_today(in_session: Meeting) -> None:
    suspend(in_session)
    rooms = Room.objects.filter(pk=in_session.room.pk)
    Version.objects.filter(term=in_session.term).update(gate="pending")
    rooms.update(stage="escalated")
    import_module("negotiate.migrations.0008_escalated_rooms").into_the_ordinary(apps, None)
    room = rooms.get()
    raised = room.agenda.all()[0].matter.raised_side
    assert (room.is_at, room.offered_by, room.contract) == (
        Stage.TO_OFFER,
        raised,
        Contract.GENERAL,
    )
    assert not room.seats.filter(presides=True).exists()
    assert not room.suspensions.filter(resumed_at=None).exists()
    assert not Version.objects.filter(term=in_session.term, gate="pending").exists()
    assert seated(in_session.chair).get(f"/s/{in_session.chair.pk}/").status_code == 200
