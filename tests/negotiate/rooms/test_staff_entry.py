"""One of the staff comes in: one press binds the phone and is the check-in."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity, Side, Stage
from negotiate.people.links import link_path
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import seating, sitting
from tests.negotiate.meeting import Meeting, enrolled
from tests.trace import trace
from tests.visitor import Visitor, seated

PRESS = "我是赵一，进入会场并签到"


@pytest.fixture
def staff(meeting: Meeting) -> Seat:
    return enrolled(meeting.chair, ("赵一", "1"), ("钱二", "2"))[0]


def acts(meeting: Meeting) -> list[tuple[str, str]]:
    entries = meeting.room.book.entries.values_list("body", flat=True)
    return [(act["action"], act["actor"]["name"]) for act in map(json.loads, entries)]


def come(seat: Seat) -> Visitor:
    phone = seated(seat)
    seat.refresh_from_db()
    return phone


def test_one_press_binds_the_phone_and_checks_in_with_one_line(
    meeting: Meeting, staff: Seat
) -> None:
    sitting.open_check_in(meeting.chair)
    assert PRESS in Visitor().get(link_path(staff)).content.decode()
    before = acts(meeting)
    phone = come(staff)
    assert staff.device
    assert staff.arrived_at is not None
    assert acts(meeting) == [*before, ("check_in_self", "赵一")]
    assert phone.get(f"/s/{staff.pk}/").status_code == 200


def test_before_check_in_it_says_when_the_meeting_is(meeting: Meeting, staff: Seat) -> None:
    page = Visitor().get(link_path(staff)).content.decode()
    assert "签到开始后再扫一次这个码" in page
    assert PRESS not in page
    before = trace()
    answer = Visitor().post(link_path(staff))
    assert answer.status_code == 403
    assert "不能办理：签到" in answer.content.decode()
    assert trace() == before


@pytest.mark.parametrize("stage", [Stage.CHECK_IN, Stage.IN_SESSION, Stage.SUSPENDED])
def test_whoever_comes_late_comes_in_as_long_as_the_law_lets_people_check_in(
    meeting: Meeting, staff: Seat, stage: Stage
) -> None:
    meeting.room.__class__.objects.filter(pk=meeting.room.pk).update(stage=stage)
    assert come(staff).get(f"/s/{staff.pk}/").status_code == 200


def test_nobody_comes_in_once_it_is_summed_up(meeting: Meeting, staff: Seat) -> None:
    meeting.open()
    meeting.agree()
    meeting.sum_up()
    with pytest.raises(Refused, match="不能办理：签到"):
        seating.enter_hall(staff)


def test_a_second_phone_is_refused_and_recorded_once(meeting: Meeting, staff: Seat) -> None:
    sitting.open_check_in(meeting.chair)
    come(staff)
    for _ in range(3):
        answer = Visitor().post(link_path(staff))
        assert answer.status_code == 403
        assert "已在另一部手机上打开" in answer.content.decode()
    assert acts(meeting)[-1] == ("second_device", "赵一")
    assert acts(meeting).count(("second_device", "赵一")) == 1


def test_whoever_the_desk_wrote_down_only_has_the_phone_bound(
    meeting: Meeting, staff: Seat
) -> None:
    sitting.open_check_in(meeting.chair)
    seating.mark_present(meeting.chair, staff.pk)
    assert PRESS not in Visitor().get(link_path(staff)).content.decode()
    come(staff)
    assert [act for act, _ in acts(meeting)[-2:]] == ["mark_present", "entered"]


def test_a_new_link_brings_a_new_phone_without_a_second_check_in(
    meeting: Meeting, staff: Seat
) -> None:
    sitting.open_check_in(meeting.chair)
    old = come(staff)
    seating.reissue(meeting.chair, staff.pk)
    assert old.get(f"/s/{staff.pk}/").status_code == 404
    came = staff.arrived_at
    come(staff)
    assert staff.arrived_at == came
    assert acts(meeting)[-1] == ("entered", "赵一")


def test_the_recorder_writes_down_who_has_no_phone(meeting: Meeting, staff: Seat) -> None:
    row = RosterRow("赵敏", "", "", None, Capacity.RECORDER)
    seating.seat_persons(meeting.chair, [row])
    recorder = meeting.room.seats.get(capacity="recorder")
    sitting.open_check_in(meeting.chair)
    seating.mark_present(recorder, staff.pk)
    staff.refresh_from_db()
    assert staff.arrived_at is not None
    with pytest.raises(Refused, match="赵一 已经签到"):
        seating.mark_present(recorder, staff.pk)


def queries(seat: Seat) -> list[Any]:
    with CaptureQueriesContext(connection) as asked:
        seated(seat)
    return [query["sql"].split('"')[0] for query in asked]


def test_coming_in_asks_as_little_with_thousands_on_the_roll(meeting: Meeting, staff: Seat) -> None:
    sitting.open_check_in(meeting.chair)
    few = queries(staff)
    more = enrolled(meeting.chair, *[(f"职{n}", f"9{n}") for n in range(3000)])
    assert queries(more[-1]) == few


def test_the_minutes_tell_how_many_of_the_roll_had_come(meeting: Meeting, staff: Seat) -> None:
    sitting.open_check_in(meeting.chair)
    come(staff)
    for seat in meeting.seats.values():
        seating.check_in(seat, remote=False)
    sitting.begin(meeting.chair)
    meeting.agree()
    frozen = meeting.sum_up().frozen
    assert any("职工名册2人，已到1人。" in line for line in frozen["text"]["course"])
    names = {person["name"] for person in frozen["text"]["participants"]}
    assert {"赵一", "钱二"}.isdisjoint(names)
    assert meeting.chief(Side.WORKER).person.name in names
