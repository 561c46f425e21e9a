"""What is told from: an act as the record keeps it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from negotiate.law.words import Side

LOCAL = ZoneInfo("Asia/Shanghai")
Fact = dict[str, Any]
Tell = Callable[[Fact, Fact], str]
"""From who did it and what it was to a Chinese sentence."""


def written(at: datetime) -> str:
    """A time as a Chinese paper writes it."""
    local = at.astimezone(LOCAL)
    return f"{local.year}年{local.month}月{local.day}日{local.hour}时{local.minute:02}分"


def side_of(fact: Fact) -> str:
    return Side(fact["side"]).label if fact.get("side") else ""
