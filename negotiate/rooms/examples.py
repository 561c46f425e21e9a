"""What others agreed for a term like this: somebody who drafts one may begin with it. It binds
nobody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from negotiate.law import terms
from negotiate.law.terms import Kind, Value, history
from negotiate.rooms.models import Room, Term


@dataclass(frozen=True)
class Example:
    """One agreed term. `key`: under which it can be asked for again; `of`: the enterprise, and
    `is_own` whether that is the room's; `said`: what was agreed, in a few words."""

    key: str
    of: str
    is_own: bool
    industry: str
    on: date
    said: str
    value: Value


# Agreements puts here what the archive holds. It is given the room and what kind of matter and of
# term is drafted, and gives only what everybody at that table may read.
Source = Callable[[Room, str, Kind], Sequence[Example]]
_sources: list[Source] = []


def register_examples(source: Source) -> None:
    _sources.append(source)


def examples(room: Room, term_id: int, kind: Kind) -> list[Example]:
    """Give the best examples for a term, the nearest first."""
    matter = Term.objects.values_list("item__matter__kind", flat=True).get(pk=term_id)
    return [each for source in _sources for each in source(room, matter, kind)]


def begun_with(found: Sequence[Example], kind: Kind, key: str, onto: Value) -> Value:
    """The sheet of the example of this key, in place of `onto`, of which stays what an example has
    nothing of; `onto` itself, if there is no such example."""
    example = next((each for each in found if each.key == key), None)
    if example is None:
        return onto
    value = terms.completed(kind.code, example.value)
    taken = history.carried(kind, value) if example.is_own else history.borrowed(kind, value)
    fixed = {f.name: onto[f.name] for f in kind.fields if f.fixed and onto.get(f.name)}
    return {**onto, **taken, **fixed}
