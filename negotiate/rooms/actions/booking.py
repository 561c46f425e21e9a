"""From a screened matter to a room with an agenda, its first terms and the chair's own seat."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from negotiate.law import stages
from negotiate.law.words import Action, Capacity, Side, SideRule, Stage
from negotiate.live import announce
from negotiate.matters.actions import UNION_CHAIR, actor_of, matter_of, move
from negotiate.matters.kinds import MATTER_KINDS
from negotiate.matters.models import Matter
from negotiate.people.models import Account, Person, Seat
from negotiate.record.actions import append, open_book
from negotiate.rooms.actions.ledger import create_term
from negotiate.rooms.models import AgendaItem, Room


def schedule(
    account: Account,
    matter_id: int,
    *,
    at: datetime,
    place: str,
    own_capacity: Capacity,
    rules: dict[Side, SideRule],
    terms: Sequence[tuple[str, str]] = (),
) -> Seat:
    """Book the room and return the chair's seat, which presides (盐城 practice).

    `terms`: (title, kind of term) pairs; without any, those that such a matter usually needs.
    """
    with transaction.atomic():
        matter = matter_of(account, matter_id)
        rule = stages.check(Action.SCHEDULE, UNION_CHAIR, Stage(matter.stage))
        move(matter, rule.leads_to)
        closing = append(matter.book_id, Action.SCHEDULE, actor_of(account), {"place": place})
        room = _room_for(matter, at, place, rules)
        _put_on_agenda(room, matter, terms or MATTER_KINDS[matter.kind].terms)
        seat = _seat_chair(room, account, own_capacity)
        facts = {
            "matter": matter.pk,
            "matter_head": closing.digest,
            "title": matter.title,
            "at": at.isoformat(),
            "place": place,
            "presides": seat.actor(),
            "rules": {side.value: rules[side].value for side in Side},
        }
        append(room.book_id, Action.SCHEDULE, actor_of(account), facts)
        announce.news(room.pk)
        return seat


def _room_for(matter: Matter, at: datetime, place: str, rules: dict[Side, SideRule]) -> Room:
    return Room.objects.create(
        enterprise=matter.enterprise,
        title=matter.title,
        place=place,
        scheduled_at=at,
        worker_rule=rules[Side.WORKER],
        employer_rule=rules[Side.EMPLOYER],
        book=open_book(),
    )


def _put_on_agenda(room: Room, matter: Matter, terms: Sequence[tuple[str, str]]) -> None:
    item = AgendaItem.objects.create(room=room, matter=matter, position=1)
    for title, kind in terms:
        create_term(item, title, kind)


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
        presides=True,
        account=account,
    )
