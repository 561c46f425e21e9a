"""What the sockets and halls of a process ask of the desk: many at once, answered together."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from negotiate.law.refusal import Refused
from negotiate.live.audience import Audience
from negotiate.live.batch import Batch
from negotiate.live.desk import Picture, Press, Stand, desk
from negotiate.live.lanes import BALLOTS, LOOKS

MOST_ROOMS: Final = 8  # looked at in one go: what phones ask for themselves waits behind it


class Look(NamedTuple):
    """At a room, and what each audience there was last shown: of which version."""

    room: int
    shown: Mapping[Audience, int]


class Found(NamedTuple):
    """Where the room is (None: there is none), and anew what was older than that."""

    stand: Stand | None
    pictures: Mapping[Audience, Picture | Exception]


class Asking:
    """Ballots on their own lane; on the other what is looked at."""

    def __init__(self) -> None:
        self.votes: Batch[Press, str | Refused] = Batch(BALLOTS, lambda them: desk().vote(them))
        self.mine: Batch[int, dict[str, Any]] = Batch(LOOKS, lambda them: desk().mine(them))
        self.looks: Batch[Look, Found] = Batch(LOOKS, _found, most=MOST_ROOMS)


def _found(looks: Sequence[Look]) -> list[Found]:
    stands = desk().stands([look.room for look in looks])
    stale = [
        [
            each
            for each, version in shown.items()
            if room in stands and version < stands[room].version
        ]
        for room, shown in looks
    ]
    drawn = desk().draw([audience for some in stale for audience in some])
    return [
        Found(stands.get(look.room), {audience: drawn[audience] for audience in some})
        for look, some in zip(looks, stale, strict=True)
    ]
