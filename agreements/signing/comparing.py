"""Comparing the scan with the text, point by point. Whoever may bring the scan compares; so may
both chiefs, and what one of them found wrong nobody else declares right. That a side has signed and
sealed is said by its own people."""

from collections import defaultdict
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Final

from agreements.papers.actions import lines_in_ink, text_of
from agreements.papers.models import Paper
from agreements.signing.points import Point, points, points_laid_out
from agreements.signing.scan_draft import required
from agreements.signing.scan_models import Finding, Scan
from agreements.signing.waiting import paper_of
from negotiate import moment
from negotiate.law.legible import is_legible, tidied
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Action
from negotiate.people.models import Seat
from negotiate.rooms.order import Order, ordered, privately

LONGEST: Final = Finding._meta.get_field("differs").max_length or 0
CHANGED: Final = N_("扫描件刚换过页，请看清现在的扫描件再回答。")


@dataclass(frozen=True)
class Compared:
    """A point, and what people found there: on these pages, or on others before."""

    point: Point
    agreed: tuple[Finding, ...] = ()
    differs: tuple[Finding, ...] = ()
    before: tuple[Finding, ...] = ()

    @property
    def is_settled(self) -> bool:
        """A word that it differs stands, through changes of pages, until its owner takes it
        back. A side's hands and seals are settled by its own people alone."""
        heard = (one.seat.side for one in self.agreed)
        return any(self.point.side in ("", side) for side in heard) and not self.differs


def points_of(paper: Paper) -> tuple[Point, ...]:
    """As they are printed for ink; hands and seals with the side that they belong to."""
    signers = paper.frozen["signers"]
    sides = dict(Seat.objects.filter(pk__in=signers).values_list("pk", "side"))
    of_places = ["", *(sides.get(key, "") for key in signers)]
    return tuple(replace(point, side=of_places[point.place]) for point in _printed(paper))


def _printed(paper: Paper) -> tuple[Point, ...]:
    text = replace(text_of(paper), grade="C")
    if paper.layout is None:
        return points(text)
    return points_laid_out(text, lines_in_ink(paper))


def compared(paper: Paper, scan: Scan) -> list[Compared]:
    """Every point of the paper, in order."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in scan.findings.select_related("seat__person"):
        found[finding.point].append(finding)
    return [_compared(point, found[point.key], scan.edition) for point in points_of(paper)]


def _compared(point: Point, findings: Iterable[Finding], edition: int) -> Compared:
    agreed = [one for one in findings if one.agrees]
    return Compared(
        point=point,
        agreed=tuple(one for one in agreed if one.edition == edition),
        differs=tuple(one for one in findings if not one.agrees),
        before=tuple(one for one in agreed if one.edition != edition),
    )


def find(seat: Seat, *, point: str, edition: int, differs: str | None = None) -> None:
    """Say that the scan agrees with the text at this point, or in what it `differs`. Only that
    something differs, or does no more, is news and goes into the record; all that agreed is told
    there when the scan is accepted."""
    why = "" if differs is None else _legible(differs)
    with _heard(seat, point, why) as order:
        paper = paper_of(seat)
        scan = required(paper)
        about = {each.key: each for each in points_of(paper)}.get(point)
        if about is None:
            raise Refused("这份文本里没有这一处，请刷新页面。")
        if edition != scan.edition:
            raise Refused(CHANGED)
        said = {"differs": why, "edition": edition, "at": moment.now()}
        scan.findings.update_or_create(point=point, seat=order.seat, defaults=said)
        order.note(point=about.heading, agrees=not why, differs=why)


def _heard(seat: Seat, point: str, why: str) -> AbstractContextManager[Order]:
    """Whether it is an act before everybody."""
    own = Finding.objects.filter(scan__paper__room=seat.room_id, point=point, seat=seat)
    if why or own.exclude(differs="").exists():
        return ordered(seat, Action.COMPARE_SCAN)
    return privately(seat, Action.COMPARE_SCAN)


def _legible(differs: str) -> str:
    why = tidied(differs)
    if not why or len(why) > LONGEST or not is_legible(why):
        raise Refused("请用一句话写明哪里不符，最多 %(most)s 个字。", most=LONGEST)
    return why
