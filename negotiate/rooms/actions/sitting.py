"""The sitting as a whole: check-in, opening, suspension, summing-up, escalation."""

from datetime import datetime

from negotiate import moment
from negotiate.ballots import actions as ballots
from negotiate.clocks.actions import set_day
from negotiate.law import stages
from negotiate.law.refusal import Refused
from negotiate.law.words import (
    Action,
    Capacity,
    ClockKind,
    Contract,
    Procedure,
    TermState,
)
from negotiate.matters.models import Matter
from negotiate.people.models import Seat
from negotiate.rooms.actions.breaks import require_within
from negotiate.rooms.actions.composition import require_lawful
from negotiate.rooms.actions.presiding import takes_turns, turn
from negotiate.rooms.models import Room, Suspension, Term, Version
from negotiate.rooms.order import Order, leaving, ordered, reopened, summed_up


def open_check_in(seat: Seat) -> None:
    with ordered(seat, Action.OPEN_CHECK_IN) as order:
        require_lawful(order.room)
        if not Term.objects.filter(item__room=order.room).exists():
            raise Refused("会议还没有条款，请先增加条款。")


def begin(seat: Seat) -> None:
    """Open the meeting. Both chiefs must have checked in."""
    with ordered(seat, Action.BEGIN) as order:
        require_lawful(order.room)
        absent = order.room.seats.at_table().filter(capacity=Capacity.CHIEF, arrived_at=None)
        for chief in absent.select_related("person"):
            raise Refused("首席代表%(name)s还没有签到，不能开会。", name=chief.person.name)
        order.room.began_at = moment.now()
        order.room.save(update_fields=["began_at"])
        seats = order.room.seats.at_table()
        order.note(seated=seats.count(), present=seats.exclude(arrived_at=None).count())
        if order.room.on_roll:
            come = order.room.seats.staff().exclude(arrived_at=None).count()
            order.note(on_roll=order.room.on_roll, of_roll_present=come)


def suspend(seat: Seat, *, reason: str, at: datetime, place: str, content: str) -> None:
    """A break that both sides agreed to, with time, place and content of the next meeting."""
    with ordered(seat, Action.SUSPEND) as order:
        if at <= moment.now():
            raise Refused("复会时间应晚于现在。")
        if order.room.goes_by is Procedure.ORDINARY:
            require_within(order.room, at)
        void_polls(order.room)
        end_conferring(order.room)
        Suspension.objects.create(
            room=order.room, reason=reason, next_at=at, next_place=place, next_content=content
        )
        again = moment.day_of(at)
        set_day(order.room, ClockKind.SUSPENSION, again, article=order.rule.article)
        order.note(
            reason=reason, next_at=at.isoformat(), place=place, content=content, both_agreed=True
        )


def resume(seat: Seat) -> None:
    """Go on; where the chiefs take turns, under the other one."""
    with ordered(seat, Action.RESUME) as order:
        order.room.suspensions.filter(resumed_at=None).update(resumed_at=moment.now())
        if order.room.goes_by is Procedure.ORDINARY and takes_turns(order.room):
            order.note(presides=turn(order.room).actor())


def sum_up(seat: Seat) -> None:
    """Close the talks. Refused while any term is open; agreements draws the paper at once."""
    with ordered(seat, Action.SUM_UP) as order:
        if order.room.goes_by is Procedure.ORDINARY:
            raise Refused("普通程序形成的是集体合同，请先选定合同期限。")
        note_agreed(order)
        summed_up.send(Room, room=order.room)


def note_agreed(order: Order) -> None:
    """What the talks have come to. Refused while any term is open."""
    terms = Term.objects.filter(item__room=order.room)
    stages.require_settled([term.is_at for term in terms])
    order.note(agreed=[term.title for term in terms if term.is_at is TermState.AGREED])


def return_to_session(seat: Seat) -> None:
    """Take the unsigned text back to the table: minutes that nobody has signed, or the draft of a
    contract that not both chiefs have signed. What is dropped keeps its line in the record."""
    with ordered(seat, Action.RETURN) as order:
        reopened.send(Room, room=order.room)
        for dropped in order.room.drafts.order_by("-number")[:1]:
            dropped.delete()


def escalate(seat: Seat, *, reason: str) -> None:
    """Leave the simplified procedure: the same room goes on under the ordinary one, with its
    people, its terms and all their versions; who presides, and who has come, is settled anew. The
    gate is asked no more. A text that was not signed by everybody is kept as it stands, and can be
    signed no more; one that was is not left any more."""
    with ordered(seat, Action.ESCALATE) as order:
        leaving.send(Room, room=order.room)
        void_polls(order.room)
        order.room.suspensions.filter(resumed_at=None).update(resumed_at=moment.now())
        held_up = Version.objects.filter(term__item__room=order.room).exclude(
            gate=Version.Gate.PASSED
        )
        held_up.update(gate=Version.Gate.CLEAR)
        matters = Matter.objects.filter(agenda_item__room=order.room)
        matters.update(procedure=Procedure.ORDINARY)
        order.room.offered_by = matters[0].raised_side
        order.room.contract = Contract.GENERAL.value
        order.room.save(update_fields=["offered_by", "contract"])
        order.room.seats.update(presides=False, arrived_at=None, remote=False)
        order.note(reason=reason)


def reissue_screen(seat: Seat) -> None:
    """A new address for the big screen; every screen opened with the old one goes dark."""
    with ordered(seat, Action.REISSUE) as order:
        order.room.screen_serial += 1
        order.room.links += 1
        order.room.save(update_fields=["screen_serial", "links"])
        order.note(reissued="screen")


def end_conferring(room: Room) -> None:
    """A break for one side does not outlast the session that it was called in."""
    if room.confers:
        room.caucus_until = moment.now()
        room.save(update_fields=["caucus_until"])


def void_polls(room: Room) -> None:
    ballots.void_open(room.pk)
