"""How far a county's archive is written or read: of what, and how much of it is done."""

from collections.abc import Callable

Told = Callable[[str, int], object]


def nobody(what: str, done: int) -> None:
    """Nobody wants to know."""
