"""What else a county keeps that can be checked against a book, besides its rules."""

from collections.abc import Callable

from negotiate.people.models import Federation

# What other rooms of the house keep of a county: agreements puts its layouts here. By the name of
# each thing that was checked, what is wrong with it.
Check = Callable[[Federation], dict[str, list[str]]]
_checks: list[Check] = []


def register_county_check(check: Check) -> None:
    _checks.append(check)


def kept_besides(federation: Federation) -> dict[str, list[str]]:
    """Everything that was checked; an empty list says that it holds."""
    found: dict[str, list[str]] = {}
    for check in _checks:
        found |= check(federation)
    return found
