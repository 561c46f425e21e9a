"""Minutes are drawn from the record, set right in the open, and signed by whom the place says."""

from datetime import timedelta

import pytest

from negotiate import moment
from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity, Side
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import ledger, minuting, seating, sitting
from negotiate.rooms.minutes import Minutes, minutes_of
from negotiate.rooms.telling import course
from tests.negotiate.meeting import Meeting
from tests.visitor import seated

W, E = Side.WORKER, Side.EMPLOYER
RIGHT = "一等奖的条件漏写了，应为“年新增利润100万元以上”"


@pytest.fixture
def hall(meeting: Meeting) -> Meeting:
    """In session, with a recorder, one proposal on the table."""
    recorder = RosterRow("钱记录", "", "", None, Capacity.RECORDER)
    seating.seat_persons(meeting.chair, [recorder])
    everybody = meeting.room.seats.select_related("person", "room")
    meeting.seats = {seat.person.name: seat for seat in everybody}
    meeting.open()
    meeting.propose(30000, 500)
    return meeting


def pause(hall: Meeting) -> None:
    at = moment.now() + timedelta(hours=1)
    sitting.suspend(hall.chair, reason="吃饭", at=at, place="食堂", content="再谈")


def recorder(hall: Meeting) -> Seat:
    return hall.seats["钱记录"]


def only(hall: Meeting) -> Minutes:
    (minutes,) = minutes_of(hall.room)
    return minutes


def sign(hall: Meeting, *seats: Seat) -> None:
    for seat in seats:
        minuting.approve(seat, 1, only(hall).digest)


def rule(hall: Meeting, who: str) -> None:
    room = hall.room
    room.profile["values"]["record_signed_by"]["value"] = who
    room.save(update_fields=["profile"])


def test_every_sitting_has_its_own_minutes(hall: Meeting) -> None:
    pause(hall)
    sitting.resume(hall.chair)
    first, second = minutes_of(hall.room)
    assert "宣布开会" in first.lines[0].sentence
    assert "同意休会" in first.lines[-1].sentence
    assert "宣布复会" in second.lines[0].sentence
    assert (first.over, second.over) == (True, False)


def test_a_name_under_one_sitting_says_nothing_of_the_next(hall: Meeting) -> None:
    pause(hall)
    sign(hall, hall.chief(W))
    sitting.resume(hall.chair)
    first, second = minutes_of(hall.room)
    assert [approval.seat for approval in first.signed] == [hall.chief(W)]
    assert (second.signed, second.outdated) == ((), ())


def test_the_minutes_say_what_the_papers_course_says(hall: Meeting) -> None:
    pause(hall)
    assert [line.sentence for line in only(hall).lines] == list(course(hall.room.book))


def test_a_correction_stands_beside_what_it_corrects(hall: Meeting) -> None:
    line = only(hall).lines[1]
    minuting.correct(recorder(hall), line.entry, RIGHT)
    now = only(hall).lines[1]
    assert now.sentence == line.sentence
    assert [each.text for each in now.corrections] == [RIGHT]
    assert any("钱记录更正第1次会议的记录" in told for told in course(hall.room.book))


def test_nobody_corrects_what_is_not_in_the_minutes(hall: Meeting) -> None:
    for entry in (1, 9999):
        with pytest.raises(Refused, match="没有这一条"):
            minuting.correct(recorder(hall), entry, "改")


def test_both_chiefs_and_the_recorder_sign(hall: Meeting) -> None:
    pause(hall)
    assert {seat.pk for seat in only(hall).waiting} == {
        recorder(hall).pk, hall.chief(W).pk, hall.chief(E).pk,
    }  # fmt: skip
    sign(hall, recorder(hall), hall.chief(W))
    assert not only(hall).is_complete
    sign(hall, hall.chief(E))
    assert only(hall).is_complete
    with pytest.raises(Refused, match="已签认过"):
        sign(hall, hall.chief(E))


def test_where_all_who_attended_sign_a_representative_is_asked_too(hall: Meeting) -> None:
    rule(hall, "attending")
    assert hall.other(W) in only(hall).waiting
    pause(hall)
    sign(hall, hall.other(W))
    assert hall.other(W) not in only(hall).waiting


def test_who_came_only_to_a_later_sitting_stands_under_that_one_alone(db: None) -> None:
    meeting = Meeting("award")
    rule(meeting, "attending")
    late = meeting.other(W)
    sitting.open_check_in(meeting.chair)
    for seat in set(meeting.seats.values()) - {late}:
        seating.check_in(seat, remote=False)
    sitting.begin(meeting.chair)
    pause(meeting)
    sitting.resume(meeting.chair)
    seating.check_in(late, remote=True)
    pause(meeting)
    first, second = minutes_of(meeting.room)
    assert late not in first.waiting
    assert late in second.waiting
    with pytest.raises(Refused, match="不用您签认"):
        minuting.approve(late, first.number, first.digest)
    minuting.approve(late, second.number, second.digest)


def test_who_came_signs_also_when_the_meeting_has_left_the_simplified_procedure(
    hall: Meeting,
) -> None:
    rule(hall, "attending")
    sitting.escalate(hall.chair, reason="要签专项集体合同")
    assert hall.other(W) in only(hall).asked


def test_where_all_representatives_sign_who_did_not_come_is_asked_too(db: None) -> None:
    meeting = Meeting("award")
    rule(meeting, "representatives")
    absent = meeting.other(W)
    sitting.open_check_in(meeting.chair)
    for seat in set(meeting.seats.values()) - {absent}:
        seating.check_in(seat, remote=False)
    sitting.begin(meeting.chair)
    assert absent in only(meeting).asked


def test_talks_that_go_on_with_a_returned_text_have_minutes_too(hall: Meeting) -> None:
    hall.vote()
    hall.confirm()
    hall.sum_up()
    sitting.return_to_session(hall.chair)
    ledger.reopen(hall.chair, hall.term.pk)
    hall.propose(31000, 500)
    first, second = minutes_of(hall.room)
    assert (first.over, second.over) == (True, False)
    assert "形成第2版" in second.lines[0].sentence
    assert hall.chief(W) in second.waiting


def test_who_is_not_asked_cannot_sign(hall: Meeting) -> None:
    pause(hall)
    with pytest.raises(Refused, match="不用您签认"):
        sign(hall, hall.other(W))


def test_a_sitting_that_goes_on_cannot_be_signed(hall: Meeting) -> None:
    with pytest.raises(Refused, match="还没有开完"):
        sign(hall, hall.chief(W))
    with pytest.raises(Refused, match="还没有开完"):
        minuting.approve(hall.chief(W), 7, only(hall).digest)


def test_a_correction_asks_everybody_for_their_name_again(hall: Meeting) -> None:
    pause(hall)
    before = only(hall).digest
    sign(hall, hall.chief(W), hall.chief(E))
    minuting.correct(recorder(hall), only(hall).lines[0].entry, "实到人数应为四人")
    minutes = only(hall)
    assert minutes.digest != before
    assert {seat.pk for seat in minutes.outdated} == {hall.chief(W).pk, hall.chief(E).pk}
    with pytest.raises(Refused, match="刚刚更正过"):
        minuting.approve(hall.chief(W), 1, before)
    sign(hall, hall.chief(W))
    assert {seat.pk for seat in only(hall).outdated} == {hall.chief(E).pk}


def test_the_page_shows_it_and_takes_name_and_correction(hall: Meeting) -> None:
    pause(hall)
    chief, clerk = seated(hall.chief(W)), seated(recorder(hall))
    page = f"/s/{hall.chief(W).pk}/minutes/"
    assert "我看过了" in chief.get(page).content.decode()
    own = f"/s/{recorder(hall).pk}/minutes/"
    entry = only(hall).lines[0].entry
    assert clerk.post(f"{own}{entry}/correct/", {"text": "更正的话"}).status_code == 302
    assert "更正的话" in chief.get(page).content.decode()
    assert "更正这一条" not in chief.get(page).content.decode()
    digest = only(hall).digest
    assert chief.post(f"{page}approve/", {"sitting": "1", "digest": digest}).status_code == 302
    assert hall.chief(W) not in only(hall).waiting
    clerk.post(f"{own}{entry}/correct/", {"text": " "})
    assert only(hall).digest == digest
