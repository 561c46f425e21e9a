"""Rules as people read them: line by line, and place beside place."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from negotiate.law.composition import ADVISERS_ONLY, share_in_words
from negotiate.law.profiles import GROUPS, KEYS, UNITS, Key, Profile, Value, codes, profile
from negotiate.law.refusal import N_

Translate = Callable[[str], str]
YES: Final = N_("是")
NO: Final = N_("否")
ADVISERS: Final = N_("只能当顾问")


@dataclass(frozen=True)
class Line:
    """One rule; no `value` where nothing states one. `is_own`: this place has changed it."""

    key: Key
    value: Value | None
    said: str
    is_own: bool = False

    @property
    def follows(self) -> str:
        """The name of the general rule that holds where no special one for wages is stated."""
        general = KEYS.get(self.key.code.removesuffix("_wages"))
        return general.label if general and general != self.key and not self.value else ""


@dataclass(frozen=True)
class Group:
    label: str
    lines: tuple[Line, ...]

    @property
    def unverified(self) -> int:
        return sum(line.value is not None and not line.value.verified for line in self.lines)


@dataclass(frozen=True)
class Place:
    """A column of the comparison. `is_chosen`: the one that a phone shows."""

    code: str
    name: str
    is_chosen: bool


@dataclass(frozen=True)
class Cell:
    place: Place
    line: Line


@dataclass(frozen=True)
class Row:
    key: Key
    cells: tuple[Cell, ...]


def said(key: Key, value: Value | None, translate: Translate) -> str:
    """The value in words; nothing where none is stated."""
    if value is None:
        return ""
    if isinstance(value.value, bool):
        return translate(YES if value.value else NO)
    if isinstance(value.value, int):
        unit = translate(UNITS[value.unit]).strip()
        return f"{value.value} {unit}" if unit.isascii() else f"{value.value}{unit}"
    if isinstance(value.value, str):
        return translate(key.words[value.value])
    if key.code == "experts" and value.value == ADVISERS_ONLY:
        return translate(ADVISERS)
    return share_in_words(*value.value)


def groups(
    rules: Profile, translate: Translate, own: Iterable[str] = frozenset(), *, all_: bool = False
) -> tuple[Group, ...]:
    """What is ruled, in the order of a negotiation; `all_` lists what nothing states as well.
    `own`: the keys changed here."""
    changed = frozenset(own)
    found = []
    for label, keys in GROUPS:
        stated = (key for key in keys if all_ or rules.of(key.code))
        lines = (_line(key, rules, translate, key.code in changed) for key in stated)
        found.append(Group(label, tuple(lines)))
    return tuple(found)


def _line(key: Key, rules: Profile, translate: Translate, is_own: bool = False) -> Line:
    value = rules.of(key.code)
    return Line(key, value, said(key, value, translate), is_own)


def places(chosen: str) -> tuple[Place, ...]:
    """The columns, the chosen one first: the default, if `chosen` is none of them."""
    code = chosen if chosen in codes() else codes()[0]
    in_order = (code, *(other for other in codes() if other != code))
    return tuple(Place(one, profile(one).name, one == code) for one in in_order)


def compared(
    columns: tuple[Place, ...], translate: Translate
) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """Group by group, each rule with what every place says; a rule that none has is left out."""
    found = []
    for label, keys in GROUPS:
        rows = (Row(key, _cells(key, columns, translate)) for key in keys)
        stated = tuple(row for row in rows if any(cell.line.value for cell in row.cells))
        found.append((label, stated))
    return tuple(found)


def _cells(key: Key, columns: tuple[Place, ...], translate: Translate) -> tuple[Cell, ...]:
    return tuple(Cell(place, _line(key, profile(place.code), translate)) for place in columns)
