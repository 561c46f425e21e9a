"""The time authority's word on the signatures of a paper: fetched while nothing is locked, then
given in an act like a phone's signature. Until then the paper waits, and its room says so; it is
never completed without, unless the installation has no time authority any more."""

import logging
from collections.abc import Callable

from agreements.papers.models import Paper
from agreements.signing import time_authority
from agreements.signing.completing import awaited_of, seal_if_whole, unstamped_of
from agreements.signing.digital.elements import stamped_bytes
from agreements.signing.waiting import paper_of
from negotiate.law import stages
from negotiate.law.refusal import Refused
from negotiate.law.words import Action
from negotiate.people.models import Seat
from negotiate.rooms.order import ordered

_log = logging.getLogger(__name__)
Values = dict[int, bytes]


def stamp(seat: Seat) -> Paper:
    """Have each signature stamped, and so complete the paper. Raises Refused, and then the paper
    waits as before: all tokens are given, or none."""
    values = _asked_for(seat)
    if not values:
        raise Refused("文件现在不等时间戳。")
    tokens = {key: time_authority.token(stamped_bytes(value)) for key, value in values.items()}
    with ordered(seat, Action.STAMP) as order:
        paper = paper_of(seat)
        if _waiting(paper) != values:
            raise Refused("文件已经更新，请刷新页面。")
        for one in unstamped_of(paper):
            one.token = tokens[one.pk]
            one.save(update_fields=["token"])
        order.note(stamped=sum(map(bool, tokens.values())))
        seal_if_whole(order, seat, paper)
    return paper


def and_stamped(seat: Seat, act: Callable[[], object]) -> Callable[[], None]:
    """The act, and if it was the last that the paper waited for, the time authority's at once. If
    that fails the act has been done all the same, and the room says what is awaited."""

    def both() -> None:
        act()
        try:
            if _asked_for(seat):
                stamp(seat)
        except Refused as refusal:
            _log.warning("room %s waits for its time-stamps: %s", seat.room_id, refusal)

    return both


def _asked_for(seat: Seat) -> Values:
    """What this seat may have stamped now: nobody else has the time authority asked."""
    newest = Paper.objects.of_room(seat.room_id).select_related("room").first()
    if newest is None:
        return {}
    room = newest.room
    may = stages.allows(room.goes_by, Action.STAMP, seat.capacities, room.is_at)
    return _waiting(newest) if may else {}


def _waiting(paper: Paper) -> Values:
    """The signatures to be stamped, by their rows, when all of them are there."""
    if awaited_of(paper).exists():
        return {}
    return {one.pk: bytes(one.value or b"") for one in unstamped_of(paper)}
