"""What signing adds to a room's board: its paper, who has signed, who is awaited."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

from django.db.models import Q

from agreements.papers.models import Paper
from agreements.signing.models import Certificate, Initial, Refusal, Signature
from agreements.signing.scan_models import ScanFile
from negotiate.asked import Asked
from negotiate.law.words import Capacity, Stage
from negotiate.rooms.sight.board import Board
from negotiate.rooms.sight.facts import RoomView
from negotiate.rooms.sight.hands import Hands, RefusalView
from negotiate.rooms.sight.people import SeatView

_PAPER: Final = Asked(
    lambda room: Paper.objects.of_room(room).values_list(
        "pk", "completed_at", "frozen__signers", "title", "number", "grade", "kind", "digest",
        "starts_on", "ends_on",
    )[:1]
)  # fmt: skip
_SIGNED: Final = Asked(
    lambda paper: Signature.objects.filter(paper=paper).values_list("seat", "remote")
)
_UNFINISHED: Final = Asked(
    lambda paper: (
        Certificate.objects.filter(Q(value=None) | Q(token=None), paper=paper)
        .annotate(unsigned=Q(value=None))
        .values_list("seat", "unsigned")
    )
)
_INITIALLED: Final = Asked(lambda paper: Initial.objects.filter(paper=paper).values_list("seat"))
_REFUSED: Final = Asked(
    lambda paper: Refusal.objects.filter(paper=paper).values_list(
        "seat", "reason", "at", "withdrawn_at"
    )
)
# Whether pages of the paper signed in ink lie there, and whether they were accepted.
_BROUGHT: Final = Asked(
    lambda paper: ScanFile.objects.filter(scan__paper=paper).values_list("scan__accepted_at")[:1]
)

_S: Final = Stage
_SIGNING: Final = frozenset({_S.SUMMED_UP, _S.RATIFIED})
_SHOWN: Final = frozenset(
    {
        _S.SUMMED_UP, _S.DRAFTED, _S.RATIFYING, _S.RATIFIED, _S.SIGNED, _S.FILED, _S.OBJECTED,
        _S.EFFECTIVE, _S.PERFORMING, _S.SUPERSEDED, _S.TERMINATED, _S.EXPIRED,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PaperView:
    title: str
    number: str
    grade: str
    kind: str
    digest: str
    starts_on: date | None
    ends_on: date | None


class _Read(NamedTuple):
    """Of one paper, by seat: whose hand is on it, and whether it came from elsewhere; whose is not;
    whose phone has still to sign with the key that it keeps; whether the time authority has still
    to stamp; all refusals there ever were, as `RefusalView` has them; whether a scan waits to be
    compared; and whether all have signed, on phones or in ink."""

    given: dict[int, bool]
    waiting: set[int]
    phones: set[int]
    unstamped: bool
    refused: list[tuple[Any, ...]]
    brought: bool
    all_given: bool


def signing_panel(room: RoomView) -> Callable[[Board], dict[str, Any]]:
    """Read once for all who look at the room; what each of them is shown."""
    if room.is_at not in _SHOWN:
        return lambda board: {}
    for paper, completed_at, signers, *facts in _PAPER.of(room.pk):
        hands = _INITIALLED if room.is_at is Stage.DRAFTED else _SIGNED
        given = {seat: any(remote) for seat, *remote in hands.of(paper)}
        awaited = room.is_at is not Stage.RATIFYING and not completed_at
        signing = room.is_at in _SIGNING
        brought = _BROUGHT.of(paper) if signing and not given else []
        in_ink = any(accepted_at for (accepted_at,) in brought)
        waiting = set(signers) - set(given) if awaited and not in_ink else set()
        all_given = signing and not waiting
        unfinished = _UNFINISHED.of(paper) if all_given else []
        phones = {seat for seat, unsigned in unfinished if unsigned}
        refused = _REFUSED.of(paper) if signing else []
        unstamped = bool(unfinished and not phones)
        to_compare = bool(brought) and not in_ink
        read = _Read(given, waiting, phones, unstamped, refused, to_compare, all_given)
        return lambda board: _panel(board, PaperView(*facts), read)
    return lambda board: {}


def _panel(board: Board, paper: PaperView, read: _Read) -> dict[str, Any]:
    """`signed_by`, `awaited`: whose hand is on the paper, and whose is missing; of a draft, the
    chiefs' initials. `signed_remotely`: whose, by the seat's key, came from elsewhere. `hands`: who
    refuses his. `one_of_many`: who looks shares this page with others who may be asked as well.
    `phones`: whose phone has still to sign. `scan_waits`: a scan waits to be compared."""
    seats = {seat.pk: seat for seat in board.seats}
    refusals = [RefusalView(seats[seat], *rest) for seat, *rest in read.refused if seat in seats]
    refusing = tuple(refusal.seat for refusal in refusals if refusal.withdrawn_at is None)
    missing = tuple(seat for seat in board.seats if seat.pk in read.waiting)
    awaited = tuple(seat for seat in missing if seat not in refusing)
    asked = tuple(seat for seat in board.seats if seat.pk in {*read.given, *read.waiting})
    signed = bool(read.given) or read.all_given
    hands = Hands(signed, asked, awaited, tuple(refusals), read.unstamped, read.all_given)
    sealing = tuple(seat for seat in board.seats if seat.pk in read.phones)
    return {
        "paper": paper,
        "signed_by": tuple(seats[seat] for seat in read.given if seat in seats),
        "signed_remotely": tuple(seat for seat, remote in read.given.items() if remote),
        "awaited": awaited,
        "hands": hands,
        "i_must_sign": _is_among(board, awaited),
        "i_refuse": _is_among(board, refusing),
        "one_of_many": Capacity.REPRESENTATIVE in board.capacities,
        "phones": sealing,
        "my_phone_must_sign": _is_among(board, sealing),
        "scan_waits": read.brought,
    }


def _is_among(board: Board, seats: tuple[SeatView, ...]) -> bool:
    """Whether one of them is who looks."""
    return any(
        seat.side == board.audience.side and Capacity(seat.capacity) in board.capacities
        for seat in seats
    )
