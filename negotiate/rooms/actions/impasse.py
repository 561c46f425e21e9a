"""When the talks do not succeed: deadlock, coordination by the authorities, or their end."""

from negotiate import moment
from negotiate.ballots.models import Poll
from negotiate.clocks import actions as clocks
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, ClockKind
from negotiate.people.models import Seat
from negotiate.rooms.actions.offering import end
from negotiate.rooms.actions.sitting import void_polls
from negotiate.rooms.models import Deadlock, Ratification, Room
from negotiate.rooms.order import leaving, ordered


def deadlock(seat: Seat, *, reason: str, worker_last: str, employer_last: str) -> None:
    """The sides do not come together: the authorities are asked to coordinate. What each side
    offered last is kept beside the reason."""
    with ordered(seat, Action.DEADLOCK) as order:
        void_polls(order.room)
        order.room.suspensions.filter(resumed_at=None).update(resumed_at=moment.now())
        Deadlock.objects.create(
            room=order.room,
            reason=reason,
            worker_last=worker_last,
            employer_last=employer_last,
            at=moment.now(),
        )
        order.note(reason=reason, worker_last=worker_last, employer_last=employer_last)


def extend(seat: Seat, *, reason: str) -> None:
    """More time for the coordination, once and by as much as the rules give."""
    with ordered(seat, Action.EXTEND) as order:
        own = open_deadlock(order.room)
        longer = order.room.rules.time("coordination_extension")
        if longer is None:
            raise Refused("这里的规定没有说协调期可以延长。")
        if own.extended_at is not None:
            raise Refused("协调期只能延长一次。")
        own.extended_at = moment.now()
        own.save(update_fields=["extended_at"])
        clocks.extend(order.room, ClockKind.COORDINATION, longer)
        order.note(reason=reason, days=longer.amount)


def coordinate(seat: Seat, *, coordinator: str, result: str) -> None:
    """What the coordination came to; the sides talk again."""
    with ordered(seat, Action.COORDINATE) as order:
        _close(open_deadlock(order.room), coordinator, result)
        order.note(coordinator=coordinator, result=result)


def recall(seat: Seat, *, reason: str) -> None:
    """Take a draft back to the table that is not ratified, or not signed by both: nobody comes
    together for it, or a chief will not sign. The draft is void, and kept with what was voted."""
    with ordered(seat, Action.RECALL) as order:
        leaving.send(Room, room=order.room)
        if order.room.polls.filter(state=Poll.State.OPEN).exists():
            raise Refused("正在表决，请等表决结束再办。")
        order.room.ratifications.standing().update(state=Ratification.State.VOID)
        order.note(reason=reason)


def end_talks(seat: Seat, *, reason: str) -> None:
    """No contract comes of it: an offer was refused, a side does not come, the coordination did not
    help, or a draft is not passed or not signed."""
    with ordered(seat, Action.END_TALKS) as order:
        leaving.send(Room, room=order.room)
        void_polls(order.room)
        order.room.ratifications.standing().update(state=Ratification.State.VOID)
        for own in order.room.deadlocks.filter(closed_at=None):
            _close(own, own.coordinator, own.result)
        end(order, reason)


def open_deadlock(room: Room) -> Deadlock:
    """The one that is being coordinated. Only a room at DEADLOCKED has one."""
    return room.deadlocks.get(closed_at=None)


def _close(own: Deadlock, coordinator: str, result: str) -> None:
    own.coordinator, own.result, own.closed_at = coordinator, result, moment.now()
    own.save(update_fields=["coordinator", "result", "closed_at"])
