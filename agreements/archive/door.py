"""Whose agreement this is: a page about one asks here first."""

from typing import Final

from agreements.archive.models import Card, Clause
from agreements.archive.reader import Reader
from negotiate.law.refusal import N_
from negotiate.people.door import NoEntry

NONE: Final = N_("没有这份文件，或者您不能查看。")

UNREAD: Final = (
    "paper__docx", "paper__prepared", "paper__frozen", "paper__room__profile",
    "old__content", "old__text",
)  # fmt: skip


def card_at(key: int, reader: Reader) -> Card:
    """The card of this key, if it is in reach. Raises NoEntry otherwise."""
    beside = ("enterprise", "federation", "paper__room", "paper__evidence", "old")
    held = Card.objects.select_related(*beside).defer(*UNREAD).filter(key=key)
    found = held.first() if key < 1 << 63 else None
    if found is None or not reader.may_read(found):
        raise NoEntry(NONE)
    return found


def clause_at(key: int, reader: Reader) -> Clause:
    """The clause of this key, if its agreement is in reach. Raises NoEntry otherwise."""
    held = Clause.objects.select_related("card__enterprise").filter(pk=key)
    found = held.first() if key < 1 << 63 else None
    if found is None or not reader.may_read(found.card):
        raise NoEntry(NONE)
    return found
