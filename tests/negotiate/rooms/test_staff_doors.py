"""The roll opens to who presides, in part to the recorder, and to nobody else."""

from negotiate.law.words import Side
from tests.negotiate.meeting import Meeting, enrolled
from tests.negotiate.rooms.desks import NAMES, Desk, named
from tests.trace import trace
from tests.visitor import Visitor, seated

OWN_PAGES = ("staff-sample", "staff-codes", "staff-slips")
ORDERS = ("staff-upload", "staff-empty")


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
