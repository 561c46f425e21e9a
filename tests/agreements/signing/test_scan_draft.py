"""The draft of a scan: one a paper, page by page, until it is accepted or thrown away."""

from pathlib import Path

import pytest
from pytest_django import Settings

from agreements.signing.accepting import accept_scan
from agreements.signing.bringing import MOST_FILES
from agreements.signing.comparing import find
from agreements.signing.scan_draft import (
    add_files,
    discard,
    move_up,
    replace_file,
    take_out,
)
from agreements.signing.scan_models import Scan, ScanFile
from negotiate.law.refusal import Refused
from negotiate.law.words import Side
from negotiate.people.models import Seat
from negotiate.rooms.actions import sitting
from tests.agreements.signing.scanned import PDF, accept, agree, bring, newest, picture, sign_in_ink
from tests.agreements.signing.test_comparing import acts, differs, key, kinds, scan_of
from tests.negotiate.meeting import Meeting
from tests.negotiate.refusing import refuses
from tests.negotiate.rooms.pages import at, shown
from tests.visitor import signed_in

E = Side.EMPLOYER
PNG, JPEG = picture("PNG"), picture("JPEG")


def test_another_order_changes_nothing_that_was_found(summed: Meeting) -> None:
    bring(summed.chair, PNG, PDF)
    agree(summed.chair)
    move_up(summed.chair, key(summed.chair, 1))
    assert kinds(summed.chair) == ["application/pdf", "image/png"]
    refuses("这已经是第一页", move_up, summed.chair, key(summed.chair, 0))
    accept(summed.chair)


def test_a_page_is_replaced_in_its_place(summed: Meeting) -> None:
    bring(summed.chair, PNG, PDF)
    replace_file(summed.chair, key(summed.chair, 0), JPEG)
    assert kinds(summed.chair) == ["image/jpeg", "application/pdf"]
    refuses("已经传上来了", replace_file, summed.chair, key(summed.chair, 0), PDF)
    refuses("已经不在了", take_out, summed.chair, 0)


def test_there_is_one_draft_which_only_grows(summed: Meeting) -> None:
    bring(summed.chair, PNG)
    bring(summed.chair, JPEG)
    assert Scan.objects.count() == 1
    assert kinds(summed.chair) == ["image/png", "image/jpeg"]


def test_what_has_arrived_may_be_sent_again(summed: Meeting) -> None:
    """A line was cut after the second of three: pressing again sends all three."""
    edition = bring(summed.chair, PNG, JPEG).edition
    assert bring(summed.chair, PNG, JPEG).edition == edition
    bring(summed.chair, PNG, JPEG, PDF, PDF)
    assert kinds(summed.chair) == ["image/png", "image/jpeg", "application/pdf"]


def test_nothing_is_unfolded_for_whom_the_law_does_not_let(summed: Meeting) -> None:
    """What does not open would be refused for that."""
    with pytest.raises(Refused) as refused:
        add_files(summed.other(E), [PNG[:99]])
    assert "打不开" not in str(refused.value)
    many = [PNG[:99] + bytes([number]) for number in range(MOST_FILES)]
    bring(summed.chair)
    refuses("最多 20 个", add_files, summed.chair, many)
    huge = [PNG[:99] + bytes([number]) + bytes(8_000_000) for number in range(5)]
    refuses("合计不能超过", add_files, summed.chair, huge)
    with pytest.raises(Refused) as refused:
        replace_file(summed.other(E), key(summed.chair, 0), PNG[:99])
    assert "打不开" not in str(refused.value)


def test_a_scan_without_a_page_completes_nothing(summed: Meeting) -> None:
    bring(summed.chair)
    take_out(summed.chair, key(summed.chair, 0))
    refuses("还没有一页", accept, summed.chair)


def test_a_discarded_draft_is_gone_and_the_record_says_what_was_wrong_with_it(
    summed: Meeting,
) -> None:
    refuses("没有等待比对", discard, summed.chair)
    sha = bring(summed.chair).files.get().sha256
    differs(summed.chief(E))
    discard(summed.chair)
    assert not ScanFile.objects.exists()
    assert acts(summed, "discard_scan") == [{"files": [sha], "differs": 1}]
    refuses("没有等待比对", discard, summed.chair)


@pytest.mark.parametrize("side", Side)
def test_what_a_chief_found_wrong_outlives_the_pages_that_were_thrown_away(
    summed: Meeting, side: Side
) -> None:
    bring(summed.chair)
    agree(summed.chair)
    chief = summed.chief(side)
    differs(chief)
    discard(summed.chair)
    desk = signed_in(summed.account)
    assert "三等奖写成了2000元" in shown(desk, summed.chair, "paper/scan/")
    assert desk.get(at(summed.chair, "paper/scan/compare/")).status_code == 404
    bring(summed.chair)
    agree(summed.chair)
    refuses("有人看出不符", accept, summed.chair)
    find(chief, point="clause-1", edition=scan_of(chief).edition)
    assert accept(summed.chair).grade == "C"


def test_of_pages_that_were_thrown_away_nothing_that_agreed_is_left(summed: Meeting) -> None:
    bring(summed.chair)
    agree(summed.chair)
    differs(summed.chief(E), "title")
    discard(summed.chair)
    bring(summed.chair)
    (left,) = scan_of(summed.chair).findings.all()
    assert (left.point, left.agrees) == ("title", False)
    find(summed.chief(E), point="title", edition=scan_of(summed.chair).edition)
    refuses("还有 20 处没有比对", accept, summed.chair)


def test_who_may_compare_no_more_holds_nothing_up(summed: Meeting) -> None:
    bring(summed.chair)
    chief = summed.chief(E)
    differs(chief)
    Seat.objects.filter(pk=chief.pk).update(capacity="representative")
    discard(summed.chair)
    assert not Scan.objects.exists()


def test_the_talks_go_on_only_without_a_draft(summed: Meeting) -> None:
    bring(summed.chair)
    refuses("请先作废", sitting.return_to_session, summed.chair)
    differs(summed.chief(E))
    discard(summed.chair)
    sitting.return_to_session(summed.chair)


def test_what_is_accepted_changes_no_more(summed: Meeting) -> None:
    sign_in_ink(summed.chair)
    place, edition = key(summed.chair, 0), scan_of(summed.chair).edition
    for act in (lambda: take_out(summed.chair, place), lambda: discard(summed.chair)):
        refuses("已签署", act)
    refuses("已签署", find, summed.chair, point="title", edition=edition)
    refuses("已签署", accept_scan, summed.chair, edition=edition)


def test_without_an_authority_the_first_page_is_refused(
    summed: Meeting, settings: Settings, tmp_path: Path
) -> None:
    settings.AUTHORITY_DIR, settings.PRODUCTION = f"{tmp_path}", True
    refuses("还没有设立签署证书机构", bring, summed.chair)


def test_uploading_completes_nothing(summed: Meeting) -> None:
    bring(summed.chair, PNG, PDF)
    assert not newest(summed.chair).is_complete
    refuses("还有 21 处没有比对", accept, summed.chair)
