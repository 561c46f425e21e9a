"""A scan completes its paper only when people have found that every point of it agrees."""

from functools import partial

import pytest
from pytest_django import Settings

from agreements.papers.models import Paper
from agreements.signing.accepting import accept_scan
from agreements.signing.comparing import compared, find, points_of
from agreements.signing.points import Sort
from agreements.signing.scan_draft import add_files, replace_file, take_out
from agreements.signing.scan_models import Finding, Scan
from negotiate.law.words import Side
from negotiate.people.models import Seat
from negotiate.record.chain import read
from tests.agreements.papers.test_at_once import apart
from tests.agreements.signing.scanned import (
    PDF,
    accept,
    agree,
    bring,
    newest,
    picture,
)
from tests.negotiate.meeting import Meeting
from tests.negotiate.refusing import refuses

W, E = Side.WORKER, Side.EMPLOYER
PNG, JPEG = picture("PNG"), picture("JPEG")


def differs(seat: Seat, point: str = "clause-1", why: str = "三等奖写成了2000元") -> None:
    find(seat, point=point, edition=scan_of(seat).edition, differs=why)


def scan_of(seat: Seat) -> Scan:
    return Scan.objects.get(paper=newest(seat))


def kinds(seat: Seat) -> list[str]:
    return list(scan_of(seat).files.values_list("media_type", flat=True))


def key(seat: Seat, place: int) -> int:
    return scan_of(seat).files.all()[place].pk


def acts(meeting: Meeting, action: str) -> list[dict[str, object]]:
    return [act["data"] for act in read(meeting.room.book) if act["action"] == action]


def test_the_points_are_the_paper_in_its_order(summed: Meeting) -> None:
    paper = Paper.objects.get(room=summed.room)
    text, found = paper.frozen["text"], points_of(paper)
    assert len({point.key for point in found}) == len(found)
    lines = paper.frozen["lines"].split("\n")
    headings = [point.heading for point in found if point.key.startswith(("section", "clause"))]
    assert headings == [line for line in lines if line in headings]
    clause = next(point.wording for point in found if point.key == "clause-1")
    assert all(line in lines for line in clause.text.split("\n"))
    hands = [point.whose for point in found if point.sort is Sort.HAND]
    assert hands == [block["name"] for block in text["signatures"]]
    assert sum(point.sort is Sort.SEAL for point in found) == len(Side)
    (code,) = [point for point in found if point.sort is Sort.CODE]
    assert text["terms_digest"] in code.wording.text


def test_every_point_counts(summed: Meeting) -> None:
    bring(summed.chair)
    for point in points_of(newest(summed.chair)):
        agree(summed.chair, point.key)
        refuses("还有 1 处没有比对", accept, summed.chair)
        Finding.objects.all().delete()


def test_the_desk_and_a_chief_may_share_the_work(summed: Meeting) -> None:
    bring(summed.chair)
    agree(summed.chair, "clause-1")
    find(summed.chief(E), point="clause-1", edition=scan_of(summed.chair).edition)
    accept(summed.chair)
    (told,) = acts(summed, "accept_scan")
    seats = [summed.chair, *map(summed.chief, Side)]
    assert told["compared_by"] == sorted(seat.person.name for seat in seats)


@pytest.mark.parametrize("side", Side)
def test_a_chiefs_word_that_something_differs_stands_until_he_takes_it_back(
    summed: Meeting, side: Side
) -> None:
    bring(summed.chair)
    agree(summed.chair)
    chief = summed.chief(side)
    differs(chief)
    agree(summed.chair)
    refuses("有人看出不符", accept, summed.chair)
    replace_file(summed.chair, key(summed.chair, 0), JPEG)
    agree(summed.chair)
    refuses("有人看出不符", accept, summed.chair)
    find(chief, point="clause-1", edition=scan_of(chief).edition)
    assert accept(summed.chair).grade == "C"
    told = acts(summed, "compare_scan")
    assert [each["agrees"] for each in told] == [False, True]
    assert told[0]["differs"] == "三等奖写成了2000元"


@pytest.mark.parametrize("why", ["", "  ", "长" * 201, "看不\u202e见", "两\n行"])
def test_what_differs_is_said_in_one_legible_sentence(summed: Meeting, why: str) -> None:
    bring(summed.chair)
    refuses("请用一句话写明哪里不符", differs, summed.chair, why=why)


def test_that_a_point_agrees_is_no_entry_of_its_own(summed: Meeting) -> None:
    bring(summed.chair)
    before = summed.room.book.length
    agree(summed.chair)
    assert summed.room.book.length == before


@pytest.mark.parametrize("change", ["added", "replaced", "taken out"])
def test_other_pages_want_another_look(summed: Meeting, change: str) -> None:
    bring(summed.chair, PNG, PDF)
    agree(summed.chair)
    old = scan_of(summed.chair).edition
    if change == "added":
        add_files(summed.chair, [JPEG])
    elif change == "replaced":
        replace_file(summed.chair, key(summed.chair, 0), JPEG)
    else:
        take_out(summed.chair, key(summed.chair, 0))
    refuses("还有 21 处没有比对", accept, summed.chair)
    refuses("刚换过页", find, summed.chair, point="title", edition=old)
    refuses("刚换过页", accept_scan, summed.chair, edition=old)
    assert Finding.objects.count() == 21
    agree(summed.chair)
    accept(summed.chair)


def test_a_sealing_that_fails_leaves_the_draft_and_every_answer(
    summed: Meeting, settings: Settings
) -> None:
    bring(summed.chair, PNG)
    agree(summed.chair)
    right = settings.AUTHORITY_PASSPHRASE
    settings.AUTHORITY_PASSPHRASE = "another one"
    refuses("打不开", accept, summed.chair)
    assert scan_of(summed.chair).is_draft
    settings.AUTHORITY_PASSPHRASE = right
    assert accept(summed.chair).grade == "C"


def test_two_who_compare_at_once_are_both_heard(committing: None) -> None:
    meeting = Meeting("award")
    meeting.open()
    meeting.agree()
    meeting.sum_up()
    bring(meeting.chair)
    seats = [meeting.chair, *map(meeting.chief, Side)]
    for thread in [apart(partial(agree, seat)) for seat in seats]:
        thread.join()
    scan = scan_of(meeting.chair)
    for result in compared(scan.paper, scan):
        own = {seat.pk for seat in seats if result.point.side in ("", seat.side)}
        assert {one.seat_id for one in result.agreed} == own


def test_no_point_is_made_up(summed: Meeting) -> None:
    bring(summed.chair)
    edition = scan_of(summed.chair).edition
    refuses("没有这一处", find, summed.chair, point="clause-9", edition=edition)
