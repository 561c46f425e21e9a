"""Who signs: a certificate chain, and something that signs bytes. Nothing else is asked of a key,
so that the platform, a phone or a licensed certification authority may hold it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils

from agreements.signing.digital.names import ECDSA_SHA256, RSA_SHA256

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
PublicKey = rsa.RSAPublicKey | ec.EllipticCurvePublicKey
RSA_BITS: Final = 2048
_COORDINATE: Final = 32  # bytes of r and of s on P-256


class Signer(Protocol):
    """A certificate with the way to its key. ``sign`` gives the raw XML-DSig signature of the
    bytes: PKCS#1 v1.5 for RSA, r and s of 32 bytes each for P-256, both over SHA-256."""

    @property
    def certificate(self) -> x509.Certificate: ...

    def sign(self, content: bytes) -> bytes: ...


@dataclass(frozen=True)
class HeldKey:
    """A key that this process holds in memory: the platform's, or one made for a single paper."""

    certificate: x509.Certificate
    key: PrivateKey

    def sign(self, content: bytes) -> bytes:
        if isinstance(self.key, rsa.RSAPrivateKey):
            return self.key.sign(content, padding.PKCS1v15(), hashes.SHA256())
        der = self.key.sign(content, ec.ECDSA(hashes.SHA256()))
        return b"".join(n.to_bytes(_COORDINATE, "big") for n in utils.decode_dss_signature(der))


def algorithm(certificate: x509.Certificate) -> str:
    """The signature method that goes with a certificate's key. Raises ValueError for any key but
    RSA and P-256."""
    match certificate.public_key():
        case rsa.RSAPublicKey():
            return RSA_SHA256
        case ec.EllipticCurvePublicKey(curve=ec.SECP256R1()):
            return ECDSA_SHA256
    raise ValueError("a signing key is RSA or P-256")


@dataclass(frozen=True)
class Given:
    """A signature that was made elsewhere, over just the bytes that are to be signed."""

    certificate: x509.Certificate
    value: bytes

    def sign(self, content: bytes) -> bytes:
        """The signature. Raises ValueError if it is not one of these bytes."""
        if not holds(self.certificate, content, self.value):
            raise ValueError("the signature was made over something else")
        return self.value


def holds(certificate: x509.Certificate, content: bytes, signature: bytes) -> bool:
    """Whether the raw signature of the bytes was made with the certificate's key."""
    return key_holds(certificate.public_key(), content, signature)


def key_holds(key: object, content: bytes, signature: bytes) -> bool:
    """The same of a bare key."""
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, content, padding.PKCS1v15(), hashes.SHA256())
        elif isinstance(key, ec.EllipticCurvePublicKey) and len(signature) == 2 * _COORDINATE:
            r, s = (int.from_bytes(n, "big") for n in (signature[:32], signature[32:]))
            key.verify(utils.encode_dss_signature(r, s), content, ec.ECDSA(hashes.SHA256()))
        else:
            return False
    except InvalidSignature:
        return False
    return True
