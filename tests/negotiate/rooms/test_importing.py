"""A list of thousands is read beside the requests, shows how far it is, and is all or nothing."""

import re
import time
from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity
from negotiate.people.models import Person
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import importing, seating, sitting
from negotiate.rooms.actions.importing import Kept
from negotiate.rooms.imports import BROKEN, SILENCE, WRITING, RollImport
from tests.negotiate.meeting import Meeting, enrolled
from tests.negotiate.people.lists import as_csv, as_xlsx, uploaded, workforce
from tests.trace import trace
from tests.visitor import Visitor, signed_in

RUNNING = RollImport.State.RUNNING
OF_IMPORTS = {"RollImport"}


def work_off(meeting: Meeting, content: bytes, name: str = "a.csv") -> RollImport:
    """An import, without its thread."""
    begun = RollImport.objects.create(room=meeting.room)
    importing.work_off(meeting.chair, begun.pk, Kept(name, content))
    begun.refresh_from_db()
    return begun


def staff_page(meeting: Meeting) -> HttpResponse:
    path = reverse("staff", args=[meeting.chair.pk])
    return signed_in(meeting.account).get(path)  # type: ignore[return-value]


def upload(chair: Visitor, meeting: Meeting, content: bytes, name: str) -> None:
    path = reverse("staff-upload", args=[meeting.chair.pk])
    assert chair.post(path, {"staff": uploaded(content, name)}).status_code == 302


def ended(chair: Visitor, meeting: Meeting) -> str:
    """The desk's page once it stops coming again by itself."""
    while True:
        answer = chair.get(reverse("staff", args=[meeting.chair.pk]))
        if "Refresh" not in answer.headers:
            return answer.content.decode()
        time.sleep(0.05)


@pytest.mark.parametrize(("name", "make"), [("名单.csv", as_csv), ("a.xlsx", as_xlsx)])
def test_three_thousand_are_uploaded_and_seated(
    committing: None, name: str, make: type, in_session: Meeting
) -> None:
    chair = signed_in(in_session.account)
    people = [(f"职{n}", number, post) for n, (_, number, post) in enumerate(workforce(3000))]
    upload(chair, in_session, make(*people), name)
    assert "导入完成：新列入 3000 人" in ended(chair, in_session)
    assert in_session.room.on_roll == in_session.room.seats.staff().count() == 3000


def test_a_bad_list_changes_nothing_and_every_fault_is_shown(
    committing: None, meeting: Meeting
) -> None:
    chair, before = signed_in(meeting.account), trace(without=OF_IMPORTS)
    upload(chair, meeting, as_csv(*workforce(2000), *[("", n) for n in range(30)]), "a.csv")
    page = ended(chair, meeting)
    assert "名单没有导入，名册没有改变。" in page
    assert "第 2002 行：没有写姓名" in page
    assert "另外还有 10 行有问题。" in page
    assert trace(without=OF_IMPORTS) == before


def test_what_was_found_is_told_in_figures_and_names(meeting: Meeting) -> None:
    enrolled(meeting.chair, ("赵一", "1"))
    done = work_off(meeting, as_csv(("赵一", "1"), ("王桂芳", "2"), ("钱二", "3")))
    assert (done.state, done.added, done.there, done.seated) == ("done", 1, 1, 1)
    page = staff_page(meeting).content.decode()
    assert "新列入 1 人" in page
    assert "原来就在名册上的 1 人：赵一" in page
    assert "已有席位、不再列入的 1 人：王桂芳" in page
    assert "没有表决权：" not in page


def test_whoever_is_at_the_table_without_a_vote_is_named_to_the_chair(meeting: Meeting) -> None:
    recorder = RosterRow("赵一", "1", "", None, Capacity.RECORDER)
    seating.seat_persons(meeting.chair, [recorder])
    work_off(meeting, as_csv(("赵一", "1"), ("王桂芳", "2")))
    page = staff_page(meeting).content.decode()
    assert "这些人在席位上没有表决权：</b>赵一。" in page


def test_its_page_says_how_far_it_is_and_comes_again(meeting: Meeting) -> None:
    begun = RollImport.objects.create(room=meeting.room)
    shown = {
        "已核对 0 行": {},
        "已核对 1200 / 3001 行": {"read": 1200, "rows": 3001},
        "名单没有问题，正在登记 3000 人": {"read": 3000, "rows": 3000, "is_writing": True},
    }
    for words, how_far in shown.items():
        RollImport.objects.filter(pk=begun.pk).update(**how_far)
        answer = staff_page(meeting)
        assert words in answer.content.decode()
        assert answer.headers["Refresh"]


def test_progress_is_written_down_while_a_list_is_read(
    meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BETWEEN", 0)
    begun = RollImport.objects.create(room=meeting.room)
    progress = importing._Progress(begun.pk)
    for read in (1, 700):
        progress.tell(read, 3001)
        begun.refresh_from_db()
        assert (begun.read, begun.rows) == (read, 3001)
    begun.delete()
    with pytest.raises(Refused, match="导入中断了"):
        progress.tell(701, 3001)


def silent(meeting: Meeting) -> RollImport:
    """An import whose process has died."""
    begun = RollImport.objects.create(room=meeting.room)
    long_ago = timezone.now() - SILENCE - timedelta(seconds=1)
    RollImport.objects.filter(pk=begun.pk).update(alive_at=long_ago)
    return begun


def test_an_import_that_writes_may_be_silent_for_minutes_but_not_for_ever(
    meeting: Meeting,
) -> None:
    begun = silent(meeting)
    RollImport.objects.filter(pk=begun.pk).update(is_writing=True)
    assert BROKEN not in staff_page(meeting).content.decode()
    with pytest.raises(Refused, match="正在导入"):
        importing.start(meeting.chair, uploaded(as_csv(("赵一", "1"))))
    RollImport.objects.filter(pk=begun.pk).update(alive_at=timezone.now() - WRITING)
    assert BROKEN in staff_page(meeting).content.decode()
    importing.start(meeting.chair, uploaded(as_csv(("赵一", "1"))))


def test_an_import_whose_process_died_says_so_and_makes_room(meeting: Meeting) -> None:
    dead = silent(meeting)
    answer = staff_page(meeting)
    assert BROKEN in answer.content.decode()
    assert "Refresh" not in answer.headers
    importing.start(meeting.chair, uploaded(as_csv(("赵一", "1"))))
    assert list(meeting.room.imports.values_list("state", flat=True)) == ["refused", "running"]
    importing.work_off(meeting.chair, dead.pk, Kept("a.csv", as_csv(("钱二", "2"))))
    assert meeting.room.on_roll == 0  # what was given up can't write any more


def test_one_list_is_read_at_a_time(meeting: Meeting) -> None:
    RollImport.objects.create(room=meeting.room)
    with pytest.raises(Refused, match="另一份名单正在导入"):
        importing.start(meeting.chair, uploaded(as_csv(("赵一", "1"))))
    with pytest.raises(IntegrityError):
        RollImport.objects.create(room=meeting.room)


def test_a_meeting_that_has_ended_meanwhile_takes_nobody(in_session: Meeting) -> None:
    begun = RollImport.objects.create(room=in_session.room)
    sitting.escalate(in_session.chair, reason="要签专项集体合同")
    before = trace(without=OF_IMPORTS)
    importing.work_off(in_session.chair, begun.pk, Kept("a.csv", as_csv(("赵一", "1"))))
    begun.refresh_from_db()
    assert "不能办理：导入职工名册" in begun.refused
    assert trace(without=OF_IMPORTS) == before


def test_only_who_presides_uploads(meeting: Meeting) -> None:
    for seat in meeting.seats.values():
        if not seat.presides:
            with pytest.raises(Refused, match="只有主持可以"):
                importing.start(seat, uploaded(as_csv(("赵一", "1"))))
    assert not Person.objects.filter(name="赵一").exists()


def test_what_nobody_foresaw_changes_nothing_and_is_told(
    meeting: Meeting, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def break_down(*_: object) -> None:
        raise RuntimeError("the disk is full")

    before = trace(without=OF_IMPORTS)
    monkeypatch.setattr(importing, "enrol", break_down)
    assert work_off(meeting, as_csv(("赵一", "1"))).refused == BROKEN
    assert trace(without=OF_IMPORTS) == before
    assert re.search("the disk is full", caplog.text)
