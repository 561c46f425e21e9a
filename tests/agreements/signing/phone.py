"""A phone that keeps its own key, without the browser round it."""

import base64
from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from agreements.papers.models import Paper
from agreements.scenarios.handwriting import scrawl
from agreements.signing.actions import give_value, sign
from agreements.signing.models import Certificate
from agreements.signing.sealing import to_sign
from negotiate.people.models import Seat


@dataclass(frozen=True)
class Phone:
    """What a phone's browser does, with the same kind of key."""

    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    @property
    def name(self) -> str:
        public = self.key.public_key()
        der = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        return base64.b64encode(der).decode()

    def sign(self, content: bytes) -> str:
        der = self.key.sign(content, ec.ECDSA(hashes.SHA256()))
        raw = b"".join(n.to_bytes(32, "big") for n in utils.decode_dss_signature(der))
        return base64.b64encode(raw).decode()


def draw(seat: Seat, phone: Phone) -> None:
    """Put this seat's hand to the paper, its key kept by the phone."""
    digest = Paper.objects.get(room=seat.room_id).digest
    proof = phone.sign(digest.encode())
    hand = scrawl(seat.person.name)
    sign(seat, text_digest=digest, strokes=hand, public_key=phone.name, possession=proof)


def give(seat: Seat, phone: Phone) -> None:
    """Sign the finished file with the phone's key."""
    one = Certificate.objects.get(paper__room=seat.room_id, seat=seat, value=None)
    value = phone.sign(to_sign(one.paper, one))
    give_value(seat, certificate=one.fingerprint, value=value)
