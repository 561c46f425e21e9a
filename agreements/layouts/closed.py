"""The language of tags, closed: values can be shown, looped over and asked about. Nothing can be
called, no attribute of an object reached, no file included."""

from __future__ import annotations

from typing import Any, Final, NoReturn

from jinja2 import FunctionLoader, StrictUndefined, Undefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from agreements.layouts.filters import filters

_LOOP: Final = frozenset({"first", "index", "index0", "last", "length"})


class Closed(ImmutableSandboxedEnvironment):
    """For one paper: its headings are counted."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_shown,
            loader=FunctionLoader(_nothing),
        )
        self.globals.clear()
        self.filters = filters()

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        if isinstance(obj, dict):
            return self.getitem(obj, attribute)
        if isinstance(obj, Undefined):
            return super().getattr(obj, attribute)
        raise SecurityError(attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, dict):
            if argument in obj:
                return obj[argument]
            return self.undefined(obj=obj, name=argument)
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        return super().getitem(obj, argument)

    def call(self, __context: Context, __obj: Any, *_: Any, **__: Any) -> NoReturn:
        raise SecurityError(getattr(__obj, "__name__", type(__obj).__name__))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> NoReturn:
        raise SecurityError(operator)


def _shown(value: Any) -> Any:
    """An empty place is shown as nothing."""
    return "" if value is None else value


def _nothing(name: str) -> NoReturn:
    raise SecurityError(name)
