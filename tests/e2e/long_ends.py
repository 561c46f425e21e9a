"""What the negotiation on wages does not come to: three more ends, and a sector of enterprises.
Run on the server's database by `Server.call`."""

from typing import Any

from agreements.scenarios.showing import Showing, ways_in
from negotiate.law.words import Electorate, Stage
from negotiate.rooms.actions import ratification
from tests.e2e.long_stages import player_of
from tests.negotiate.contract import Agreed
from tests.negotiate.ordinary import Ordinary

# How many acts of the scenario lead to each place that pages look at.
SECTOR = {"sector-composing": 4, "sector-talks": 8, "sector-each": 8}


def elsewhere() -> dict[str, Any]:
    """Three negotiations that ended in three more ways: their ways in."""
    ended = Ordinary(title="食堂伙食").to(Stage.ENDED)
    over = {stage: Agreed(title=stage.label) for stage in (Stage.TERMINATED, Stage.SUPERSEDED)}
    for stage, contract in over.items():
        contract.on(stage)
    rooms = {Stage.ENDED: ended, **over}
    return {stage.value: ways_in(Showing(stage.value, of.chair)) for stage, of in rooms.items()}


def reach_in_sector(name: str) -> int:
    """Go on to this place from the one before; how many days have passed. At the last of them every
    enterprise ratifies by itself."""
    player, places = player_of("sector"), list(SECTOR)
    done = sum(SECTOR[before] for before in places[: places.index(name)])
    acts = player.story.acts[done : done + SECTOR[name]]
    for act in acts:
        player.perform(act)
    if name == places[-1]:
        ratification.open_ratification(player.chair, Electorate.CONGRESS, each=True)
    return sum(act.days for act in acts)
