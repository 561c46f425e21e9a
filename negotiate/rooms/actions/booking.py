"""From a screened matter to a room with an agenda, its first terms and the chair's own seat."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from negotiate.law import stages
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Capacity, Contract, Procedure, Side, SideRule, Stage
from negotiate.live import announce
from negotiate.matters.actions import UNION_CHAIR, actor_of, matter_of, move
from negotiate.matters.kinds import MATTER_KINDS
from negotiate.matters.models import Matter
from negotiate.people.models import Account, Person, Seat, Seats
from negotiate.people.roster_file import RosterRow
from negotiate.places.in_force import in_force
from negotiate.record.actions import append, open_book
from negotiate.rooms.actions.following import followed, take_over
from negotiate.rooms.actions.ledger import create_term
from negotiate.rooms.actions.places import place as place_at
from negotiate.rooms.actions.templates import lay_out, usable
from negotiate.rooms.kept_rules import noted
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
    chair, and `also` further matters of the same offer.

    `terms`: (title, kind of term) pairs; without any, those of the `template`, else those that such
    a matter usually needs. One that amends or renews a contract starts from that contract's terms
    as they are.
    """
    with transaction.atomic():
        matter = matter_of(account, matter_id)
        rule = stages.check(matter.goes_by, Action.SCHEDULE, UNION_CHAIR, Stage(matter.stage))
        move(matter, rule.leads_to)
        closing = append(matter.book_id, Action.SCHEDULE, actor_of(account), {"place": place})
        room = _room_for(matter, at, place, rules, contract, str(rule.leads_to))
        if room.goes_by is Procedure.ORDINARY and offered_by is not None:
            room.offered_by = offered_by.value
            room.save(update_fields=["offered_by"])
        before = followed(matter)
        laid_out = None if before or template is None else usable(matter.enterprise, template)
        usual = () if before or laid_out else MATTER_KINDS[matter.kind].terms
        _put_on_agenda(room, matter, terms or usual)
        heads = [_add_matter(account, room, other, place) for other in also]
        seat = _seat_chair(room, account, own_capacity)
        for side, name in (chiefs or {}).items():
            place_at(room, RosterRow(name, "", "", side, Capacity.CHIEF))
        facts = {
            "matter": matter.pk,
            "matter_head": closing.digest,
            "title": matter.title,
            "at": at.isoformat(),
            "place": place,
            "presides": seat.actor(),
            "also": heads,
            "chiefs": [chief.actor() for chief in _chiefs(room)],
            "rules": {side.value: rules[side].value for side in Side},
            **noted(room),
            **(take_over(before, seat) if before else {}),
            **(lay_out(room, laid_out) if laid_out else {}),
        }
        append(room.book_id, Action.SCHEDULE, actor_of(account), facts)
        announce.news(room.pk)
        return seat


def _room_for(
    matter: Matter,
    at: datetime,
    place: str,
    rules: dict[Side, SideRule],
    contract: Contract,
    stage: str,
) -> Room:
    ordinary = matter.goes_by is Procedure.ORDINARY
    return Room.objects.create(
        procedure=matter.procedure,
        stage=stage,
        contract=contract.value if ordinary else "",
        offered_by=matter.raised_side if ordinary else "",
        profile=in_force(matter.enterprise).plain(),
        enterprise=matter.enterprise,
        title=matter.title,
        place=place,
        scheduled_at=at,
        worker_rule=rules[Side.WORKER],
        employer_rule=rules[Side.EMPLOYER],
        book=open_book(),
    )


def _add_matter(account: Account, room: Room, matter_id: int, place: str) -> str:
    """One more matter of the same enterprise for the same offer; the head of its book."""
    matter = matter_of(account, matter_id)
    rule = stages.check(matter.goes_by, Action.SCHEDULE, UNION_CHAIR, Stage(matter.stage))
    if matter.goes_by is not room.goes_by or room.goes_by is Procedure.SIMPLIFIED:
        raise Refused("只有走普通程序的议题可以合并到一份要约里。")
    move(matter, rule.leads_to)
    closing = append(matter.book_id, Action.SCHEDULE, actor_of(account), {"place": place})
    _put_on_agenda(room, matter, MATTER_KINDS[matter.kind].terms)
    return closing.digest


def _chiefs(room: Room) -> Seats:
    return room.seats.filter(capacity=Capacity.CHIEF).select_related("person")


def _put_on_agenda(room: Room, matter: Matter, terms: Sequence[tuple[str, str]]) -> None:
    last = room.agenda.count()
    item = AgendaItem.objects.create(room=room, matter=matter, position=last + 1)
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
        presides=room.goes_by is Procedure.SIMPLIFIED,
        account=account,
    )
