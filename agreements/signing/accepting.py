"""Completing the paper with its scan, once every point of it was found to agree."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from agreements.papers.models import Paper
from agreements.signing.actions import put_together
from agreements.signing.comparing import CHANGED, Compared, compared
from agreements.signing.points import Sort
from agreements.signing.refusing import require_unrefused
from agreements.signing.scan_draft import digests_of, required
from agreements.signing.scan_models import Scan
from agreements.signing.waiting import paper_of, require_no_hand
from negotiate import moment
from negotiate.law.canonical import digest
from negotiate.law.refusal import Refused
from negotiate.law.words import Action
from negotiate.people.models import Seat
from negotiate.rooms.order import ordered


def accept_scan(seat: Seat, *, edition: int) -> Paper:
    """Complete the paper with its scan, every point of which somebody has found to agree."""
    with ordered(seat, Action.ACCEPT_SCAN) as order:
        paper = paper_of(seat)
        require_unrefused(paper)
        require_no_hand(paper)
        scan = required(paper)
        if edition != scan.edition:
            raise Refused(CHANGED)
        results = compared(paper, scan)
        _require_settled(scan, results)
        hands = [one.point for one in results if one.point.sort is Sort.HAND]
        scan.signers = [hand.whose for hand in hands]
        scan.accepted_by, scan.accepted_at = order.seat, moment.now()
        scan.save(update_fields=["signers", "accepted_by", "accepted_at"])
        told = told_of(results)
        order.note(
            files=digests_of(scan),
            signers=scan.signers,
            compared_by=sorted({one["by"] for one in told}),
            points=len(results),
            findings=digest(told),
            digest=paper.digest,
        )
        order.then(partial(put_together, order, seat, paper, "C"))
    return paper


def _require_settled(scan: Scan, results: list[Compared]) -> None:
    if not scan.files.exists():
        raise Refused("扫描件还没有一页，请先上传。")
    for one in results:
        if one.differs:
            raise Refused("“%(point)s”有人看出不符，不能完成。", point=one.point.heading)
    left = sum(not one.is_settled for one in results)
    if left:
        raise Refused("还有 %(left)s 处没有比对，比对完才能完成。", left=left)


def told_of(results: Iterable[Compared]) -> list[dict[str, Any]]:
    """Who found what, and when, as evidence: plain JSON, in the order of the paper."""
    return [
        {
            "point": one.point.heading,
            "agrees": finding.agrees,
            "by": finding.seat.person.name,
            "side": finding.seat.side,
            "at": finding.at.isoformat(),
        }
        for one in results
        for finding in (*one.agreed, *one.differs)
    ]
