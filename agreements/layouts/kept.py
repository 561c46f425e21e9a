"""That a federation's layouts, and which of them are in use, are those that their book tells of."""

import hashlib
import json
from collections.abc import Iterator

from agreements.layouts import actions
from agreements.layouts.models import CountyLayouts
from negotiate.people.models import Federation
from negotiate.record import chain

Version = tuple[str, int]
"""Kind and number."""


def county_faults(federation: Federation) -> dict[str, list[str]]:
    """For verify_record; nothing, if the federation never had a layout."""
    county = CountyLayouts.objects.filter(federation=federation).first()
    if county is None:
        return {}
    return {
        f"book of layouts of {federation}": list(map(str, chain.faults(county.book))),
        f"layouts of {federation}": list(_faults(county)),
    }


def _faults(county: CountyLayouts) -> Iterator[str]:
    told: dict[Version, str] = {}
    chosen: list[Version] = []
    for entry in county.book.entries.order_by("number"):
        try:
            act = json.loads(entry.body)
            data = act["data"]
            version = data["kind"], data["number"]
            if act["action"] == actions.UPLOAD:
                told[version] = data["sha256"]
            else:
                chosen.append(version)
        except (ValueError, KeyError, TypeError):
            yield f"entry {entry.number} is no act of a county"
    standing = dict(_versions(county))
    for version in sorted({*told, *standing}):
        if told.get(version) != standing.get(version):
            yield f"layout {' '.join(map(str, version))} is not as the book says"
    if chosen != list(_choices(county)):
        yield "what was chosen is not what the book says"


def _versions(county: CountyLayouts) -> Iterator[tuple[Version, str]]:
    """Each with the digest of the bytes that are there, whatever its row says."""
    for layout in county.versions.iterator(chunk_size=1):
        yield (layout.kind, layout.number), hashlib.sha256(bytes(layout.content)).hexdigest()


def _choices(county: CountyLayouts) -> Iterator[Version]:
    for choice in county.choices.select_related("layout").defer("layout__content"):
        yield choice.kind, choice.layout.number if choice.layout else actions.OURS
