"""The matters of a room and their first terms; a matter's own book ends where its room begins."""

from collections.abc import Sequence
from typing import Any

from negotiate.law import stages
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Procedure, Stage
from negotiate.matters.actions import UNION_CHAIR, actor_of, matter_of, move
from negotiate.matters.kinds import MATTER_KINDS
from negotiate.matters.models import Matter
from negotiate.people.models import Account, Seat
from negotiate.record.actions import append
from negotiate.rooms.actions.following import followed, take_over
from negotiate.rooms.actions.ledger import create_term
from negotiate.rooms.actions.templates import lay_out, usable
from negotiate.rooms.models import AgendaItem, Room


def close(account: Account, matter: Matter, place: str) -> tuple[str, str]:
    """The matter's own book ends here: the stage that its room begins at, and the book's head."""
    rule = stages.check(matter.goes_by, Action.SCHEDULE, UNION_CHAIR, Stage(matter.stage))
    move(matter, rule.leads_to)
    closing = append(matter.book_id, Action.SCHEDULE, actor_of(account), {"place": place})
    return str(rule.leads_to), closing.digest


def laid_out(
    seat: Seat, matter: Matter, terms: Sequence[tuple[str, str]], template: int | None
) -> dict[str, Any]:
    """Put the matter and its terms on the agenda; what the record shall say of them.

    `terms`: (title, kind of term) pairs; without any, those of the `template`, else those that such
    a matter usually needs. One that amends or renews a contract starts from that contract's terms
    as they are.
    """
    before = followed(matter)
    chosen = None if before or template is None else usable(matter.enterprise, template)
    usual = () if before or chosen else MATTER_KINDS[matter.kind].terms
    _put_on_agenda(seat.room, matter, terms or usual)
    if before:
        return take_over(before, seat)
    return lay_out(seat.room, chosen) if chosen else {}


def add_matter(account: Account, room: Room, matter_id: int, place: str) -> str:
    """One more matter of the same enterprise for the same offer; the head of its book."""
    matter = matter_of(account, matter_id)
    if matter.goes_by is not room.goes_by or room.goes_by is Procedure.SIMPLIFIED:
        raise Refused("只有走普通程序的议题可以合并到一份要约里。")
    _, head = close(account, matter, place)
    _put_on_agenda(room, matter, MATTER_KINDS[matter.kind].terms)
    return head


def _put_on_agenda(room: Room, matter: Matter, terms: Sequence[tuple[str, str]]) -> None:
    last = room.agenda.count()
    item = AgendaItem.objects.create(room=room, matter=matter, position=last + 1)
    for title, kind in terms:
        create_term(item, title, kind)
