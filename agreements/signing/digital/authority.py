"""The product's own one-tier certification authority: a root that issues every leaf directly.

One tier, because LibreOffice finds no intermediate certificate of a XAdES signature and other
verifiers take none from KeyInfo. Not a licensed authority (电子签名法 16-18): papers say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

from agreements.signing.digital.keys import RSA_BITS, HeldKey, PublicKey

ROOT_YEARS: Final = 30
LEAF_YEARS: Final = 10
"""An unstamped signature is reported as expired when its certificate is; so it lives long."""
_YEAR: Final = timedelta(days=365)
_EARLY: Final = timedelta(minutes=5)  # clocks differ
DOCUMENT_SIGNING: Final = ObjectIdentifier("1.3.6.1.4.1.311.10.3.12")
_EMAIL: Final = ExtendedKeyUsageOID.EMAIL_PROTECTION
_FORBIDDEN: Final = str.maketrans(dict.fromkeys(',"+<>;\\=#\n\r\t', " "))
LONGEST: Final = 64
"""Characters of a name (X.520's upper bound)."""

_OIDS: Final = {
    "C": NameOID.COUNTRY_NAME,
    "O": NameOID.ORGANIZATION_NAME,
    "OU": NameOID.ORGANIZATIONAL_UNIT_NAME,
    "CN": NameOID.COMMON_NAME,
}


def name(common: str, organisation: str = "", unit: str = "") -> x509.Name:
    """A distinguished name without the marks that programmes disagree on how to quote."""
    said = {"C": "CN", "O": organisation, "OU": unit, "CN": common}
    plain = {
        key: " ".join(one.translate(_FORBIDDEN).split())[:LONGEST] for key, one in said.items()
    }
    return x509.Name([x509.NameAttribute(_OIDS[key], one) for key, one in plain.items() if one])


def written_name(of: x509.Name) -> str:
    """As XAdES wants it: the most specific first, with a comma and a space between."""
    short = {oid: key for key, oid in _OIDS.items()}
    return ", ".join(f"{short[one.oid]}={one.value!s}" for one in reversed(list(of)))


@dataclass(frozen=True)
class Authority:
    """A root certificate with its key, which issues leaves."""

    certificate: x509.Certificate
    key: rsa.RSAPrivateKey

    @classmethod
    def make(cls, common: str, organisation: str, now: datetime) -> Authority:
        """A new root, valid from now on."""
        key = rsa.generate_private_key(public_exponent=65537, key_size=RSA_BITS)
        subject = name(common, organisation)
        builder = _builder(subject, subject, key.public_key(), now, ROOT_YEARS)
        builder = builder.add_extension(x509.BasicConstraints(True, 0), critical=True)
        builder = builder.add_extension(_usage(signs_certificates=True), critical=True)
        own = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
        builder = builder.add_extension(own, critical=False)
        return cls(builder.sign(key, hashes.SHA256()), key)

    @classmethod
    def load(cls, certificate: bytes, key: bytes, passphrase: bytes) -> Authority:
        """From PEM. Raises ValueError if the passphrase is wrong or they do not belong together."""
        loaded = serialization.load_pem_private_key(key, passphrase)
        root = x509.load_pem_x509_certificate(certificate)
        if not isinstance(loaded, rsa.RSAPrivateKey) or loaded.public_key() != root.public_key():
            raise ValueError("the key is not that of the certificate")
        return cls(root, loaded)

    def key_pem(self, passphrase: bytes) -> bytes:
        """The key, encrypted (PKCS#8)."""
        return self.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(passphrase),
        )

    @cached_property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    def issue(self, subject: x509.Name, key: PublicKey, now: datetime) -> x509.Certificate:
        """A certificate for signing documents with this key."""
        builder = _builder(subject, self.certificate.subject, key, now, LEAF_YEARS)
        of_root = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        own = x509.SubjectKeyIdentifier.from_public_key(key)
        builder = builder.add_extension(x509.BasicConstraints(False, None), critical=True)
        builder = builder.add_extension(_usage(signs_certificates=False), critical=True)
        builder = builder.add_extension(
            x509.ExtendedKeyUsage([_EMAIL, DOCUMENT_SIGNING]), critical=False
        )
        builder = builder.add_extension(own, critical=False)
        builder = builder.add_extension(of_root, critical=False)
        return builder.sign(self.key, hashes.SHA256())

    def issue_once(self, subject: x509.Name, now: datetime) -> HeldKey:
        """A key made for one paper: it is in this process's memory alone, and goes with it."""
        key = ec.generate_private_key(ec.SECP256R1())
        return HeldKey(self.issue(subject, key.public_key(), now), key)


def fingerprint(certificate: x509.Certificate) -> str:
    """Hex SHA-256 of the whole certificate."""
    return certificate.fingerprint(hashes.SHA256()).hex()


def _builder(
    subject: x509.Name, issuer: x509.Name, key: PublicKey, now: datetime, years: int
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _EARLY)
        .not_valid_after(now + _YEAR * years)
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=not signs_certificates,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )
