"""Keys that a signer's own phone made and keeps: P-256, not to be read out of its browser. The
server sees the public half, and two signatures: one over the text that was read and drawn under,
at once; and one over the finished file, when all hands are on it."""

import base64
import binascii
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_public_key

from agreements.signing.digital.keys import key_holds
from negotiate.law.refusal import N_, Refused

LONGEST: Final = 200
"""Characters of a public key or a signature in Base64; P-256 needs 124 and 88."""


def public_key(text: str) -> ec.EllipticCurvePublicKey:
    """The key as the phone sends it: SubjectPublicKeyInfo in Base64. Raises Refused."""
    try:
        key = load_der_public_key(raw(text))
    except (ValueError, TypeError):
        raise _unreadable() from None
    if not isinstance(key, ec.EllipticCurvePublicKey) or key.curve.name != "secp256r1":
        raise _unreadable()
    return key


def require_possession(key: str, proof: str, digest: str) -> None:
    """Refuse a key whose holder has not signed this text's digest with it."""
    if not key_holds(public_key(key), digest.encode(), raw(proof)):
        raise _unreadable()


def raw(text: str) -> bytes:
    """Bytes from Base64. Raises Refused."""
    if len(text) > LONGEST:
        raise _unreadable()
    try:
        return base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error):
        raise _unreadable() from None


def _unreadable() -> Refused:
    return Refused(N_("本机的签名密钥没有传送完整，请刷新页面后重新签名。"))
