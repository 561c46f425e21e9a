"""Which rules hold for whom."""

from collections.abc import Iterator

from negotiate.law.profiles import DEFAULT, Profile, profile
from negotiate.people.models import Enterprise, Federation
from negotiate.places.models import CountyProfile


def in_force(enterprise: Enterprise) -> Profile:
    """The rules for a negotiation that this enterprise begins now: those of the nearest federation
    up the tree that has its own, else the ones that the product comes with."""
    return rules_of(enterprise.federation)


def rules_of(federation: Federation | None) -> Profile:
    """The same for whatever lies directly below this federation."""
    nearest = next(counties(federation), None)
    return nearest.rules if nearest else profile(DEFAULT)


def counties(federation: Federation | None) -> Iterator[CountyProfile]:
    """The places with rules of their own from this federation up, the nearest first."""
    above = [one.pk for one in federation.upwards()] if federation else []
    found = {
        county.federation_id: county
        for county in CountyProfile.objects.filter(federation__in=above).prefetch_related(
            "overrides", "wages"
        )
    }
    yield from (found[key] for key in above if key in found)
