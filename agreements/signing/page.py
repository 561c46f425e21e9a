"""What the page of a paper shows to a seat: the agreed terms first, each with what its last version
changed; then the whole text; and for a signer the place to sign."""

from dataclasses import dataclass
from typing import Any, Final

from agreements.papers.actions import text_of
from agreements.papers.composing import agreed_terms
from agreements.papers.models import Paper
from agreements.papers.standing import awaits_hands, standing_of
from agreements.papers.text import Clause
from agreements.signing.circumstances import intent_of, served
from agreements.signing.completing import is_unstamped
from agreements.signing.initials import may_initial
from agreements.signing.scan_models import ScanFile
from agreements.signing.waiting import is_in_ink, missing
from negotiate.law.words import Action, Stage
from negotiate.people.models import Seat
from negotiate.rooms.sight.lineage import on_tables
from negotiate.rooms.sight.seen import VersionView

# While these stand, the room's agreed terms are those of its newest paper.
STANDS: Final = frozenset(
    {Stage.SUMMED_UP, Stage.DRAFTED, Stage.RATIFYING, Stage.RATIFIED, Stage.SIGNED}
)


@dataclass(frozen=True)
class AgreedTerm:
    """A clause of the paper, and the version that it was agreed as: `before` is the one that
    this one answered."""

    clause: Clause
    now: VersionView
    before: VersionView | None


def page_of(seat: Seat, paper: Paper) -> dict[str, Any]:
    waiting = missing(paper) if awaits_hands(paper) else []
    to_sign = seat in waiting and seat.may(Action.SIGN)
    refusals = list(paper.refusals.select_related("seat__person"))
    standing = [refusal for refusal in refusals if refusal.withdrawn_at is None]
    page = {
        "seat": seat,
        "paper": paper,
        "terms": terms_of(paper),
        "lines": [line.split("\t") for line in paper.frozen["lines"].split("\n")],
        "waiting": waiting,
        "standing": standing_of(paper),
        "to_initial": may_initial(seat, paper),
        "to_sign": to_sign,
        "refusals": refusals,
        "refuses": any(refusal.seat_id == seat.pk for refusal in standing),
        "to_scan": _may_bring(seat, paper) and not standing,
        "brought": _is_brought(paper),
        "in_ink": is_in_ink(paper),
        "unstamped": awaits_hands(paper) and is_unstamped(paper),
        "stamps": seat.may(Action.STAMP),
    }
    return page | (_to_sign(seat, paper) if to_sign else {})


def _is_brought(paper: Paper) -> bool:
    """Whether there is a scan to look at; a draft is none any more once a hand came by phone."""
    there = ScanFile.objects.filter(scan__paper=paper).exists()
    return there and (is_in_ink(paper) or not paper.signatures.exists())


def _may_bring(seat: Seat, paper: Paper) -> bool:
    """Ink is open to a paper with nobody's hand on it."""
    signed = paper.signatures.exists() or is_in_ink(paper)
    return seat.may(Action.UPLOAD_SCAN) and not signed


def _to_sign(seat: Seat, paper: Paper) -> dict[str, Any]:
    """What whoever signs agrees to, and what brings it back."""
    intent = intent_of(paper)
    return {"intent": intent, "served": served(seat, paper, intent)}


def terms_of(paper: Paper) -> list[AgreedTerm]:
    """The paper's clauses, with how they came to be; nothing where the talks have left it."""
    room = paper.room
    if room.is_at not in STANDS:
        return []
    lying = on_tables([room.pk])[room.pk]
    clauses = zip(agreed_terms(room), text_of(paper).clauses, strict=True)
    return [
        AgreedTerm(clause, lying[term.pk].now, lying[term.pk].before)
        for (term, _), clause in clauses
    ]
