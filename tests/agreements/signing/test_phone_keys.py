"""Keys that phones keep: made while the paper is read, asked for when all hands are on it."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.urls import reverse

from agreements.checking.register import bundle
from agreements.papers.models import Paper
from agreements.papers.reading import full_text
from agreements.scenarios.handwriting import scrawl
from agreements.signing import authorities
from agreements.signing.actions import give_value, sign, take_platform_key
from agreements.signing.models import Certificate, Signature
from agreements.verifying.answers import Answer
from agreements.verifying.verify import verify
from negotiate.law.refusal import Refused
from negotiate.law.words import Side
from negotiate.people.models import Seat
from negotiate.record.chain import read
from tests.agreements.signing.digital.xmlsec import verify as ask_xmlsec
from tests.agreements.signing.phone import Phone, draw, give
from tests.negotiate.meeting import Meeting
from tests.visitor import seated

W, E = Side.WORKER, Side.EMPLOYER


def paper_of(meeting: Meeting) -> Paper:
    return Paper.objects.get(room=meeting.room)


def asked(seat: Seat) -> dict[str, Any]:
    """What the seat's page is asked to sign, as its script reads it."""
    answer = seated(seat).get(reverse("paper-seal", args=[seat.pk]))
    assert answer.status_code == 200
    told: dict[str, Any] = json.loads(answer.content)
    return told


def test_two_phones_seal_the_paper_with_keys_that_the_platform_never_had(
    summed: Meeting, tmp_path: Path
) -> None:
    phones = {side: Phone() for side in Side}
    for side in Side:
        draw(summed.chief(side), phones[side])
    assert not paper_of(summed).is_complete
    for side in Side:
        give(summed.chief(side), phones[side])
    paper = paper_of(summed)
    assert paper.is_complete
    assert paper.prepared is None
    docx = bytes(paper.docx or b"")
    assert verify(docx, bundle()).answer is Answer.AUTHENTIC
    for number in (1, 2, 3):
        assert ask_xmlsec(docx, number, authorities.roots()[-1], tmp_path).ok
    assert full_text(docx).count("密钥：由本人手机保管") == 2
    custody = [one.custody for one in paper.certificates.all()]
    assert custody == ["phone", "phone", "platform"]
    acts = [act["action"] for act in read(summed.room.book)]
    assert [one for one in acts if one != "entered"][-5:] == [
        "sign", "sign", "seal", "seal", "complete",
    ]  # fmt: skip


def test_a_phone_beside_one_that_keeps_no_key(summed: Meeting) -> None:
    phone = Phone()
    draw(summed.chief(W), phone)
    summed.sign(E)
    assert [one.custody for one in Certificate.objects.all()] == ["phone", "event", "platform"]
    give(summed.chief(W), phone)
    text = full_text(bytes(paper_of(summed).docx or b""))
    assert "密钥：由本人手机保管" in text
    assert "密钥：由系统为本次签署生成，用后即毁" in text


def test_until_the_phone_has_signed_the_room_says_what_is_awaited(summed: Meeting) -> None:
    phone = Phone()
    draw(summed.chief(W), phone)
    summed.sign(E)
    own = seated(summed.chief(W)).get(reverse("seat", args=[summed.chief(W).pk]))
    assert 'data-seal="paper/seal/"' in own.content.decode()
    other = seated(summed.chief(E)).get(reverse("seat", args=[summed.chief(E).pk]))
    assert "等手机完成最后一步" in other.content.decode()
    assert "data-seal" not in other.content.decode()


def test_a_lost_phone_is_replaced_by_a_key_of_the_platform(summed: Meeting) -> None:
    lost, kept = Phone(), Phone()
    draw(summed.chief(W), lost)
    draw(summed.chief(E), kept)
    give(summed.chief(E), kept)
    take_platform_key(summed.chief(W))
    assert not paper_of(summed).is_complete  # another file: the other phone signs it anew
    give(summed.chief(E), kept)
    paper = paper_of(summed)
    assert verify(bytes(paper.docx or b""), bundle()).answer is Answer.AUTHENTIC
    assert [one.custody for one in paper.certificates.all()] == ["event", "phone", "platform"]


def test_a_value_over_something_else_is_refused_and_nothing_changes(summed: Meeting) -> None:
    phone, other = Phone(), Phone()
    draw(summed.chief(W), phone)
    summed.sign(E)
    told = asked(summed.chief(W))
    for value in (phone.sign(b"x"), other.sign(base64.b64decode(told["content"])), "no", ""):
        with pytest.raises(Refused):
            give_value(summed.chief(W), certificate=told["certificate"], value=value)
    with pytest.raises(Refused, match="刷新"):
        give_value(summed.chief(W), certificate="0" * 64, value=phone.sign(b"x"))
    with pytest.raises(Refused, match="刷新"):
        give_value(summed.chief(E), certificate=told["certificate"], value=phone.sign(b"x"))
    assert Certificate.objects.filter(value=None).count() == 1
    assert not paper_of(summed).is_complete


def test_nobody_else_is_told_what_a_phone_has_to_sign(summed: Meeting) -> None:
    draw(summed.chief(W), Phone())
    summed.sign(E)
    for seat in (summed.chief(E), summed.other(W)):
        assert seated(seat).get(reverse("paper-seal", args=[seat.pk])).status_code == 404


def spki(key: Any) -> str:
    der = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(der).decode()


@pytest.mark.parametrize(
    "key",
    [
        "nonsense",
        "A" * 300,
        base64.b64encode(b"nonsense").decode(),
        spki(ec.generate_private_key(ec.SECP384R1())),
        spki(rsa.generate_private_key(public_exponent=65537, key_size=2048)),
        Phone().name,
    ],
    ids=["text", "long", "bytes", "P-384", "RSA", "somebody else's"],
)
def test_a_key_that_is_none_or_not_the_senders_is_refused(summed: Meeting, key: str) -> None:
    seat, digest = summed.chief(W), paper_of(summed).digest
    proof = Phone().sign(digest.encode())
    with pytest.raises(Refused, match="没有传送完整"):
        sign(seat, text_digest=digest, strokes=scrawl("王"), public_key=key, possession=proof)
    assert not Signature.objects.exists()
