"""What a negotiation keeps."""

from negotiate.rooms.models.caucus import (
    Caucus,
    CaucusDraft,
    CaucusNote,
    StrawMark,
    StrawPoll,
    WouldAccept,
)
from negotiate.rooms.models.filing import (
    Draft,
    EndWord,
    Filing,
    FollowUp,
    Objection,
    Publication,
)
from negotiate.rooms.models.floor import Bound, InformationRequest, Package, SpeechTurn
from negotiate.rooms.models.impasse import Deadlock
from negotiate.rooms.models.ledger import Confirmation, Term, Version
from negotiate.rooms.models.minutes import Approval, Correction
from negotiate.rooms.models.offers import Offer, RecorderWord, Reply
from negotiate.rooms.models.ratification import Ratification
from negotiate.rooms.models.room import AgendaItem, Room, Suspension
from negotiate.rooms.models.sector import BoundEnterprise

__all__ = [
    "AgendaItem",
    "Approval",
    "Bound",
    "BoundEnterprise",
    "Caucus",
    "CaucusDraft",
    "CaucusNote",
    "Confirmation",
    "Correction",
    "Deadlock",
    "Draft",
    "EndWord",
    "Filing",
    "FollowUp",
    "InformationRequest",
    "Objection",
    "Offer",
    "Package",
    "Publication",
    "Ratification",
    "RecorderWord",
    "Reply",
    "Room",
    "SpeechTurn",
    "StrawMark",
    "StrawPoll",
    "Suspension",
    "Term",
    "Version",
    "WouldAccept",
]
