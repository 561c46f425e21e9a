"""The tags of each paper: the fields of its text, found by walking them, so that the table is never
behind the paper; each with what it means and what it says on the sample."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from agreements.layouts.meanings import MEANINGS
from agreements.layouts.told import Text, told


@dataclass(frozen=True)
class Tag:
    """`path`: how a layout names it, `[]` after what is looped over. `is_list` where a loop or a
    condition takes it, not a place in the text."""

    path: str
    sample: str
    is_list: bool

    @property
    def family(self) -> str:
        """Sections share a meaning; tables have one wherever they stand."""
        if self.path.startswith("sections["):
            return "sections[]"
        _, dot, rest = self.path.rpartition("table")
        return f"table{rest}" if dot else self.path

    @property
    def meaning(self) -> str:
        return MEANINGS[self.family]


def tags(sample: Text) -> tuple[Tag, ...]:
    """In the order of the text, what our own layout makes of it last."""
    return tuple(_walk("", told(sample)))


def _walk(path: str, said: Any) -> Iterator[Tag]:
    for name, value in said.items():
        here = f"{path}{name}"
        yield _tag(here, value)
        if name == "sections":  # by heading, which stands in quotes
            for heading, lines in value.items():
                yield _tag(f'sections["{heading}"]', lines)
        elif isinstance(value, dict):
            yield from _walk(f"{here}.", value)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield from _walk(f"{here}[].", value[0])


def _tag(path: str, value: Any) -> Tag:
    is_list = isinstance(value, list | dict)
    first = value[0] if isinstance(value, list) and value else value
    sample = "" if isinstance(first, list | dict | bytes) else str(first)
    return Tag(path, sample, is_list)
