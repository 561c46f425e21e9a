"""The minimum wage where an enterprise is."""

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
    that knows one decides; of what it wrote itself and what was published, the newer."""
    found = (_known(county, on) for county in counties(federation))
    return next((figure for figure in found if figure), None)


def _known(county: CountyProfile, on: date) -> MinimumWage | None:
    region = regions().get(county.wage_region)
    published = region.figures if region else ()
    own = [wage.figure for wage in county.wages.all()]
    return on_day((*published, *own), on)
