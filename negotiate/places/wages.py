"""The minimum wage where an enterprise is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from negotiate.law.minimum_wages import MinimumWage, on_day, regions
from negotiate.people.models import Enterprise, Federation
from negotiate.places.in_force import counties
from negotiate.places.models import CountyProfile

__all__ = ["MinimumWage", "minimum_wage"]


def minimum_wage(enterprise: Enterprise, on: date) -> MinimumWage | None:
    """What holds on this day; None where nobody has written it down."""
    return wage_in(enterprise.federation, on)


def wage_in(federation: Federation | None, on: date) -> MinimumWage | None:
    """The same for whatever lies directly below this federation. The nearest county up the tree
    that knows one decides; of what it wrote itself and what was published, the newer. A figure that
    nobody has verified hides none that somebody has: it waits as the `newer` one of that."""
    places = [_known(county) for county in counties(federation)]
    newest = _nearest(places, on)
    held = _nearest([[each for each in known if each.verified] for known in places], on)
    if held is None or newest is None or newest.verified:
        return newest
    return replace(held, newer=newest)


def _nearest(places: Sequence[Sequence[MinimumWage]], on: date) -> MinimumWage | None:
    found = (on_day(figures, on) for figures in places)
    return next((figure for figure in found if figure), None)


def _known(county: CountyProfile) -> list[MinimumWage]:
    region = regions().get(county.wage_region)
    published = region.figures if region else ()
    return [*published, *(wage.figure for wage in county.wages.all())]
