"""That a room's rules are those it was made under: the record has their hash from the first day."""

import json
from typing import Any

from negotiate.law.canonical import digest
from negotiate.law.words import Action
from negotiate.rooms.models import Room


def noted(room: Room) -> dict[str, Any]:
    """What the record keeps of the rules of a room that is being made."""
    return {"place_rules": room.profile["name"], "place_rules_digest": digest(room.profile)}


def faults(room: Room) -> list[str]:
    """What is wrong with the rules; nothing can be said of a room made before they were noted."""
    for entry in room.book.entries.order_by("number"):
        act = _read(entry.body)
        if act.get("action") == Action.SCHEDULE:
            said = act["data"].get("place_rules_digest")
            if said is not None and said != digest(room.profile):
                return ["the rules were changed after the room was made"]
            return []
    return []


def _read(body: str) -> dict[str, Any]:
    """An act; nothing of an entry that was spoiled, which the chain itself names."""
    try:
        act = json.loads(body)
    except ValueError:
        return {}
    return act if isinstance(act, dict) else {}
