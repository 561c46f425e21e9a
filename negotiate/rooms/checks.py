"""What else of a room can be checked against its record, besides the record itself."""

from collections.abc import Callable

from negotiate.rooms.models import Room

# What other rooms of the house keep of a room's acts: agreements puts its papers here. By the
# name of each thing that was checked, what is wrong with it.
Check = Callable[[Room], dict[str, list[str]]]
_checks: list[Check] = []


def register_check(check: Check) -> None:
    _checks.append(check)


def evidence(room: Room) -> dict[str, list[str]]:
    """Everything that was checked; an empty list says that it holds."""
    found: dict[str, list[str]] = {}
    for check in _checks:
        found |= check(room)
    return found
