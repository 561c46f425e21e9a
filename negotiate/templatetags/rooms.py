"""The law's table, asked by a template: which buttons a page shows."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString

from negotiate import moment
from negotiate.people.hall import hall_path
from negotiate.rooms.qr import origin_for_phones, qr
from negotiate.rooms.sight.rights import rights_of
from negotiate.rooms.sight.seen import TermView

register = template.Library()


@register.simple_tag(takes_context=True)
def may(context: Context, action: str, term: TermView | None = None) -> bool:
    """Whether those who look, or the seat whose page this is, may do `action` now."""
    state = term.state if term else ""
    if "rights" in context:
        return bool(getattr(context["rights"], f"{action}_{state}"))
    seat = context["seat"]
    return rights_of(seat.room.goes_by, seat.capacities, seat.room.is_at).may(action, state)


@register.simple_tag
def clock() -> int:
    """The product's time in milliseconds since 1970, for clocks that run down on a page."""
    return int(moment.now().timestamp() * 1000)


@register.simple_tag
def hall_qr(room_id: int) -> SafeString:
    """The QR code by which all staff of a room come in."""
    return qr(origin_for_phones() + hall_path(room_id))


@register.filter
def under(cells: Iterable[str], head: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each cell of a row with its heading: on a phone a row is a card, and names its own cells."""
    return zip(head, cells, strict=True)


@register.filter
def of(things: Iterable[tuple[str, Any]], key: str) -> Any:
    """What stands under a key in these pairs, or nothing: also where there are none at all."""
    return dict(things).get(key) if things else None
