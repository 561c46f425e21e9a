"""The sitting from check-in to summing-up, suspended, resumed, returned and escalated."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from agreements.papers.models import Paper
from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity, Procedure, Side, Stage
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import ledger, seating, sitting
from negotiate.rooms.views.pages import screen_path
from tests.negotiate.meeting import Meeting


def suspend(meeting: Meeting, hours: int = 1) -> None:
    sitting.suspend(
        meeting.chair,
        reason="吃饭",
        at=timezone.now() + timedelta(hours=hours),
        place="食堂",
        content="第2版",
    )


def test_no_meeting_opens_without_both_chiefs(meeting: Meeting) -> None:
    sitting.open_check_in(meeting.chair)
    seating.check_in(meeting.chief(Side.WORKER), remote=False)
    with pytest.raises(Refused, match="周志远还没有签到"):
        sitting.begin(meeting.chair)
    seating.check_in(meeting.chief(Side.EMPLOYER), remote=True)
    sitting.begin(meeting.chair)
    assert meeting.room.is_at is Stage.IN_SESSION


def test_check_in_is_not_opened_with_an_unlawful_roster(meeting: Meeting) -> None:
    seating.unseat(meeting.chair, meeting.chief(Side.EMPLOYER).pk)
    with pytest.raises(Refused, match="企业方还没有首席代表"):
        sitting.open_check_in(meeting.chair)


def test_somebody_checks_in_once(in_session: Meeting) -> None:
    with pytest.raises(Refused, match="已经签到"):
        seating.check_in(in_session.chief(Side.WORKER), remote=False)


def test_the_desk_writes_down_who_has_no_phone(meeting: Meeting) -> None:
    sitting.open_check_in(meeting.chair)
    seat = meeting.other(Side.WORKER)
    seating.mark_present(meeting.chair, seat.pk)
    seat.refresh_from_db()
    assert seat.arrived_at is not None


def test_a_suspended_meeting_takes_no_votes_and_comes_back(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    in_session.ask()
    suspend(in_session)
    assert in_session.room.is_at is Stage.SUSPENDED
    assert not Poll.objects.filter(state=Poll.State.OPEN).exists()
    with pytest.raises(Refused, match="休会"):
        in_session.propose(30000, 600)
    sitting.resume(in_session.chair)
    in_session.vote()


def test_a_suspension_names_a_time_to_come(in_session: Meeting) -> None:
    with pytest.raises(Refused, match="晚于现在"):
        suspend(in_session, hours=-1)
    assert in_session.room.is_at is Stage.IN_SESSION


def test_summing_up_freezes_the_paper_and_returning_drops_it(in_session: Meeting) -> None:
    in_session.agree()
    in_session.sum_up()
    sitting.return_to_session(in_session.chair)
    assert not Paper.objects.exists()
    assert in_session.room.is_at is Stage.IN_SESSION
    in_session.sum_up()
    assert Paper.objects.count() == 1


def test_nothing_returns_once_somebody_has_signed(in_session: Meeting) -> None:
    in_session.agree()
    in_session.sum_up()
    in_session.sign(Side.WORKER)
    with pytest.raises(Refused, match="已有人签署"):
        sitting.return_to_session(in_session.chair)
    assert in_session.room.is_at is Stage.SUMMED_UP


def test_a_text_that_one_chief_will_not_sign_goes_the_ordinary_way(in_session: Meeting) -> None:
    in_session.agree()
    in_session.sum_up()
    in_session.sign(Side.WORKER)
    sitting.escalate(in_session.chair, reason="企业方不签")
    assert Paper.objects.get().signatures.count() == 1
    with pytest.raises(Refused):
        in_session.sign(Side.EMPLOYER)
    assert not Paper.objects.get().is_complete


def test_a_new_address_for_the_big_screen_ends_the_old_one(
    in_session: Meeting, client: Client
) -> None:
    old = screen_path(in_session.room)
    assert client.get(old).status_code == 200
    sitting.reissue_screen(in_session.chair)
    assert client.get(old).status_code == 404
    assert client.get(screen_path(in_session.room)).status_code == 200


def test_an_escalated_room_goes_on_as_it_stands_under_the_ordinary_procedure(
    in_session: Meeting,
) -> None:
    in_session.propose(30000, 500)
    in_session.propose(20000, 400, side=Side.EMPLOYER)
    sitting.escalate(in_session.chair, reason="要签专项集体合同")
    room = in_session.room
    assert (room.goes_by, room.is_at) == (Procedure.ORDINARY, Stage.TO_OFFER)
    assert room.agenda.get().matter.goes_by is Procedure.ORDINARY
    assert room.offered_by == room.agenda.get().matter.raised_side
    assert in_session.term.versions.count() == 2
    assert in_session.term.versions.get(number=2).is_through_gate
    assert not room.seats.filter(presides=True).exists()
    with pytest.raises(Refused, match="待发要约"):
        in_session.propose(30000, 500)


def test_somebody_taken_off_the_seats_can_do_nothing_more(meeting: Meeting) -> None:
    seat: Seat = meeting.other(Side.WORKER)
    seating.unseat(meeting.chair, seat.pk)
    sitting.open_check_in(meeting.chair)
    with pytest.raises(Refused, match="不在这个会场"):
        seating.check_in(seat, remote=False)


def test_whoever_has_not_checked_in_neither_proposes_nor_votes(meeting: Meeting) -> None:
    sitting.open_check_in(meeting.chair)
    late = meeting.other(Side.WORKER)
    for seat in meeting.seats.values():
        if seat != late:
            seating.check_in(seat, remote=False)
    sitting.begin(meeting.chair)
    with pytest.raises(Refused, match="请先签到"):
        ledger.propose(late, meeting.term.pk, meeting.tiers(2, 1), answers=None)
    meeting.propose(30000, 500)
    poll = meeting.ask(Side.WORKER)[0]
    with pytest.raises(Refused, match="请先签到"):
        ballots.cast(late, poll.pk, "yes", ballots.new_key())
    seating.check_in(late, remote=True)
    assert ballots.cast(late, poll.pk, "yes", ballots.new_key())


def test_an_absent_recorder_is_not_waited_for(meeting: Meeting) -> None:
    recorder = RosterRow("沈怡", "", "文员", None, Capacity.RECORDER)
    seating.seat_persons(meeting.chair, [recorder])
    meeting.open()
    meeting.agree()
    meeting.sum_up()
    for side in Side:
        meeting.sign(side)
    assert meeting.room.is_at is Stage.SIGNED
