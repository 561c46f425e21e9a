"""Is the composition lawful, before anybody presides?"""

from collections.abc import Collection
from dataclasses import replace

from negotiate.law import roster
from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity
from negotiate.rooms.actions.sitting import members
from negotiate.rooms.models import Room


def faults(room: Room) -> tuple[Refused, ...]:
    """What is unlawful about the composition. Who presides is settled with the notice of the
    session, and not asked before."""
    return faults_of(members(room))


def faults_of(seated: Collection[roster.Member]) -> tuple[Refused, ...]:
    if not any(member.presides for member in seated):
        first = next((member for member in seated if member.capacity is Capacity.CHIEF), None)
        seated = [replace(m, presides=True) if m is first else m for m in seated]
    return roster.problems(seated)
