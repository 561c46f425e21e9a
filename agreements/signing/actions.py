"""Signing by finger (grade B) or in ink (grade C). The last hand completes the paper."""

import hashlib
from functools import partial

from agreements.papers.actions import complete, require_as_shown, text_of
from agreements.papers.models import Paper
from agreements.papers.text import SignatureBlock
from agreements.signing.ink import draw
from agreements.signing.models import Scan, Signature
from agreements.signing.scans import media_type
from agreements.signing.strokes import digest, parse
from negotiate import moment
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Action
from negotiate.people.models import Seat
from negotiate.rooms.order import ordered
from negotiate.rooms.telling import written


def sign(seat: Seat, *, text_digest: str, strokes: str) -> Paper:
    """Put one's hand to the text named by its digest. The last of the signers completes it."""
    drawn = parse(strokes)
    with ordered(seat, Action.SIGN) as order:
        paper = _paper_of(seat)
        if text_digest != paper.digest:
            raise Refused("文本刚刚改过，请看清新的文本再签署。")
        if seat.pk not in paper.frozen["signers"]:
            raise Refused(_not_a_signer(paper))
        if paper.signatures.filter(seat=seat).exists():
            raise Refused("您已签署过这份文本。")
        signature = Signature.objects.create(
            paper=paper,
            seat=order.seat,
            digest=paper.digest,
            strokes=strokes,
            strokes_digest=digest(drawn),
            image=draw(drawn),
            at=moment.now(),
        )
        order.note(
            digest=paper.digest,
            strokes=signature.strokes_digest,
            image=hashlib.sha256(signature.image).hexdigest(),
        )
        if missing(paper):
            require_as_shown(paper)  # the first hand shall find it out, not the last
        else:
            order.then(partial(_complete, seat, paper, "B"))
    return paper


def upload_scan(seat: Seat, *, content: bytes, signer_ids: list[int]) -> Paper:
    """Keep the paper signed in ink. Every signer's hand must be on it, and none on a phone:
    a signature that was acknowledged is never passed over."""
    with ordered(seat, Action.UPLOAD_SCAN) as order:
        paper = _paper_of(seat)
        if paper.signatures.exists():
            raise Refused("已有人在手机上签署，不能再改用纸签，请其余签署人也在手机上签署。")
        kind = media_type(content)
        must = set(paper.frozen["signers"])
        if not must <= set(signer_ids):
            raise Refused("扫描件上应有每位签署人的签字，请逐一核对后勾选。")
        names = list(Seat.objects.filter(pk__in=must).values_list("person__name", flat=True))
        scan = Scan.objects.create(
            paper=paper,
            content=content,
            media_type=kind,
            sha256=hashlib.sha256(content).hexdigest(),
            signers=names,
            uploaded_by=order.seat,
        )
        order.note(scan=scan.sha256, signers=names, digest=paper.digest)
        order.then(partial(_complete, seat, paper, "C"))
    return paper


def _not_a_signer(paper: Paper) -> str:
    if paper.is_contract:
        return N_("合同由双方首席代表签署，不用您签署。")
    return N_("归纳时您没有签到，这份文本没有列您签署，不能签署。")


def missing(paper: Paper) -> list[Seat]:
    """Whose signature the paper still waits for."""
    signed = paper.signatures.values_list("seat", flat=True)
    waiting = set(paper.frozen["signers"]) - set(signed)
    return list(Seat.objects.filter(pk__in=waiting).select_related("person"))


def _complete(seat: Seat, paper: Paper, grade: str) -> None:
    with ordered(seat, Action.COMPLETE) as order:
        if grade == "B":
            complete(paper, "B", _blocks(paper))
        else:
            complete(paper, "C")
        order.note(number=paper.number, grade=grade, sha256=paper.sha256)


def _blocks(paper: Paper) -> tuple[SignatureBlock, ...]:
    """The places for signatures, filled in the order in which they stand on the paper."""
    given = {signature.seat_id: signature for signature in paper.signatures.all()}
    hands = [given[seat] for seat in paper.frozen["signers"]]
    return tuple(
        SignatureBlock(
            role_label=place.role_label,
            name=place.name,
            seal=place.seal,
            image=bytes(hand.image),
            signed_at=written(hand.at),
            stroke_digest=hand.strokes_digest,
        )
        for place, hand in zip(text_of(paper).signatures, hands, strict=True)
    )


def _paper_of(seat: Seat) -> Paper:
    """The room's paper, locked. Refused if it has none."""
    newest = Paper.objects.of_room(seat.room_id).select_for_update().first()
    if newest is None:
        raise Refused("还没有可以签署的文件。")
    return newest
