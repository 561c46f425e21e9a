"""Which enterprise under a federation a list means by a name."""

from collections.abc import Iterable
from typing import Final

from negotiate.people.models import Enterprise, Federation

_WIDE: Final = str.maketrans("()", "（）")
_NARROW: Final = str.maketrans("（）", "()")
_AT_ONCE: Final = 200


def enterprises_named(federation: Federation, names: Iterable[str]) -> dict[str, Enterprise]:
    """By the names as they were written; or else with brackets of the other width."""
    reach = federation.under().select_related("federation")
    wanted = {name: (name, name.translate(_WIDE), name.translate(_NARROW)) for name in names}
    found: dict[str, Enterprise] = {}
    asked = list(wanted)
    for start in range(0, len(asked), _AT_ONCE):
        some = asked[start : start + _AT_ONCE]
        spellings = {spelling for name in some for spelling in wanted[name]}
        there = {one.name: one for one in reach.filter(name__in=spellings)}
        for name in some:
            spelled = [there[one] for one in wanted[name] if one in there]
            found |= {name: spelled[0]} if spelled else {}
    return found
