"""Which enterprises an agreement of a sector or a region will bind, each by its own mandate."""

from collections.abc import Sequence

from negotiate import moment
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Action, Scope, Side
from negotiate.people.enterprise_file import BoundRow
from negotiate.people.models import Seat
from negotiate.rooms.models import BoundEnterprise, Room
from negotiate.rooms.order import ordered

FEWEST = 2  # one enterprise negotiates by itself


def bind(seat: Seat, rows: Sequence[BoundRow], *, spoken_for_by: int | None = None) -> None:
    """List enterprises with their mandates: all or none. `spoken_for_by`: the employer side's seat
    that carries the mandate, if it is known already."""
    with ordered(seat, Action.BIND) as order:
        _require_many(order.room)
        speaker = _speaker(order.room, spoken_for_by)
        known = set(order.room.bound.values_list("name", flat=True))
        for row in rows:
            if row.name in known:
                raise Refused("%(name)s已经登记过了。", name=row.name)
            if row.mandated_on > moment.today():
                raise Refused("%(name)s的授权日期还没有到，请核对。", name=row.name)
            known.add(row.name)
            _list(order.room, row, speaker)
        order.note(bound=[_told(row) for row in rows])


def release(seat: Seat, bound_id: int) -> None:
    """Take an enterprise off the list again."""
    with ordered(seat, Action.BIND) as order:
        bound = order.room.bound.filter(pk=bound_id).first()
        if bound is None:
            raise Refused("名单上没有这家企业。")
        if bound.members.exists():
            raise Refused("%(name)s的职工已经在名册上，不能再移出。", name=bound.name)
        order.note(released=bound.name)
        bound.delete()


def unbound(room: Room) -> tuple[Refused, ...]:
    """What is wrong while a sector's or region's negotiation does not say whom it will bind."""
    if not is_of_many(room) or room.bound.count() >= FEWEST:
        return ()
    sentence = N_("行业性、区域性协商至少要登记 %(count)s 家受约束的企业，并写明授权。")
    return (Refused(sentence, count=FEWEST),)


def is_of_many(room: Room) -> bool:
    return room.enterprise.scope != Scope.ENTERPRISE


def _require_many(room: Room) -> None:
    if not is_of_many(room):
        raise Refused("只有行业性、区域性协商才登记受约束的企业。")


def _speaker(room: Room, seat_id: int | None) -> Seat | None:
    if seat_id is None:
        return None
    speaker = room.seats.filter(pk=seat_id, side=Side.EMPLOYER.value).first()
    if speaker is None:
        raise Refused("授权只能交给企业方的代表。")
    return speaker


def _list(room: Room, row: BoundRow, speaker: Seat | None) -> None:
    BoundEnterprise.objects.create(
        room=room,
        name=row.name,
        head_count=row.head_count,
        mandated_by=row.mandated_by,
        mandated_on=row.mandated_on,
        mandate=row.mandate,
        represented_by=speaker,
    )


def _told(row: BoundRow) -> str:
    """As the record keeps a mandate."""
    day = row.mandated_on.isoformat()
    return f"{row.name}（{row.head_count}人）：{row.mandated_by}于{day}授权，{row.mandate}"
