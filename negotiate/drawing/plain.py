"""Values that can be trusted to look the same as long as they are equal."""

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

VALUES: Final = (str, int, NoneType, date)
SINGLE: Final = (*VALUES, tuple, frozenset)  # what has no parts to look at


def is_plain(value: Any) -> bool:
    """Whether it can never come to look otherwise and still be equal to what it was."""
    if isinstance(value, (tuple, frozenset)):
        return all(map(is_plain, value))
    kind: Any = type(value)
    return isinstance(value, type) or _is_plain_kind(kind)


@cache
def _is_plain_kind(kind: Any) -> bool:
    """Values, tuples of them, and frozen dataclasses or named tuples whose fields all are such and
    all compare."""
    if get_origin(kind) in (Union, UnionType, tuple, frozenset):
        return all(part is ... or _is_plain_kind(part) for part in get_args(kind))
    if not isinstance(kind, type) or issubclass(kind, (*VALUES, Enum)):
        return isinstance(kind, type)
    made: Any = kind
    if is_dataclass(kind):
        params = made.__dataclass_params__
        if not (params.frozen and params.eq and all(field.compare for field in fields(kind))):
            return False
    elif not issubclass(kind, tuple) or not hasattr(kind, "_fields"):
        return False
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else made._fields
    return all(name in hints and _is_plain_kind(hints[name]) for name in names)
