"""The roll at the desk: found by name or number, written down, handed slips; and by nobody else."""

from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from negotiate.law.words import Capacity, Side
from negotiate.people.codes import personal_code
from negotiate.people.hall import hall_path
from negotiate.people.links import link_path
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import seating, sitting
from negotiate.rooms.views import staff as desk
from negotiate.rooms.views import staff_slips
from tests.negotiate.meeting import Meeting, enrolled
from tests.trace import trace
from tests.visitor import Visitor, seated, signed_in

OWN_PAGES = ("staff-sample", "staff-codes", "staff-slips")
ORDERS = ("staff-upload", "staff-empty")
PEOPLE = [("赵一", "A012"), ("钱二", ""), ("赵三", "B013")]


class Desk:
    """A room at check-in with staff and a recorder, and the browsers of its people."""

    def __init__(self, meeting: Meeting, *people: tuple[str, str]) -> None:
        rows = [RosterRow("赵敏", "", "", None, Capacity.RECORDER)]
        seating.seat_persons(meeting.chair, rows)
        self.meeting = meeting
        self.staff = enrolled(meeting.chair, *people)
        sitting.open_check_in(meeting.chair)
        self.recorder = meeting.room.seats.get(capacity="recorder")
        self.chair = signed_in(meeting.account)

    def path(self, name: str, seat: Seat | None = None, *other: Seat) -> str:
        seat = seat or self.meeting.chair
        return reverse(name, args=[seat.pk, *(each.pk for each in other)])

    def page(self, name: str, *other: Seat, **asked: Any) -> str:
        return self.chair.get(self.path(name, None, *other), asked).content.decode()

    def search(self, who: str) -> str:
        answer = self.chair.post(self.path("staff"), {"who": who})
        return answer.content.decode()


@pytest.fixture
def hall(meeting: Meeting) -> Desk:
    return Desk(meeting, *PEOPLE)


def named(page: str, *names: str) -> list[str]:
    return [name for name in names if f'<th scope="row">{name}' in page]


NAMES = [name for name, _ in PEOPLE]


@pytest.mark.parametrize(
    ("who", "found"),
    [("赵", ["赵一", "赵三"]), ("a0", ["赵一"]), ("013", []), ("钱二", ["钱二"]), ("王桂芳", [])],
)
def test_people_are_found_by_name_or_the_start_of_a_number(
    hall: Desk, who: str, found: list[str]
) -> None:
    assert named(hall.search(who), *NAMES, "王桂芳") == found


def test_the_roll_is_shown_by_the_page(hall: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "A_PAGE", 2)
    assert named(hall.page("staff"), *NAMES) == ["赵一", "钱二"]
    for asked in ("2", "99"):
        assert named(hall.page("staff", page=asked), *NAMES) == ["赵三"]
    for asked in ("0", "x", "9" * 50):
        assert "第" in hall.page("staff", page=asked)


def test_whoever_has_no_phone_is_written_down(hall: Desk) -> None:
    page = hall.chair.post(hall.path("staff-present", None, hall.staff[0]), follow=True)
    assert "已登记到会。" in page.content.decode()
    assert "名册 3 人，已到 1 人" in page.content.decode()
    again = hall.chair.post(hall.path("staff-present", None, hall.staff[0]), follow=True)
    assert "赵一 已经签到" in again.content.decode()


def test_a_slip_has_link_name_number_and_code_and_no_number_in_an_address(hall: Desk) -> None:
    one = hall.staff[0]
    for page in (hall.page("staff-slips"), hall.page("staff-slip", one)):
        for text in ("赵一", "A012", personal_code(one), "qr-image"):
            assert text in page
    assert hall_path(hall.meeting.room.pk) in hall.page("staff-slips")
    assert "A012" not in hall.path("staff-slip", None, one) + link_path(one)


def test_slips_come_by_the_page(hall: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staff_slips, "A_PAGE", 2)
    assert hall.page("staff-slips").count("qr-name") == 2 + 1
    assert hall.page("staff-slips", page=2).count("qr-name") == 1 + 1


def test_a_slip_again_is_another_link_and_another_code(hall: Desk) -> None:
    one = hall.staff[0]
    phone, old = seated(one), personal_code(one)
    path = hall.path("staff-slip", None, one)
    assert hall.chair.post(path).headers["Location"] == path
    one.refresh_from_db()
    page = hall.page("staff-slip", one)
    assert personal_code(one) in page
    assert old not in page
    assert phone.get(reverse("seat", args=[one.pk])).status_code == 404
    assert one.arrived_at is not None


def test_the_table_of_codes_opens_in_excel_with_its_zeros(hall: Desk) -> None:
    content = hall.chair.get(hall.path("staff-codes")).content
    rows = list(load_workbook(BytesIO(content)).worksheets[0].iter_rows(values_only=True))
    assert rows[0] == ("姓名", "工号", "岗位", "个人码")
    assert [(row[0], row[3]) for row in rows[1:]] == [
        (seat.person.name, personal_code(seat)) for seat in hall.staff
    ]


def test_a_code_on_a_second_phone_is_shown_at_the_desk(hall: Desk) -> None:
    seated(hall.staff[0])
    assert "在第二部手机上被打开的" not in hall.page("staff")
    assert Visitor().post(link_path(hall.staff[0])).status_code == 403
    page = hall.page("staff")
    assert "在第二部手机上被打开的" in page
    assert hall.path("staff-slip", None, hall.staff[0]) in page


def test_the_roll_is_emptied_only_where_the_box_is_ticked(hall: Desk) -> None:
    before = trace()
    page = hall.chair.post(hall.path("staff-empty"), follow=True).content.decode()
    assert "要清空名册，请先在方框里打勾。" in page
    assert trace() == before
    hall.chair.post(hall.path("staff-empty"), {"sure": "on"})
    assert hall.meeting.room.on_roll == 0
    assert "名册上还没有人" in hall.page("staff")


def test_somebody_at_the_table_is_given_a_number(hall: Desk) -> None:
    chief = hall.meeting.chief(Side.WORKER)
    path = hall.path("staff-number", None, chief)
    assert "工号已填上。" in hall.chair.post(path, {"number": "9"}, follow=True).content.decode()
    assert path not in hall.page("staff")
    chief.refresh_from_db()
    assert chief.person.staff_number == "9"
    for number in ("", "9" * 31):
        answer = hall.chair.post(path, {"number": number}, follow=True)
        assert "请填工号" in answer.content.decode()


def test_a_file_is_asked_for(hall: Desk) -> None:
    page = hall.chair.post(hall.path("staff-upload"), follow=True).content.decode()
    assert "请选择一个名单文件。" in page
    assert "姓名,工号,岗位" in hall.page("staff-sample")


def test_the_recorder_finds_and_writes_down_and_sees_no_code(hall: Desk) -> None:
    recorder = seated(hall.recorder)
    page = recorder.post(hall.path("staff", hall.recorder), {"who": "赵"}).content.decode()
    assert named(page, *NAMES) == ["赵一", "赵三"]
    assert "slip" not in page
    assert "upload" not in page
    recorder.post(hall.path("staff-present", hall.recorder, hall.staff[0]))
    hall.staff[0].refresh_from_db()
    assert hall.staff[0].arrived_at is not None
    before = trace()
    others = [hall.path("staff-slip", hall.recorder, hall.staff[0])]
    others += [hall.path("staff-number", hall.recorder, hall.meeting.chief(Side.WORKER))]
    others += [hall.path(name, hall.recorder) for name in (*OWN_PAGES, *ORDERS)]
    for path in others:
        given = {"sure": "on", "number": "1"}
        assert {recorder.get(path).status_code, recorder.post(path, given).status_code} <= {
            404,
            405,
        }, path
    assert trace() == before


def test_delegates_staff_and_strangers_see_nothing_of_the_roll(hall: Desk) -> None:
    meeting = hall.meeting
    seats = [meeting.chief(Side.WORKER), meeting.chief(Side.EMPLOYER), hall.staff[1]]
    phones = [(seat, seated(seat)) for seat in seats]
    before = trace()
    for own, phone in [*phones, (meeting.chair, Visitor())]:
        paths = [hall.path(name, own) for name in ("staff", *OWN_PAGES, *ORDERS)]
        for name in ("staff-slip", "staff-present", "staff-number"):
            paths.append(hall.path(name, own, hall.staff[0]))
        for path in paths:
            assert phone.get(path).status_code in (404, 405), path
            assert phone.post(path, {"sure": "on"}).status_code in (404, 405), path
    assert trace() == before


def test_pages_and_slips_of_another_room_are_not_reached(hall: Desk) -> None:
    other = Meeting("caterer")
    (theirs,) = enrolled(other.chair, ("孙三", "3"))
    before = trace()
    assert hall.chair.get(hall.path("staff-slip", None, theirs)).status_code == 404
    for name in ("staff-present", "staff-number"):
        page = hall.chair.post(hall.path(name, None, theirs), {"number": "1"}, follow=True)
        assert "没有这个席位。" in page.content.decode()
    assert named(hall.search("孙三"), "孙三") == []
    assert trace() == before


def test_a_made_up_number_is_nobodys(hall: Desk) -> None:
    before, own = trace(), f"/s/{hall.meeting.chair.pk}/staff"
    for number in ("0", "9" * 30, "9" * 5000):
        assert hall.chair.get(f"{own}/{number}/slip/").status_code == 404
        assert hall.chair.post(f"{own}/{number}/slip/").status_code == 404
        for order in ("present", "number"):
            hall.chair.post(f"{own}/{number}/{order}/", {"number": "1"})
    for number in ("0", "-1", "9" * 5000, "x"):
        assert hall.chair.get(f"{own}/slips/", {"page": number}).status_code == 200
    assert trace() == before


def test_buttons_follow_the_law(meeting: Meeting) -> None:
    hall = Desk(meeting, *PEOPLE)
    assert hall.path("staff-upload") in hall.page("staff")
    sitting.escalate(meeting.chair, reason="要签专项集体合同")
    page = hall.page("staff")
    for path in (hall.path("staff-upload"), hall.path("staff-present", None, hall.staff[0])):
        assert path not in page
