"""The chiefs' word on the draft of a contract: exactly this text goes before those it will bind."""

from agreements.papers.actions import require_as_shown
from agreements.papers.models import Paper
from agreements.signing.models import Initial
from negotiate import moment
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Side
from negotiate.people.models import Seat
from negotiate.rooms.order import ordered


def initial(seat: Seat, *, text_digest: str) -> None:
    """Stand by the draft named by its digest. With both chiefs' words it goes to ratification."""
    with ordered(seat, Action.INITIAL) as order:
        paper = draft_of(seat)
        if text_digest != paper.digest:
            raise Refused("文本刚刚改过，请看清新的文本再签署。")
        if paper.initials.filter(seat=order.seat).exists():
            raise Refused("您已签署过这份草案。")
        require_as_shown(paper)
        Initial.objects.create(paper=paper, seat=order.seat, digest=paper.digest, at=moment.now())
        order.stays = paper.initials.count() < len(Side)
        order.note(number=paper.number, digest=paper.digest, both=not order.stays)


def draft_of(seat: Seat) -> Paper:
    """The contract that the room has summed up to, locked."""
    newest = Paper.objects.of_room(seat.room_id).select_for_update().first()
    if newest is None or not newest.is_contract:
        raise Refused("还没有合同草案。")
    return newest


def may_initial(seat: Seat, paper: Paper) -> bool:
    """Whether this chief's word on the draft is still missing."""
    waits = paper.is_contract and not paper.initials.filter(seat=seat).exists()
    return waits and seat.may(Action.INITIAL)
