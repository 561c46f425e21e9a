"""The acts from the offer to the notice of a session, and when the talks fail, each as a call."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from negotiate import moment
from negotiate.law.words import Action, Capacity, Side
from negotiate.people.models import Seat
from negotiate.rooms.actions import calling, composing, impasse, offering
from negotiate.rooms.actions.offering import Proposal
from negotiate.rooms.models import Reply

if TYPE_CHECKING:
    from tests.negotiate.rooms.everything import Hall

A = Action


def proposal() -> Proposal:
    at = moment.now() + timedelta(days=30)
    return Proposal("订立集体合同", "《劳动合同法》第五十一条", at, "会议室", 3)


def call(seat: Seat) -> None:
    at = moment.now() + timedelta(days=30)
    calling.call(seat, at=at, place="会议室", first=Side.WORKER)


def recorder_of(hall: "Hall") -> int:
    return next((s.pk for s in hall.seats.values() if s.capacity == Capacity.RECORDER), 0)


BEFORE_TALKS: "dict[Action, Callable[[Seat, Hall], Any]]" = {
    A.OFFER: lambda seat, hall: offering.make_offer(seat, proposal()),
    A.RECEIVE: lambda seat, hall: offering.receive(seat),
    A.RESPOND: lambda seat, hall: offering.respond(seat, Reply.AGREE),
    A.WITHDRAW_OFFER: lambda seat, hall: offering.withdraw_offer(seat, reason="不谈了"),
    A.SETTLE_ROSTER: lambda seat, hall: composing.settle_roster(seat),
    A.AGREE_RECORDER: lambda seat, hall: composing.agree_recorder(seat, recorder_of(hall)),
    A.VACATE: lambda seat, hall: composing.vacate(
        seat, hall.other(Side.EMPLOYER).pk, reason="调走"
    ),
    A.CALL: lambda seat, hall: call(seat),
    A.PASS_CHAIR: lambda seat, hall: calling.pass_chair(seat),
    A.DEADLOCK: lambda seat, hall: impasse.deadlock(
        seat, reason="差距大", worker_last="三百", employer_last="一百"
    ),
    A.EXTEND: lambda seat, hall: impasse.extend(seat, reason="还在协调"),
    A.COORDINATE: lambda seat, hall: impasse.coordinate(
        seat, coordinator="县人社局", result="折中"
    ),
    A.RECALL: lambda seat, hall: impasse.recall(seat, reason="不签"),
    A.END_TALKS: lambda seat, hall: impasse.end_talks(seat, reason="谈不成"),
}
