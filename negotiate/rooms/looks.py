"""Noticing what is looked at while a part of a page is drawn."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from operator import attrgetter
from types import NoneType
from typing import Any, Final

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
        self._seen.setdefault(name, set())
        return name in self._context

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
    """Whether it can never come to look otherwise without becoming unequal to what it was."""
    if isinstance(value, (tuple, frozenset)):
        return all(map(is_plain, value))
    if is_dataclass(value) and not isinstance(value, type):
        parameters = value.__dataclass_params__  # type: ignore[attr-defined]
        sound = parameters.frozen and parameters.eq
        return sound and all(is_plain(getattr(value, field.name)) for field in fields(value))
    return isinstance(value, (*SINGLE, Enum, type))
