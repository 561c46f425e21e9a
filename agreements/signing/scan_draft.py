"""Bringing back what was signed in ink, page by page. It completes nothing: the draft lies open to
everybody in the room until it has been compared with the text."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from django.db.models import Max

from agreements.papers.actions import require_as_shown
from agreements.papers.models import Paper
from agreements.signing.bringing import (
    Brought,
    keep,
    missing_of,
    require_bounded,
)
from agreements.signing.refusing import require_unrefused
from agreements.signing.scan_models import Scan, ScanFile
from agreements.signing.sealing import require_office
from agreements.signing.waiting import is_in_ink, paper_of, require_no_hand
from negotiate.law.canonical import sha256_of
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Action
from negotiate.people.models import Seat
from negotiate.rooms.order import Order, ordered, privately

NOTHING: Final = N_("现在没有等待比对的扫描件。")


def add_files(seat: Seat, contents: Sequence[bytes]) -> None:
    """Put these behind what is there, in their order; the first ones begin the draft. Those that
    are there already have arrived: whoever sends all again after his line was cut gets on."""
    if not contents:
        raise Refused("请先选照片或 PDF 文件。")
    arriving = {sha256_of(content): content for content in contents}
    brought = [Brought(one, digest) for digest, one in _not_there(seat, arriving).items()]
    if not brought:
        return
    with ordered(seat, Action.UPLOAD_SCAN) as order:
        paper = paper_of(seat)
        _require_open(paper)
        scan = draft_of(paper) or _begun(order, paper)
        last = scan.files.aggregate(last=Max("position"))["last"] or 0
        there = digests_of(scan)  # somebody may have brought the same meanwhile
        new = [one for one in brought if one.sha256 not in there]
        for position, one in enumerate(new, last + 1):
            keep(one, scan, position, order.seat)
        _changed(scan)
        order.note(files=[one.sha256 for one in new], digest=paper.digest)


def _not_there(seat: Seat, contents: dict[str, bytes]) -> dict[str, bytes]:
    """Those that have not arrived yet. Raises Refused, before anything is unfolded, if this seat
    may not bring them, or they are too many."""
    with privately(seat, Action.UPLOAD_SCAN):
        paper = paper_of(seat)
        _require_open(paper)
        return missing_of(ScanFile.objects.filter(scan__paper=paper), contents)


def _require_open(paper: Paper) -> None:
    require_no_hand(paper)
    require_unrefused(paper)
    if is_in_ink(paper):
        raise Refused("扫描件已经确认与文本相符，不能再加页。")


def _begun(order: Order, paper: Paper) -> Scan:
    """What could not be completed in the end is not begun."""
    require_as_shown(paper)
    require_office()
    return Scan.objects.create(paper=paper, uploaded_by=order.seat)


def replace_file(seat: Seat, file_id: int, content: bytes) -> None:
    """Put another one in the same place."""
    with privately(seat, Action.UPLOAD_SCAN):
        required(paper_of(seat))
    brought = Brought(content, sha256_of(content))
    with _change(seat, file_id) as (order, file):
        file.delete()
        keep(brought, file.scan, file.position, order.seat)
        _changed(file.scan)
        order.note(files=[brought.sha256], instead_of=file.sha256)


def take_out(seat: Seat, file_id: int) -> None:
    with _change(seat, file_id) as (order, file):
        file.delete()
        _changed(file.scan)
        order.note(taken_out=file.sha256)


def move_up(seat: Seat, file_id: int) -> None:
    """Exchange places with the one before. What was found stays: every page is what it was."""
    with _change(seat, file_id) as (order, file):
        before = file.scan.files.defer("content").filter(position__lt=file.position).last()
        if before is None:
            raise Refused("这已经是第一页。")
        before.position, file.position = file.position, before.position
        ScanFile.objects.bulk_update([before, file], ["position"])
        order.note(moved_up=file.sha256)


def discard(seat: Seat) -> None:
    """Throw the draft's pages away, to print and sign again. What it was, and who found what wrong
    with it, stays in the record; and who found that, has to find the next pages right."""
    with ordered(seat, Action.DISCARD_SCAN) as order:
        scan = required(paper_of(seat))
        if not scan.files.exists():
            raise Refused(NOTHING)
        wrong = scan.findings.exclude(differs="").select_related("seat__room")
        order.note(files=digests_of(scan), differs=wrong.count())
        held = [finding.pk for finding in wrong if finding.seat.may(Action.COMPARE_SCAN)]
        if not held:
            scan.delete()
            return
        scan.files.all().delete()
        scan.findings.exclude(pk__in=held).delete()
        _changed(scan)


def draft_of(paper: Paper) -> Scan | None:
    """The draft, locked; none if there is none, or if it has been accepted."""
    return Scan.objects.select_for_update().filter(paper=paper, accepted_at=None).first()


def required(paper: Paper) -> Scan:
    """The draft, locked. Refused if there is none."""
    scan = draft_of(paper)
    if scan is None:
        raise Refused(NOTHING)
    return scan


def digests_of(scan: Scan) -> list[str]:
    """SHA-256 of each file, in their order."""
    return list(scan.files.values_list("sha256", flat=True))


@contextmanager
def _change(seat: Seat, file_id: int) -> Iterator[tuple[Order, ScanFile]]:
    with ordered(seat, Action.UPLOAD_SCAN) as order:
        scan = required(paper_of(seat))
        file = scan.files.defer("content").filter(pk=file_id).first()
        if file is None:
            raise Refused("这一页已经不在了，请刷新页面。")
        file.scan = scan
        yield order, file


def _changed(scan: Scan) -> None:
    """Another edition, within bounds."""
    require_bounded(scan.files.all())
    scan.edition += 1
    scan.save(update_fields=["edition"])
