"""A real time authority: OpenSSL's, with a certificate under a root of the tests' own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

from tests.lacking import lacking

NAME: Final = "试验时间戳机构"
POLICY: Final = "1.2.3.4.1"
TELLS_TIME: Final = (ExtendedKeyUsageOID.TIME_STAMPING,)
_DAY: Final = timedelta(days=1)
_SETTINGS: Final = f"""
[tsa]
default_tsa = own
[own]
serial = serial
default_policy = {POLICY}
digests = sha256, sha512
signer_digest = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
"""
TST_INFO: Final = "1.2.840.113549.1.9.16.1.4"


@dataclass(frozen=True)
class Held:
    """A certificate with its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def key_pem(self) -> bytes:
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def issued(
    name: str,
    by: Held | None = None,
    usage: tuple[ObjectIdentifier, ...] = (),
    until: timedelta = 30 * _DAY,
) -> Held:
    """Under another, or a root; an authority over others unless it has a usage."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.certificate.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime.now(UTC) - 30 * _DAY)
        .not_valid_after(datetime.now(UTC) + until)
        .add_extension(x509.BasicConstraints(not usage, None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    if usage:
        builder = builder.add_extension(x509.ExtendedKeyUsage(usage), critical=True)
    return Held(builder.sign(by.key if by else key, hashes.SHA256()), key)


@dataclass(frozen=True)
class TimeAuthority:
    """OpenSSL with this certificate, and the root it is under."""

    root: Held
    own: Held
    folder: Path

    @classmethod
    def under(cls, root: Held, own: Held) -> TimeAuthority:
        folder = Path(mkdtemp(prefix="tsa-"))
        (folder / "settings").write_text(_SETTINGS)
        (folder / "own.pem").write_bytes(own.pem)
        (folder / "own.key").write_bytes(own.key_pem)
        (folder / "root.pem").write_bytes(root.pem)
        return cls(root, own, folder)

    def reply(self, query: bytes) -> bytes:
        """The answer to a request."""
        (self.folder / "query").write_bytes(query)
        given = ("-config", "settings", "-queryfile", "query", "-inkey", "own.key")
        self._run("ts", "-reply", *given, "-signer", "own.pem", "-out", "reply")
        return (self.folder / "reply").read_bytes()

    def verified(self, token: bytes, content: bytes) -> bool:
        """Whether OpenSSL, asked as anybody would ask it, finds that the token holds."""
        (self.folder / "token").write_bytes(token)
        (self.folder / "content").write_bytes(content)
        what = ("-in", "token", "-token_in", "-data", "content", "-CAfile", "root.pem")
        return self._run("ts", "-verify", *what, check=False).returncode == 0

    def signed_info(self, info: bytes) -> bytes:
        """A token around what another one says, by whatever certificate this one has: OpenSSL's
        time authority would refuse to use it."""
        (self.folder / "info").write_bytes(info)
        what = ("-sign", "-binary", "-nodetach", "-md", "sha256", "-econtent_type", TST_INFO)
        given = ("-in", "info", "-signer", "own.pem", "-inkey", "own.key", "-outform", "DER")
        self._run("cms", *what, *given, "-out", "made")
        return (self.folder / "made").read_bytes()

    def info_of(self, token: bytes) -> bytes:
        """What a token says, without who says it."""
        (self.folder / "token").write_bytes(token)
        given = ("-in", "token", "-inform", "DER", "-noverify", "-out", "info")
        self._run("cms", "-verify", *given)
        return (self.folder / "info").read_bytes()

    def _run(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[bytes]:
        program = shutil.which("openssl") or lacking("openssl", "openssl")
        return subprocess.run(
            [program, *words], cwd=self.folder, check=check, capture_output=True, timeout=60
        )


@cache
def root() -> Held:
    return issued("试验时间戳根")


@cache
def time_authority() -> TimeAuthority:
    return TimeAuthority.under(root(), issued(NAME, root(), TELLS_TIME))


@contextmanager
def other_authority() -> Iterator[TimeAuthority]:
    """Of the same names, under a root that nobody trusts."""
    stranger = issued("试验时间戳根")
    yield TimeAuthority.under(stranger, issued(NAME, stranger, TELLS_TIME))
