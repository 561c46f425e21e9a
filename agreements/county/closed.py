"""That every row which another one names is there too: a county's file needs no other."""

from __future__ import annotations

from collections import defaultdict

from agreements.county.kinds import Kind
from agreements.county.values import Row, Unreadable


class References:
    """What was named, and what was there, as far as the rows have been seen."""

    def __init__(self) -> None:
        self._there: dict[str, set[int]] = defaultdict(set)
        self._named: dict[str, dict[int, str]] = defaultdict(dict)

    def note(self, kind: Kind, row: Row) -> None:
        """Raises Unreadable for a row that was there before."""
        key = row[kind.key_field]
        if key in self._there[kind.name]:
            raise Unreadable(f"{kind.name} {key} is there twice")
        self._there[kind.name].add(key)
        for name, other in kind.references.items():
            if row[name] is not None:
                self._named[other].setdefault(row[name], f"{kind.name} {key}")

    def require_whole(self) -> None:
        """Raises Unreadable for a row that is named and missing."""
        for kind, named in self._named.items():
            for key in sorted(named.keys() - self._there[kind]):
                raise Unreadable(f"{named[key]} names {kind} {key}, which is not there")
