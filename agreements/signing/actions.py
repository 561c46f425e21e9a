"""Signing by finger (grade B): the last hand completes the paper. What completes it, it completes
a paper signed in ink (grade C) as well, once its scan has been compared (`comparing`)."""

import hashlib
from functools import partial

from agreements.papers.actions import require_as_shown, text_of
from agreements.papers.models import Paper
from agreements.papers.text import Grade, SignatureBlock
from agreements.signing.circumstances import NOT_TOLD, Circumstances
from agreements.signing.completing import awaited_of, seal_if_whole
from agreements.signing.digital.keys import holds
from agreements.signing.ink import draw
from agreements.signing.models import Certificate, Signature
from agreements.signing.phone_keys import raw, require_possession
from agreements.signing.refusing import take_back
from agreements.signing.sealing import prepare, require_office, to_sign
from agreements.signing.strokes import digest, parse
from agreements.signing.waiting import missing, paper_of, require_signer
from negotiate import moment
from negotiate.law.refusal import Refused
from negotiate.law.words import Action
from negotiate.people.models import Seat
from negotiate.rooms.order import Order, ordered
from negotiate.rooms.telling import written


def sign(
    seat: Seat,
    *,
    text_digest: str,
    strokes: str,
    public_key: str = "",
    possession: str = "",
    circumstances: Circumstances = NOT_TOLD,
) -> Paper:
    """Put one's hand to the text named by its digest; `public_key` and `possession` if the phone
    keeps a key for it. The last of the signers completes it, or the last phone after that."""
    drawn = parse(strokes)
    if public_key:
        require_possession(public_key, possession, text_digest)
    with ordered(seat, Action.SIGN) as order:
        paper = paper_of(seat)
        if text_digest != paper.digest:
            raise Refused("文本刚刚改过，请看清新的文本再签署。")
        require_signer(seat, paper)
        if take_back(order, paper):
            order.note(takes_back=True)
        signature = Signature.objects.create(
            paper=paper,
            seat=order.seat,
            digest=paper.digest,
            strokes=strokes,
            strokes_digest=digest(drawn),
            image=draw(drawn),
            public_key=public_key if order.seat.is_chief else "",
            possession=possession if order.seat.is_chief else "",
            **circumstances.kept(),
            at=moment.now(),
        )
        order.note(
            digest=paper.digest,
            intent=signature.intent_digest,
            remote=signature.remote,
            strokes=signature.strokes_digest,
            custody="phone" if signature.public_key else "event",
            image=hashlib.sha256(signature.image).hexdigest(),
        )
        if missing(paper):
            require_as_shown(paper)  # the first hand shall find it out, not the last
            require_office()
        else:
            order.then(partial(put_together, order, seat, paper, "B"))
    return paper


def give_value(seat: Seat, *, certificate: str, value: str) -> Paper:
    """A phone's signature over the finished file, with the key that it keeps. The last one seals
    the paper."""
    with ordered(seat, Action.SEAL) as order:
        paper = paper_of(seat)
        awaited = awaited_of(paper).filter(seat=order.seat, fingerprint=certificate).first()
        if awaited is None:
            raise Refused("文件已经更新，请刷新页面。")
        if not holds(awaited.loaded(), to_sign(paper, awaited), raw(value)):
            raise Refused("本机的签名与文件不符，没有收下。请刷新页面，或者改用平台代管的密钥。")
        awaited.value = raw(value)
        awaited.save(update_fields=["value"])
        order.note(certificate=awaited.fingerprint, custody=awaited.custody)
        seal_if_whole(order, seat, paper)
    return paper


def take_platform_key(seat: Seat) -> Paper:
    """A chief whose phone cannot sign any more lets the platform make a key for this one paper."""
    with ordered(seat, Action.SEAL) as order:
        paper = paper_of(seat)
        if not awaited_of(paper).filter(seat=order.seat).exists():
            raise Refused("不用再签：没有在等您的手机。")
        paper.signatures.filter(seat=order.seat).update(public_key="", possession="")
        order.note(custody=Certificate.Custody.EVENT.value)
        order.then(partial(put_together, order, seat, paper, "B"))
    return paper


def put_together(order: Order, seat: Seat, paper: Paper, grade: Grade) -> None:
    """All hands are on it: the file stands, and is sealed if no phone has to sign."""
    at = moment.now().replace(microsecond=0)  # a signature tells its time in seconds
    prepare(paper, grade, _blocks(paper), at)
    seal_if_whole(order, seat, paper)


def _blocks(paper: Paper) -> tuple[SignatureBlock, ...]:
    """The places for signatures, filled in the order in which they stand on the paper."""
    given = {signature.seat_id: signature for signature in paper.signatures.select_related("seat")}
    if not given:
        return ()  # they are in ink
    hands = [given[seat] for seat in paper.frozen["signers"]]
    return tuple(
        SignatureBlock(
            role_label=place.role_label,
            name=place.name,
            seal=place.seal,
            image=bytes(hand.image),
            signed_at=written(hand.at),
            custody=_custody(hand),
            stroke_digest=hand.strokes_digest,
        )
        for place, hand in zip(text_of(paper).signatures, hands, strict=True)
    )


def _custody(hand: Signature) -> str:
    """Who keeps the key of a chief's digital signature, as the paper says it."""
    if not hand.seat.is_chief:
        return ""
    return "由本人手机保管" if hand.public_key else "由系统为本次签署生成，用后即毁"
