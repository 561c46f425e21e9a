"""What other rooms of the house add to the home page of an office."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from negotiate.people.models import Account

Part = Callable[[HttpRequest, Account], dict[str, Any]]
_parts: list[Part] = []


def register_part(part: Part) -> None:
    """Names for the home page's template, made anew for each request."""
    _parts.append(part)


def parts_for(request: HttpRequest, account: Account) -> dict[str, Any]:
    return {name: value for part in _parts for name, value in part(request, account).items()}
