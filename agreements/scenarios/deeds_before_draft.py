"""What each act of a story does up to the draft, by the word that the story has for it."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from agreements.scenarios.opening import row_of
from agreements.scenarios.story import Act
from negotiate import moment
from negotiate.law.words import Capacity, Side
from negotiate.people.enterprise_file import BoundRow
from negotiate.rooms.actions import (
    binding,
    calling,
    composing,
    impasse,
    information,
    offering,
    seating,
    sitting,
)
from negotiate.rooms.models import Reply

if TYPE_CHECKING:
    from agreements.scenarios.long_player import LongPlayer


def _bind(player: "LongPlayer", act: Act) -> None:
    today = moment.today()
    rows = [
        BoundRow(
            one.name,
            one.head_count,
            one.mandated_by,
            today - timedelta(days=one.mandated_days_ago),
            one.mandate,
        )
        for one in player.story.bound
    ]
    speaker = player.chief(Side.EMPLOYER)
    binding.bind(player.chair, rows, spoken_for_by=speaker.pk)


def _offer(player: "LongPlayer", act: Act) -> None:
    facts = dict(act.facts)
    at = moment.now() + timedelta(days=facts.pop("in_days"))
    wanted = facts.pop("materials_in_days", None)
    due = moment.today() + timedelta(days=wanted) if wanted else None
    proposal = offering.Proposal(at=at, place=player.story.place, materials_due=due, **facts)
    offering.make_offer(player.chief(Side.WORKER), proposal)


def _respond(player: "LongPlayer", act: Act) -> None:
    offering.respond(player.chief(Side.EMPLOYER), Reply(act.facts["reply"]), act.reason)


def _settle(player: "LongPlayer", act: Act) -> None:
    seating.seat_persons(player.chair, [row_of(facts) for facts in player.story.seats])
    composing.settle_roster(player.chair)


def _agree_recorder(player: "LongPlayer", act: Act) -> None:
    recorder = next(s for s in player.seats.values() if s.capacity == Capacity.RECORDER)
    for chief in player.chiefs():
        composing.agree_recorder(chief, recorder.pk)


def _call(player: "LongPlayer", act: Act) -> None:
    at = moment.now() + timedelta(days=act.facts["in_days"])
    calling.call(player.chair, at=at, place=player.story.place, first=Side.WORKER)


def _request(player: "LongPlayer", act: Act) -> None:
    due = moment.today() + timedelta(days=act.facts["in_days"])
    information.request(player.seats[act.by], question=act.reason, due=due)


def _answer(player: "LongPlayer", act: Act) -> None:
    """What has waited longest: first what the offer asked for."""
    asked = player.room.requests.filter(answered_at=None)[0]
    information.answer(player.seats[act.by], asked.pk, text=act.reason)


def _check_in(player: "LongPlayer", act: Act) -> None:
    """Everybody who is not there yet."""
    for seat in player.seats.values():
        if seat.arrived_at is None:
            seating.check_in(seat, remote=False)


def _suspend(player: "LongPlayer", act: Act) -> None:
    sitting.suspend(
        player.leader,
        reason=act.reason,
        at=moment.now() + timedelta(days=act.facts["in_days"]),
        place=player.story.place,
        content=act.content,
    )


def _deadlock(player: "LongPlayer", act: Act) -> None:
    impasse.deadlock(player.leader, reason=act.reason, **act.facts)


def _coordinate(player: "LongPlayer", act: Act) -> None:
    impasse.coordinate(player.chair, result=act.reason, **act.facts)


Deed = Callable[["LongPlayer", Act], object]
BEFORE_DRAFT: Mapping[str, Deed] = {
    "bind": _bind,
    "offer": _offer,
    "receive": lambda player, act: offering.receive(player.chief(Side.EMPLOYER)),
    "respond": _respond,
    "settle": _settle,
    "agree_recorder": _agree_recorder,
    "call": _call,
    "request": _request,
    "answer": _answer,
    "open_check_in": lambda player, act: sitting.open_check_in(player.chair),
    "check_in": _check_in,
    "begin": lambda player, act: sitting.begin(player.leader),
    "suspend": _suspend,
    "resume": lambda player, act: sitting.resume(player.leader),
    "deadlock": _deadlock,
    "extend": lambda player, act: impasse.extend(player.chair, reason=act.reason),
    "coordinate": _coordinate,
}
