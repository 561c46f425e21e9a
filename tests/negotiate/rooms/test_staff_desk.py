"""The roll at the desk: people are found by name or number, written down, handed slips."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from negotiate.law.words import Side
from negotiate.people.codes import personal_code
from negotiate.people.hall import hall_path
from negotiate.people.links import link_path
from negotiate.rooms.actions import seating, sitting
from negotiate.rooms.views import staff as desk
from negotiate.rooms.views import staff_slips
from tests.negotiate.meeting import Meeting
from tests.negotiate.rooms.desks import NAMES, PEOPLE, Desk, named
from tests.trace import trace
from tests.visitor import Visitor, seated


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


def test_one_person_is_taken_off_the_roll_until_the_session_opens(hall: Desk) -> None:
    one, other, _ = hall.staff
    path = hall.path("unseat", None, one)
    assert path in hall.page("staff-slip", one)
    after = hall.chair.post(path, {"from": "staff"}, follow=True).content.decode()
    assert "席位已移出。" in after
    assert named(after, *NAMES) == ["钱二", "赵三"]
    assert "名册 2 人" in after
    for side in Side:
        seating.check_in(hall.meeting.chief(side), remote=False)
    sitting.begin(hall.meeting.chair)
    path = hall.path("unseat", None, other)
    assert path not in hall.page("staff-slip", other)
    again = hall.chair.post(path, {"from": "staff"}, follow=True).content.decode()
    assert named(again, *NAMES) == ["钱二", "赵三"]


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


def test_buttons_follow_the_law(meeting: Meeting) -> None:
    hall = Desk(meeting, *PEOPLE)
    assert hall.path("staff-upload") in hall.page("staff")
    sitting.escalate(meeting.chair, reason="要签专项集体合同")
    page = hall.page("staff")
    for path in (hall.path("staff-upload"), hall.path("staff-present", None, hall.staff[0])):
        assert path not in page
