"""A negotiation of the ordinary procedure at every stage, moved on from outside while pages look:
run on the server's database by `Server.call`, one step at a time. It follows the scenario of wages,
and stops at places that the scenario goes through in one act."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from agreements.papers.models import Paper
from agreements.scenarios.handwriting import scrawl
from agreements.scenarios.long_player import LongPlayer
from agreements.scenarios.opening import chair_of, row_of
from agreements.scenarios.story import story
from agreements.signing.actions import sign
from agreements.signing.initials import initial
from agreements.signing.waiting import missing
from negotiate import moment
from negotiate.law.words import Side
from negotiate.people.links import link_path
from negotiate.people.models import Seat
from negotiate.rooms.actions import composing, seating
from tests.e2e import long_congress

Deed = Callable[[LongPlayer], object]


@dataclass(frozen=True, slots=True)
class Step:
    """So many acts of the scenario; `instead` of them, or where there are none, something else."""

    acts: int = 0
    instead: Deed | None = None


def _seat(player: LongPlayer) -> None:
    seating.seat_persons(player.chair, [row_of(facts) for facts in player.story.seats])


def _initial(side: Side) -> Deed:
    def deed(player: LongPlayer) -> None:
        digest = Paper.objects.of_room(player.chair.room_id)[0].digest
        initial(player.chief(side), text_digest=digest)

    return deed


def _sign_first(player: LongPlayer) -> None:
    paper = Paper.objects.of_room(player.chair.room_id)[0]
    seat = missing(paper)[0]
    sign(seat, text_digest=paper.digest, strokes=scrawl(seat.person.name))


STEPS: dict[str, Step] = {
    "to-offer": Step(),
    "offered": Step(1),
    "received": Step(1),
    "refused": Step(1),
    "composing": Step(3),
    "composed": Step(instead=_seat),
    "preparing": Step(1, lambda player: composing.settle_roster(player.chair)),
    "prepared": Step(2),
    "called": Step(3),
    "check-in": Step(1),
    "in-session": Step(2),
    "countered": Step(2),
    "suspended": Step(1),
    "deadlocked": Step(3),
    "extended": Step(1),
    "confirming": Step(3),
    "agreed": Step(4),
    "drafted": Step(1),
    "half-initialled": Step(instead=_initial(Side.WORKER)),
    "ratifying": Step(1, _initial(Side.EMPLOYER)),
    "summoned": Step(instead=long_congress.summon),
    "enrolled": Step(instead=long_congress.enrol),
    "voting": Step(instead=long_congress.open_item),
    "rejected": Step(1, long_congress.decide),
    "back": Step(1),
    "ratified": Step(8),
    "half-signed": Step(instead=_sign_first),
    "signed": Step(1),
    "filed": Step(1),
    "received-back": Step(1),
    "objected": Step(1),
    "effective": Step(13),
    "performing": Step(1),
    "expired": Step(1),
}


def reach(name: str) -> int:
    """Go on to this step from the one before; how many days have passed."""
    player = player_of("wages")
    told, names = player.story, list(STEPS)
    step = STEPS[name]
    done = sum(STEPS[before].acts for before in names[: names.index(name)])
    acts = told.acts[done : done + step.acts]
    if step.instead is None:
        for act in acts:
            player.perform(act)
    else:
        moment.move(timedelta(days=sum(act.days for act in acts)))
        player.read()
        step.instead(player)
    return sum(act.days for act in acts)


def player_of(scenario: str) -> LongPlayer:
    """Who goes on with the scenario in its newest room."""
    told = story(scenario)
    chair = chair_of(told).seats.select_related("room", "person").order_by("pk").last()
    assert chair is not None
    return LongPlayer(told, chair)


def link_of(name: str) -> str:
    """The newest personal link of whoever has this name."""
    return link_path(Seat.objects.select_related("room").filter(person__name=name).latest("pk"))
