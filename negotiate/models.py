"""All models of the app in one place, where Django looks for them; each lives in its room."""

from negotiate.ballots.models import (
    BallotPaper,
    CountConfirmation,
    HandCount,
    Poll,
    RecordedVote,
    RollEntry,
    Turnout,
)
from negotiate.matters.models import Matter, Screening
from negotiate.people.models import Account, Enterprise, Federation, Person, Seat
from negotiate.record.models import Book, Entry
from negotiate.rooms.imports import RollImport
from negotiate.rooms.models import (
    AgendaItem,
    BoundEnterprise,
    Confirmation,
    Deadlock,
    Offer,
    Ratification,
    RecorderWord,
    Room,
    Suspension,
    Term,
    Version,
)

__all__ = [
    "Account",
    "AgendaItem",
    "BallotPaper",
    "Book",
    "BoundEnterprise",
    "Confirmation",
    "CountConfirmation",
    "Deadlock",
    "Enterprise",
    "Entry",
    "Federation",
    "HandCount",
    "Matter",
    "Offer",
    "Person",
    "Poll",
    "Ratification",
    "RecordedVote",
    "RecorderWord",
    "RollEntry",
    "RollImport",
    "Room",
    "Screening",
    "Seat",
    "Suspension",
    "Term",
    "Turnout",
    "Version",
]
