"""What the page of a comparison shows to a seat."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from agreements.papers.models import Paper
from agreements.signing.comparing import Compared, compared
from agreements.signing.scan_models import Finding, Scan
from agreements.signing.scan_views import files_of
from negotiate.law.words import Action, Capacity, Procedure, Side
from negotiate.people.models import Seat
from negotiate.rooms.sight.next_step.step import CHAIR


@dataclass(frozen=True)
class Line:
    """A point as this seat meets it. `asks`: its word is wanted. `own`: what it has said here.
    `awaits`: the side whose word is wanted, not this seat's."""

    found: Compared
    asks: bool
    own: Finding | None
    awaits: Side | None

    @property
    def key(self) -> str:
        return self.found.point.key


def page_of(seat: Seat, paper: Paper, scan: Scan) -> dict[str, Any]:
    """`next`: the first point where this seat's word is wanted."""
    compares = scan.is_draft and seat.may(Action.COMPARE_SCAN)
    lines = [_line(seat, found, scan, compares) for found in compared(paper, scan)]
    settled = sum(line.found.is_settled for line in lines)
    return {
        "seat": seat,
        "paper": paper,
        "scan": scan,
        "files": files_of(scan),
        "lines": lines,
        "compares": compares,
        "settled": settled,
        "total": len(lines),
        "left": len(lines) - settled,
        "wrong": [line for line in lines if line.found.differs],
        "awaited": Counter(line.awaits for line in lines if line.awaits).items(),
        "leads": _leads(paper),
        "next": next((line.key for line in lines if line.asks), ""),
        "accepts": scan.is_draft and seat.may(Action.ACCEPT_SCAN),
        "brings": scan.is_draft and seat.may(Action.UPLOAD_SCAN),
    }


def _leads(paper: Paper) -> str:
    """Who brings the scan and completes the paper, in the house's word."""
    simplified = paper.room.goes_by is Procedure.SIMPLIFIED
    return CHAIR if simplified else Capacity.ORGANISER.label


def _line(seat: Seat, found: Compared, scan: Scan, compares: bool) -> Line:
    said = (*found.agreed, *found.differs, *found.before)
    own = next((one for one in said if one.seat_id == seat.pk), None)
    has_agreed = own is not None and own.agrees and own.edition == scan.edition
    side = found.point.side
    is_ours = compares and side in ("", seat.side)
    asks = is_ours and not found.is_settled and not has_agreed and not (own and own.differs)
    awaits = side and scan.is_draft and not is_ours and not found.is_settled
    return Line(found, asks, own, Side(side) if awaits else None)
