"""The desk changes hands: who kept it falls ill, and another account of the enterprise goes on."""

from django.db import transaction

from negotiate.law import stages
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Capacity, Procedure, Side
from negotiate.live import announce
from negotiate.matters.actions import actor_of, office
from negotiate.people.models import Account, Seat
from negotiate.people.roster_file import RosterRow
from negotiate.record.actions import append
from negotiate.rooms.actions.places import place
from negotiate.rooms.actions.presiding import UNION_CHAIR, manner
from negotiate.rooms.models import Room


def take_over(account: Account, room_id: int, *, reason: str) -> Seat:
    """This account keeps the desk from now on; its name, its predecessor's and the reason are
    recorded. Whoever kept it stays in the own place at the table, without the account: with a link
    like everybody, or until the place is vacated. Refused to who keeps it already, and to somebody
    who sits for the employer. Raises Refused for another enterprise's room."""
    with transaction.atomic():
        rooms = Room.objects.select_for_update(of=("self",)).select_related("book", "enterprise")
        room = rooms.filter(pk=room_id, enterprise=office(account)).first()
        if room is None:
            raise Refused("没有这个会场。")
        stages.check(room.goes_by, Action.TAKE_DESK, (Capacity.UNION_CHAIR,), room.is_at)
        before = room.seats.exclude(account=None).select_related("person").first()
        if before is not None and before.account_id == account.pk:
            raise Refused("会务已经由您管着。")
        new = _seat_of(room, account)
        told = {"to": new.actor(), "reason": reason}
        if before is not None:
            told["from"] = before.actor()
            _hand_over(room, before, new)
        _bind(new, account)
        room.links += 1
        room.save(update_fields=["links"])
        append(room.book_id, Action.TAKE_DESK, actor_of(account), told)
        announce.news(room.pk)
        return new


def _seat_of(room: Room, account: Account) -> Seat:
    """The one that this person has at the table; else one of no side."""
    own = room.seats.at_table().filter(person__name=account.name).select_related("person").first()
    if own is None:
        return place(room, RosterRow(account.name, "", "", None, Capacity.ATTENDEE))
    if own.of is Side.EMPLOYER:
        raise Refused("%(name)s在企业方就座，不能管会务。", name=account.name)
    return own


def _hand_over(room: Room, before: Seat, new: Seat) -> None:
    """Who keeps the desk presides too, where that goes with it; chiefs preside as chiefs."""
    goes_along = room.goes_by is Procedure.SIMPLIFIED or manner(room) == UNION_CHAIR
    if before.presides and goes_along:
        before.presides, new.presides = False, True
    before.account, before.device = None, ""
    before.link_serial += 1
    before.save(update_fields=["account", "device", "link_serial", "presides"])


def _bind(seat: Seat, account: Account) -> None:
    """A link that opened the seat before opens it no more: the account does."""
    seat.account, seat.device = account, ""
    seat.link_serial += 1
    seat.save(update_fields=["account", "device", "link_serial", "presides"])
