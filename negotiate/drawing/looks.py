"""Noticing what is looked at while a part of a page is drawn."""

from collections.abc import Callable, Collection, Iterator, Mapping
from operator import attrgetter
from typing import Any, Final

from django.template.context import Context

from negotiate.drawing.plain import SINGLE

MISSING: Final = ("there is nothing of this name",)


class Looks:
    """What one drawing looks at in a context. It lies in the context's place."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._found: dict[str, Any] = {}
        self._seen: dict[str, set[str]] = {}
        self.are_plain = True

    def context(self) -> Context:
        """The same context, where every look is noticed; what a template sets stays inside."""
        watched = self._context.new()
        watched.dicts.append(self)
        watched.dicts.append({})
        return watched

    def are_within(self, manner: "Manner") -> bool:
        """Whether nothing else was looked at than ever before."""
        looked = manner.looked
        return all(n in looked and seen <= looked[n] for n, seen in self._seen.items())

    def besides(self, manner: "Manner") -> "Manner":
        """Everything that was looked at before, and now."""
        looked = manner.looked
        nothing: frozenset[str] = frozenset()
        names = {*looked, *self._seen}
        return Manner({n: looked.get(n, nothing) | self._seen.get(n, nothing) for n in names})

    def __contains__(self, name: str) -> bool:
        """A loop around a part is not its own: what it needs of that is given to it by name."""
        if name not in self._found:
            self._find(name)
        return self._found[name] is not MISSING

    def __getitem__(self, name: str) -> Any:
        return self._found[name]

    def _find(self, name: str) -> None:
        if name == "forloop":
            self._found[name] = MISSING
            return
        seen = self._seen[name] = set()
        thing = self._context.get(name, MISSING)
        if not isinstance(thing, SINGLE):
            outer = thing._notes if isinstance(thing, Watched) else ()
            thing = Watched(bare(thing), (*outer, (self, seen)))
        self._found[name] = thing


class Watched:
    """Stands before a thing with attributes, or a dict's items, and notes which are looked at.
    Whatever else is done with the thing can't be noticed: then what is drawn is not kept."""

    def __init__(self, thing: Any, notes: tuple[tuple[Looks, set[str]], ...]) -> None:
        self._thing, self._notes = thing, notes

    def _note(self, names: Collection[str]) -> None:
        for _, seen in self._notes:
            seen.update(names)

    def __getattr__(self, name: str) -> Any:
        """Only called for what was not looked at before."""
        self._note([name])
        value = self.__dict__[name] = getattr(self._thing, name)
        return value

    def __getitem__(self, key: Any) -> Any:
        """What a template asks first: of a thing without items it would ask the attribute next."""
        if isinstance(self._thing, dict):
            self._note([key])
            return self._thing[key]
        return self._whole()[key] if hasattr(self._thing, "__getitem__") else getattr(self, key)

    def __bool__(self) -> bool:
        kind = type(self._thing)
        return not (hasattr(kind, "__bool__") or hasattr(kind, "__len__")) or bool(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def __iter__(self) -> Iterator[Any]:
        return iter(self._whole())

    def __contains__(self, item: object) -> bool:
        return item in self._whole()

    def __eq__(self, other: object) -> bool:
        return bool(self._whole() == other)

    def __hash__(self) -> int:
        return hash(self._whole())

    def __str__(self) -> str:
        return str(self._whole())

    def _whole(self) -> Any:
        for looks, _ in self._notes:
            looks.are_plain = False
        return self._thing


def bare(thing: Any) -> Any:
    return thing._thing if isinstance(thing, Watched) else thing


class Manner:
    """How everything is that was looked at; of what is no single value, how its parts are."""

    def __init__(self, looked: Mapping[str, frozenset[str]]) -> None:
        self.looked = looked
        self._all = [
            (name, parts, _getter(parts))
            for name, parts in ((name, tuple(parts)) for name, parts in looked.items())
        ]

    def of(self, context: Context) -> tuple[Any, ...]:
        """Equal to another of this manner only if it looks the same."""
        found: list[Any] = []
        for name, parts, get in self._all:
            thing = context.get(name, MISSING)
            if isinstance(thing, SINGLE):
                found.append((thing.__class__, thing))
            elif get is None:
                found.append(None)
            else:
                values = _parts(thing, parts, get)
                found.append((values, tuple(map(type, values))))
        return tuple(found)


def _getter(parts: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]] | None:
    """Gives all of these at once, and in a tuple even one: the first comes twice."""
    return attrgetter(parts[0], *parts) if parts else None


def _parts(
    thing: Any, parts: tuple[str, ...], get: Callable[[Any], tuple[Any, ...]]
) -> tuple[Any, ...]:
    if isinstance(thing, Watched):
        thing._note(parts)
        thing = thing._thing
    if isinstance(thing, dict):
        return tuple(thing.get(part, MISSING) for part in parts)
    try:
        return get(thing)
    except AttributeError:
        return tuple(getattr(thing, part, MISSING) for part in parts)
