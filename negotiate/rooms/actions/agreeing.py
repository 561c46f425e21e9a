"""A chief's one press on a whole package."""

from django.db import transaction

from negotiate.law import packages
from negotiate.law.refusal import Refused
from negotiate.law.words import Action
from negotiate.people.models import Seat
from negotiate.rooms.actions import consent
from negotiate.rooms.models import Bound, Room
from negotiate.rooms.order import record_refusal


def agree(seat: Seat, package_id: int, text_hash: str) -> None:
    """Confirm every term of the package that this side has not confirmed yet, or none of them:
    each is an act of its own in the record, under the side's own rule for that term."""
    try:
        with transaction.atomic():
            Room.objects.select_for_update(of=("self",)).get(pk=seat.room_id)
            for bound in _left(seat, package_id, text_hash):
                consent.confirm(seat, bound.term_id, bound.version.digest)
    except Refused as refusal:
        record_refusal(seat, Action.CONFIRM, refusal)
        raise


def _left(seat: Seat, package_id: int, text_hash: str) -> list[Bound]:
    standing = {"package__room": seat.room_id, "package__agreed_at": None, "holds": True}
    bound = list(Bound.objects.filter(package=package_id, **standing).select_related("version"))
    if not bound:
        raise Refused("这一包已经拆开或者谈定了。")
    if packages.digest_of([(each.term_id, each.version.digest) for each in bound]) != text_hash:
        raise Refused("请看清这一包的全文再同意。")
    said = set(
        Bound.objects.filter(
            package=package_id,
            version__confirmations__side=seat.side,
            version__confirmations__void=False,
        ).values_list("pk", flat=True)
    )
    left = [each for each in bound if each.pk not in said]
    if not left:
        raise Refused("您已同意过这一包。")
    return left
