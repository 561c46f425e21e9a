"""A negotiation of the ordinary procedure at every stage, moved on from outside while pages look:
run on the server's database by `Server.call`, one step at a time. It follows the scenario of wages,
and stops at places that the scenario goes through in one act."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from agreements.papers.models import Paper
from agreements.scenarios import congress
from agreements.scenarios.handwriting import scrawl
from agreements.scenarios.long_player import LongPlayer
from agreements.scenarios.opening import chair_of, row_of
from agreements.scenarios.showing import Showing, ways_in
from agreements.scenarios.story import story
from agreements.signing.actions import missing, sign
from agreements.signing.initials import initial
from negotiate import moment
from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law.words import Choice, Electorate, Side, Stage
from negotiate.people.links import link_path
from negotiate.people.models import Seat
from negotiate.rooms.actions import composing, consent, ratification, seating
from negotiate.rooms.models import Ratification
from tests.negotiate.contract import Agreed
from tests.negotiate.ordinary import Ordinary

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


def _summon(player: LongPlayer) -> None:
    ratification.open_ratification(player.chair, Electorate.CONGRESS)


def _enrol(player: LongPlayer) -> None:
    assert player.story.congress
    congress.enrolled(player, player.story.congress)


def _open_item(player: LongPlayer) -> None:
    """54 of 60 come, and vote on the first term; most of them have."""
    delegates = Seat.objects.staff().filter(room=player.room).select_related("room", "person")
    for seat in delegates.order_by("pk")[:54]:
        if seat.arrived_at is None:
            seating.check_in(seat, remote=False)
    _put(player, "月基本工资")
    _cast(player, Choice.YES, most=40)


def _decide(player: LongPlayer) -> None:
    """Everybody else passes the first term; then 30 reject the second."""
    _cast(player, Choice.YES)
    _close(player)
    _put(player, "技能津贴")
    _cast(player, Choice.NO, most=30)
    _cast(player, Choice.YES)
    _close(player)


def _put(player: LongPlayer, term: str) -> None:
    (of,) = Ratification.objects.filter(room=player.room).standing()
    ratification.open_item(player.chair, of.pk, player.terms[term])


def _open(player: LongPlayer) -> Poll:
    return Poll.objects.get(room=player.room, state=Poll.State.OPEN)


def _cast(player: LongPlayer, choice: Choice, most: int | None = None) -> None:
    """Those who have not voted yet vote; the first delegate last of all."""
    poll = _open(player)
    voted = poll.turnout.values_list("seat", flat=True)
    left = poll.roll.exclude(seat__in=voted).select_related("seat__person", "seat__room")
    for entry in left.order_by("-pk")[:most]:
        ballots.cast(entry.seat, poll.pk, choice, ballots.new_key())


def _close(player: LongPlayer) -> None:
    consent.close_poll(player.chair, _open(player).pk)


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
    "called": Step(2),
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
    "summoned": Step(instead=_summon),
    "enrolled": Step(instead=_enrol),
    "voting": Step(instead=_open_item),
    "rejected": Step(1, _decide),
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
    told = story("wages")
    chair = chair_of(told).seats.select_related("room", "person").order_by("pk").last()
    assert chair is not None
    player = LongPlayer(told, chair)
    names = list(STEPS)
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


def link_of(name: str) -> str:
    """The newest personal link of whoever has this name."""
    return link_path(Seat.objects.select_related("room").filter(person__name=name).latest("pk"))


def elsewhere() -> dict[str, Any]:
    """Three negotiations that ended in three more ways: their ways in."""
    ended = Ordinary(title="食堂伙食").to(Stage.ENDED)
    over = {stage: Agreed(title=stage.label) for stage in (Stage.TERMINATED, Stage.SUPERSEDED)}
    for stage, contract in over.items():
        contract.on(stage)
    rooms = {Stage.ENDED: ended, **over}
    return {stage.value: ways_in(Showing(stage.value, of.chair)) for stage, of in rooms.items()}
