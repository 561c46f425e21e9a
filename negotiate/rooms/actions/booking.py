"""From a screened matter to a room with an agenda, its first terms and the chair's own seat."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from negotiate.law.words import Action, Capacity, Contract, Procedure, Side, SideRule
from negotiate.live import announce
from negotiate.matters.actions import actor_of, matter_of
from negotiate.matters.models import Matter
from negotiate.people.models import Account, Person, Seat, Seats
from negotiate.people.roster_file import RosterRow
from negotiate.places.in_force import in_force
from negotiate.record.actions import append, open_book
from negotiate.rooms.actions.agenda import add_matter, close, laid_out
from negotiate.rooms.actions.places import place as place_at
from negotiate.rooms.kept_rules import noted
from negotiate.rooms.models import Room


def schedule(
    account: Account,
    matter_id: int,
    *,
    at: datetime,
    place: str,
    own_capacity: Capacity,
    rules: dict[Side, SideRule],
    terms: Sequence[tuple[str, str]] = (),
    contract: Contract = Contract.GENERAL,
    offered_by: Side | None = None,
    chiefs: Mapping[Side, str] | None = None,
    also: Sequence[int] = (),
    template: int | None = None,
) -> Seat:
    """Make the room and return the chair's seat, which keeps the desk. Under the simplified
    procedure it presides (盐城 practice), and the room waits for its meeting; under the ordinary
    one it waits for the offer of `offered_by` (without a word, of the side that raised the matter),
    `contract` is what it is to lead to, `chiefs` are the names of those chiefs who are not the
    chair, and `also` further matters of the same offer. `terms`, `template`: see `laid_out`.
    """
    with transaction.atomic():
        matter = matter_of(account, matter_id)
        stage, head = close(account, matter, place)
        room = _room_for(matter, at, place, rules, contract, stage, offered_by)
        seat = _seat_chair(room, account, own_capacity)
        for side, name in (chiefs or {}).items():
            place_at(room, RosterRow(name, "", "", side, Capacity.CHIEF))
        facts = {
            "matter": matter.pk,
            "matter_head": head,
            **_told(room, seat),
            **laid_out(seat, matter, terms, template),
            "also": [add_matter(account, room, other, place) for other in also],
        }
        append(room.book_id, Action.SCHEDULE, actor_of(account), facts)
        announce.news(room.pk)
        return seat


def _told(room: Room, seat: Seat) -> dict[str, Any]:
    """What the record says of a room that is new."""
    return {
        "title": room.title,
        "at": room.scheduled_at.isoformat(),
        "place": room.place,
        "presides": seat.actor(),
        "chiefs": [chief.actor() for chief in _chiefs(room)],
        "rules": {side.value: room.rule_of(side).value for side in Side},
        **noted(room),
    }


def _room_for(
    matter: Matter,
    at: datetime,
    place: str,
    rules: dict[Side, SideRule],
    contract: Contract,
    stage: str,
    offered_by: Side | None,
) -> Room:
    ordinary = matter.goes_by is Procedure.ORDINARY
    offers = (offered_by or matter.raised_side) if ordinary else ""
    return Room.objects.create(
        procedure=matter.procedure,
        stage=stage,
        contract=contract.value if ordinary else "",
        offered_by=str(offers),
        profile=in_force(matter.enterprise).plain(),
        enterprise=matter.enterprise,
        title=matter.title,
        place=place,
        scheduled_at=at,
        worker_rule=rules[Side.WORKER],
        employer_rule=rules[Side.EMPLOYER],
        book=open_book(),
    )


def _chiefs(room: Room) -> Seats:
    return room.seats.filter(capacity=Capacity.CHIEF).select_related("person")


def _seat_chair(room: Room, account: Account, capacity: Capacity) -> Seat:
    """Presiding is no vote: the chair votes only if it is the workers' chief as well."""
    person, _ = Person.objects.get_or_create(
        enterprise=room.enterprise,
        name=account.name,
        staff_number="",
        defaults={"post": "工会主席"},
    )
    side = Side.WORKER.value if capacity is Capacity.CHIEF else ""
    return Seat.objects.create(
        room=room,
        person=person,
        side=side,
        capacity=capacity.value,
        presides=room.goes_by is Procedure.SIMPLIFIED,
        account=account,
    )
