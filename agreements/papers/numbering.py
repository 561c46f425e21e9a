"""How official papers count: 一、（一）1."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """1–99 in Chinese: 十, 二十一. Raises ValueError outside that range."""
    if not 1 <= number <= 99:
        raise ValueError(f"no Chinese ordinal for {number}")
    tens, units = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[units] if units else "")


def section(number: int) -> str:
    """First level: 一、"""
    return f"{chinese(number)}、"


def clause(number: int) -> str:
    """Second level: （一）"""
    return f"（{chinese(number)}）"


def item(number: int) -> str:
    """Third level: 1."""
    return f"{number}."
