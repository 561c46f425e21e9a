"""I would accept if you do (对方同意我就同意): a chief's secret, until both have said it."""

from django.db.models import QuerySet

from negotiate.ballots.models import Poll
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Capacity, Side
from negotiate.people.models import Seat
from negotiate.rooms.actions.ledger import current
from negotiate.rooms.models import Version, WouldAccept
from negotiate.rooms.order import Order, ordered, privately


class _NotBoth(Exception):
    """The other has not said it of this version; nobody is told that somebody has."""


def accept_if(seat: Seat, term_id: int, text_hash: str) -> bool:
    """Say it of exactly this text. Once both have (True), the record and every screen says so;
    until then it is only kept. It replaces no confirmation; a new version forgets it, and so does
    the own side's vote if it fails."""
    with privately(seat, Action.ACCEPT_IF, term_id) as order:
        version = current(order.about())
        if version.digest != text_hash:
            raise Refused("文本刚刚改过，请看清新的文本再说。")
        _require_sense(order, version)
        WouldAccept.objects.update_or_create(
            version=version, side=order.seat.side, defaults={"seat": order.seat}
        )
    # Kept by now, so that of two who say it at once the later sees both.
    return _words(version).count() == len(Side) and _reveal(seat, term_id)


def take_back(seat: Seat, term_id: int) -> None:
    """As if it had never been said; no more once both have."""
    with privately(seat, Action.ACCEPT_IF, term_id) as order:
        version = current(order.about())
        gone, _ = WouldAccept.objects.filter(version=version, seat=order.seat).delete()
        if not gone:
            version.refresh_from_db()
            if version.both_would:
                raise Refused("双方都这样说了，已经告诉大家，不能再收回。")
            raise Refused("您还没有这样说过。")


def has_said(seat: Seat, version_id: int) -> bool:
    """Whether this very seat has; nobody else's business."""
    return WouldAccept.objects.filter(version=version_id, seat=seat).exists()


def lapse(version: Version, side: Side) -> None:
    """The side's own rule has failed for this version, so its chief would not accept it any more.
    As secret as the word was."""
    WouldAccept.objects.filter(version=version, side=side).delete()


def _reveal(seat: Seat, term_id: int) -> bool:
    try:
        with ordered(seat, Action.ACCEPT_IF, term_id) as order:
            version = current(order.about())
            words = list(_words(version).select_for_update(of=("self",)))
            if len(words) < len(Side):
                raise _NotBoth
            version.both_would = True
            version.save(update_fields=["both_would"])
            WouldAccept.objects.filter(version=version).delete()
            order.note(version=version.number, digest=version.digest, both=True)
    except _NotBoth:
        return False
    return True


def _words(version: Version) -> QuerySet[WouldAccept]:
    """Of those who are chiefs still."""
    chiefs = WouldAccept.objects.filter(version=version, seat__left_at=None)
    return chiefs.filter(seat__capacity=Capacity.CHIEF).order_by("side")


def _require_sense(order: Order, version: Version) -> None:
    """Nothing here may depend on what the other side keeps to itself."""
    side = order.seat.of
    if not version.is_through_gate:
        raise Refused("这个方案还没有通过程序门槛，现在不能这样说。")
    if version.both_would:
        raise Refused("双方都已经这样说了，请按本方的规则办，再确认文本。")
    if version.confirmations.filter(side=side, void=False).exists():
        raise Refused("您已确认过这份文本。")
    own = version.polls.filter(side=side, state=Poll.State.CLOSED, binding=True)
    if own.filter(passed=False).exists():
        raise Refused("本方没有表决通过这个方案。")
