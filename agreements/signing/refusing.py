"""Refusing to sign, with the reason: an outcome of its own, told to everybody in the room. Whoever
refused may sign after all while the paper still waits; that he refused stays."""

from agreements.papers.models import Paper
from agreements.signing.models import Refusal
from agreements.signing.waiting import paper_of, require_signer
from negotiate import moment
from negotiate.law.legible import is_legible, tidied
from negotiate.law.refusal import Refused
from negotiate.law.words import Action
from negotiate.people.models import Seat
from negotiate.rooms.order import Order, ordered

LONGEST = Refusal._meta.get_field("reason").max_length or 0


def refuse_to_sign(seat: Seat, *, text_digest: str, reason: str) -> None:
    """Decline to put one's hand to the text named by its digest, and say why."""
    why = tidied(reason)
    if not why or len(why) > LONGEST or not is_legible(why, lines=True):
        raise Refused("请写明拒绝签署的理由，最多 %(most)s 个字。", most=LONGEST)
    with ordered(seat, Action.REFUSE_TO_SIGN) as order:
        paper = paper_of(seat)
        if text_digest != paper.digest:
            raise Refused("文本刚刚改过，请看清新的文本再决定。")
        require_signer(seat, paper)
        if paper.refusals.standing().filter(seat=seat).exists():
            raise Refused("您已拒绝签署这份文本，理由已经记下。")
        Refusal.objects.create(paper=paper, seat=order.seat, reason=why, at=moment.now())
        order.note(title=paper.title, number=paper.number, digest=paper.digest, reason=why)


def take_back_refusal(seat: Seat) -> None:
    """Refuse no more: the hand is awaited again, on the phone or in ink."""
    with ordered(seat, Action.TAKE_BACK_REFUSAL) as order:
        paper = paper_of(seat)
        if not take_back(order, paper):
            raise Refused("您没有拒绝签署这份文本。")
        order.note(title=paper.title, number=paper.number)


def take_back(order: Order, paper: Paper) -> bool:
    """Whether the one who acts had refused this paper, and does no more."""
    own = paper.refusals.standing().filter(seat=order.seat)
    return bool(own.update(withdrawn_at=moment.now()))


def require_unrefused(paper: Paper) -> None:
    """Nobody's refusal is passed over by saying that his hand is on a scan."""
    standing = paper.refusals.standing().select_related("seat__person")
    names = tuple(refusal.seat.person.name for refusal in standing)
    if names:
        raise Refused(
            "%(names)s已拒绝签署；本人改变主意的，请本人先在手机上收回或者签署。", names=names
        )
