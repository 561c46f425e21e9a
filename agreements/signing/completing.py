"""The end of a paper's signing: when nothing is awaited any more it is sealed, in the same act."""

from functools import partial

from django.db.models import QuerySet
from django.dispatch import Signal

from agreements.papers.actions import complete
from agreements.papers.models import Paper
from agreements.papers.text import Grade
from agreements.signing.models import Certificate
from agreements.signing.sealing import sealed
from agreements.signing.waiting import is_in_ink
from negotiate import moment
from negotiate.law.words import Action
from negotiate.people.models import Seat
from negotiate.rooms.order import Order, ordered

# Sent inside the transaction that completes a paper, its record written. A receiver that raises
# Refused stops the act.
completed = Signal()


def awaited_of(paper: Paper) -> QuerySet[Certificate]:
    """The signatures that a prepared paper still waits for, each from a phone."""
    return paper.certificates.filter(value=None)


def unstamped_of(paper: Paper) -> QuerySet[Certificate]:
    """The signatures that the time authority has still to stamp."""
    return paper.certificates.filter(token=None)


def is_unstamped(paper: Paper) -> bool:
    """Whether all it waits for is the time authority's word."""
    return unstamped_of(paper).exists() and not awaited_of(paper).exists()


def seal_if_whole(order: Order, seat: Seat, paper: Paper) -> None:
    """The last phone's signature, or the time authority's word, completes it."""
    if not (awaited_of(paper).exists() or unstamped_of(paper).exists()):
        order.then(partial(_complete, seat, paper))


def _complete(seat: Seat, paper: Paper) -> None:
    grade: Grade = "C" if is_in_ink(paper) else "B"
    with ordered(seat, Action.COMPLETE) as order:
        file = sealed(paper)
        complete(paper, grade, file, paper.prepared_at or moment.now())
        order.note(
            number=paper.number,
            grade=grade,
            sha256=paper.sha256,
            certificates=[one.fingerprint for one in paper.certificates.all()],
        )
        order.then(partial(_completed, paper))


def _completed(paper: Paper) -> None:
    """Its completion is written down: whoever keeps something of that is told, in the same act."""
    completed.send(Paper, paper=paper)
