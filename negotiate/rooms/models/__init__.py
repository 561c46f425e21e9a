"""What a negotiation keeps."""

from negotiate.rooms.models.ledger import Confirmation, Term, Version
from negotiate.rooms.models.room import AgendaItem, Room, Suspension

__all__ = ["AgendaItem", "Confirmation", "Room", "Suspension", "Term", "Version"]
