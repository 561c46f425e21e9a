"""What is wrong with a parameter, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from negotiate.law.refusal import N_, Refused

_SENTENCES: Final[Mapping[str, str]] = {
    "missing": N_("必须写。"),
    "unknown": N_("没有这个参数。"),
    "literal_error": N_("不是可以选的值，可以选的见说明文件。"),
    "bool_parsing": N_("请写 true 或 false。"),
    "day": N_("日期请写成 2026-01-31 的样子。"),
    "int_parsing": N_("请写整数。"),
    "greater_than_equal": N_("太小了，不能小于 %(ge)s。"),
    "less_than_equal": N_("太大了，不能大于 %(le)s。"),
    "too_long": N_("写得太多，最多 %(max_length)s 个。"),
    "string_too_long": N_("太长了，最多 %(max_length)s 个字。"),
    "string_pattern_mismatch": N_("写法不对，怎样写见说明文件。"),
}
_ELSE: Final = N_("写法不对，怎样写见说明文件。")


def mistakes(errors: Sequence[Mapping[str, Any]]) -> dict[str, Refused]:
    """By the name of each parameter what is wrong with it, the first thing only."""
    told: dict[str, Refused] = {}
    for error in errors:
        context = error.get("ctx", {})
        figures = {
            name: str(context[name]) for name in ("ge", "le", "max_length") if name in context
        }
        for name in context.get("names", [_name(error["loc"])]):
            told.setdefault(name, Refused(_SENTENCES.get(error["type"], _ELSE), **figures))
    return told


def _name(place: Sequence[str | int]) -> str:
    """The last name in pydantic's way to the value; numbers are places in a list."""
    return next(str(part) for part in reversed(place) if isinstance(part, str))
