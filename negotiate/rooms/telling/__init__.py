"""The course of the talks, told in Chinese from the record and from nothing else."""

from negotiate.rooms.telling.attending import Arrival
from negotiate.rooms.telling.course import Sitting, Told, course, sittings
from negotiate.rooms.telling.facts import LOCAL, Fact, side_of, written

__all__ = [
    "LOCAL",
    "Arrival",
    "Fact",
    "Sitting",
    "Told",
    "course",
    "side_of",
    "sittings",
    "written",
]
