"""What the sockets and halls of a process ask of the desk: many at once, answered together."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from negotiate.law.refusal import Refused
from negotiate.live.audience import Audience
from negotiate.live.batch import Batch
from negotiate.live.desk import Held, Picture, Press, Stand, desk
from negotiate.live.lanes import BALLOTS, LOOKS

MOST_ROOMS: Final = 8  # looked at in one go: what phones ask for themselves waits behind it


class Look(NamedTuple):
    """At a room of which is known: how many links have died, and for each audience of which version
    its newest picture is."""

    room: int
    links: int
    drawn: Mapping[Audience, int]


class Found(NamedTuple):
    """Where the room is (None: there is none); its seats, if more links have died; and
    the pictures of those whose newest was older."""

    stand: Stand | None
    seats: dict[int, Held] | None
    pictures: Mapping[Audience, Picture | Exception]


class Asking:
    """Ballots on their own lane; on the other what is looked at."""

    def __init__(self) -> None:
        self.votes: Batch[Press, str | Refused] = Batch(BALLOTS, lambda them: desk().vote(them))
        self.mine: Batch[int, dict[str, Any]] = Batch(LOOKS, lambda them: desk().mine(them))
        self.looks: Batch[Look, Found] = Batch(LOOKS, _found, most=MOST_ROOMS)


def _found(looks: Sequence[Look]) -> list[Found]:
    stands = desk().stands([look.room for look in looks])
    pairs = [(look, stands.get(look.room)) for look in looks]
    looked = [(look, stand, _older(look, stand)) for look, stand in pairs]
    drawn = desk().draw([audience for _, _, older in looked for audience in older])
    return [
        Found(stand, _seats(look, stand), {audience: drawn[audience] for audience in older})
        for look, stand, older in looked
    ]


def _older(look: Look, stand: Stand | None) -> list[Audience]:
    return [each for each, version in look.drawn.items() if stand and version < stand.version]


def _seats(look: Look, stand: Stand | None) -> dict[int, Held] | None:
    return desk().seats(look.room) if stand and stand.links != look.links else None
