"""The paper that a room waits to have signed, and whose hands are still missing."""

from agreements.papers.models import Paper
from agreements.signing.scan_models import Scan
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Capacity
from negotiate.people.models import Seat


def paper_of(seat: Seat) -> Paper:
    """The room's paper, locked. Refused if it has none."""
    newest = Paper.objects.of_room(seat.room_id).select_for_update().first()
    if newest is None:
        raise Refused("还没有可以签署的文件。")
    return newest


def missing(paper: Paper) -> list[Seat]:
    """Whose signature the paper still waits for: nobody's, if an accepted scan bears them all."""
    if is_in_ink(paper):
        return []
    signed = paper.signatures.values_list("seat", flat=True)
    waiting = set(paper.frozen["signers"]) - set(signed)
    return list(Seat.objects.filter(pk__in=waiting).select_related("person"))


def is_in_ink(paper: Paper) -> bool:
    """Whether a scan was accepted as the proof that all have signed it."""
    return Scan.objects.accepted().filter(paper=paper).exists()


def require_no_hand(paper: Paper) -> None:
    """A signature that was acknowledged on a phone is never passed over."""
    if paper.signatures.exists():
        raise Refused("已有人在手机上签署，不能再改用纸签，请其余签署人也在手机上签署。")


def require_signer(seat: Seat, paper: Paper) -> None:
    """Refuse whoever the paper does not ask, or has signed it already."""
    if seat.pk not in paper.frozen["signers"]:
        raise Refused(_not_a_signer(seat, paper))
    if is_in_ink(paper):
        raise Refused("已经用纸签署，不用再在手机上签署。")
    if paper.signatures.filter(seat=seat).exists():
        raise Refused("您已签署过这份文本。")


def _not_a_signer(seat: Seat, paper: Paper) -> str:
    if paper.is_contract:
        return N_("合同由双方首席代表签署，不用您签署。")
    if seat.capacity == Capacity.REPRESENTATIVE:
        return N_("这份文本没有列您签署，不用您签署。")
    return N_("归纳时您没有签到，这份文本没有列您签署，不能签署。")
