"""Noticing what is looked at while a part of a page is drawn."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from django.template.context import Context

Looked = Mapping[str, tuple[str, ...]]
"""Names in a context; of a thing that is no single value, which of its attributes or items too."""

MISSING: Final = ("there is nothing of this name",)
SINGLE: Final = (str, int, NoneType, tuple, frozenset, date, Decimal)


class Looks:
    """What one drawing looks at in a context. It lies in the context's place."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._seen: dict[str, set[str]] = {}
        self.are_plain = True

    def context(self) -> Context:
        """The same context, where every look is noticed; what a template sets stays inside."""
        watched = self._context.new(self)
        watched.dicts.append({})
        return watched

    def besides(self, looked: Looked) -> Looked:
        """Everything in `looked`, and what was looked at now."""
        names = {*looked, *self._seen}
        return {n: tuple(sorted({*looked.get(n, ()), *self._seen.get(n, ())})) for n in names}

    def __contains__(self, name: str) -> bool:
        """A loop around a part is not its own: what it needs of that is given to it by name."""
        if name == "forloop":
            return False
        self._seen.setdefault(name, set())
        return self._context.get(name, MISSING) is not MISSING

    def __getitem__(self, name: str) -> Any:
        thing = self._context[name]
        if isinstance(thing, SINGLE):
            return thing
        outer = thing.notes if isinstance(thing, Watched) else ()
        return Watched(bare(thing), (*outer, (self, self._seen[name])))


class Watched:
    """Stands before a thing with attributes, or a dict's items, and notes which are looked at.
    Whatever else is done with the thing can't be noticed: then what is drawn is not kept."""

    def __init__(self, thing: Any, notes: tuple[tuple[Looks, set[str]], ...]) -> None:
        self.thing, self.notes = thing, notes

    def note(self, names: Collection[str]) -> None:
        for _, seen in self.notes:
            seen.update(names)

    def __getattr__(self, name: str) -> Any:
        self.note([name])
        return getattr(self.thing, name)

    def __getitem__(self, key: Any) -> Any:
        if isinstance(self.thing, dict):
            self.note([key])
        elif hasattr(self.thing, "__getitem__"):
            self.whole()
        return self.thing[key]

    def __bool__(self) -> bool:
        kind = type(self.thing)
        return not (hasattr(kind, "__bool__") or hasattr(kind, "__len__")) or bool(self.whole())

    def __len__(self) -> int:
        return len(self.whole())

    def __iter__(self) -> Iterator[Any]:
        return iter(self.whole())

    def __contains__(self, item: object) -> bool:
        return item in self.whole()

    def __eq__(self, other: object) -> bool:
        return bool(self.whole() == other)

    def __hash__(self) -> int:
        return hash(self.whole())

    def __str__(self) -> str:
        return str(self.whole())

    def whole(self) -> Any:
        for looks, _ in self.notes:
            looks.are_plain = False
        return self.thing


def bare(thing: Any) -> Any:
    return thing.thing if isinstance(thing, Watched) else thing


def look(context: Context, name: str, parts: tuple[str, ...]) -> Any:
    """How what was looked at is now: equal only if it looks the same."""
    thing = context.get(name, MISSING)
    if isinstance(thing, SINGLE):
        return type(thing), thing
    if isinstance(thing, Watched):
        thing.note(parts)
        thing = thing.thing
    if isinstance(thing, dict):
        return tuple(thing.get(part, MISSING) for part in parts)
    try:
        return attrgetter(*parts)(thing) if parts else ()
    except AttributeError:
        return tuple(getattr(thing, part, MISSING) for part in parts)


def is_plain(value: Any) -> bool:
    """Whether it can never come to look otherwise and still be equal to what it was."""
    if isinstance(value, (tuple, frozenset)):
        return all(map(is_plain, value))
    return isinstance(value, type) or _is_plain_kind(type(value))


@cache
def _is_plain_kind(kind: Any) -> bool:
    """Values, tuples of them, and frozen dataclasses whose fields all are such and all compare."""
    if get_origin(kind) in (Union, UnionType, tuple, frozenset):
        return all(part is ... or _is_plain_kind(part) for part in get_args(kind))
    if not isinstance(kind, type) or not is_dataclass(kind):
        return isinstance(kind, type) and issubclass(kind, (*SINGLE, Enum)) and kind is not tuple
    hints = get_type_hints(kind)
    made: Any = kind
    sound = made.__dataclass_params__.frozen and made.__dataclass_params__.eq
    return sound and all(f.compare and _is_plain_kind(hints[f.name]) for f in fields(kind))
