"""Many rows as one parameter of a statement: JSON, which both engines take apart by themselves.

A placeholder for every value would cost more than storing it.
"""

import json
from collections.abc import Iterable, Sequence

from django.db import connection

Cell = str | int
_SELECT = "SELECT {} FROM {} WHERE true"  # without it SQLite takes ON CONFLICT for a join's ON


def given(*types: str) -> str:
    """SQL that selects the rows of one parameter made by `as_given`, a column for each type."""
    if connection.vendor == "postgresql":
        cells = (f"(cells->>{n})::{kind}" for n, kind in enumerate(types))
        return _SELECT.format(", ".join(cells), "json_array_elements(%s::json) AS cells")
    cells = (f"json_extract(value, '$[{n}]')" for n in range(len(types)))
    return _SELECT.format(", ".join(cells), "json_each(%s)")


def as_given(rows: Iterable[Sequence[Cell]]) -> str:
    """The rows as that parameter, in their order."""
    return json.dumps([*rows])
