"""Where the product's own certification authority is kept: a folder outside the database, in it a
numbered folder for each root there has been. The newest issues; the older ones stay trusted, for
what was signed under them.

A root's folder holds `root.pem`, `root.key`, `platform.pem` and `platform.key`: the root, and the
certificate with which the platform seals papers; both keys encrypted with AUTHORITY_PASSPHRASE,
readable by their owner alone. `trusted` holds the roots, without keys, under which papers were
signed that were brought here from another installation. Whoever copies the folder and knows the
passphrase can sign in the authority's name: docs/signing.md says how it is backed up.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509 import load_pem_x509_certificate
from django.conf import settings
from django.utils import timezone

from agreements.signing.digital.authority import Authority, fingerprint, name
from agreements.signing.digital.keys import RSA_BITS, HeldKey
from negotiate.law.refusal import N_, Refused

ROOT_NAME: Final = "一事一议签署根证书"
PLATFORM_NAME: Final = "一事一议签署平台"
TRIAL: Final = "演示，不用于实际签署"
NONE_YET: Final = N_("还没有设立签署证书机构，不能签署，什么都没有改动。请管理员先设立。")
LOCKED: Final = N_("签署证书机构的密钥打不开，不能签署，什么都没有改动。请管理员检查口令。")
OTHERS: Final = "trusted"
SHORTEST: Final = 20
"""Characters of a passphrase: it protects a key that could sign in everybody's name."""


@dataclass(frozen=True)
class Office:
    """An authority that can issue, and the platform's own key under it."""

    authority: Authority
    platform: HeldKey


def folder() -> Path:
    return Path(settings.AUTHORITY_DIR)


def numbers() -> list[int]:
    """Of the roots there have been, the oldest first."""
    if not folder().is_dir():
        return []
    return sorted(int(one.name) for one in folder().iterdir() if one.name.isdigit())


def roots() -> list[bytes]:
    """Every root certificate that is trusted (PEM): others', then our own, the newest last."""
    own = [folder() / f"{number}" / "root.pem" for number in numbers()]
    return [path.read_bytes() for path in (*sorted((folder() / OTHERS).glob("*.pem")), *own)]


def trust(root: bytes) -> None:
    """Trust another installation's root (PEM) from now on, for what was signed under it. Whoever
    runs this has compared its fingerprint."""
    others = folder() / OTHERS
    others.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = others / f"{fingerprint(load_pem_x509_certificate(root))}.pem"
    if not path.exists():
        _keep(path, root, 0o644)


def office() -> Office:
    """The one that issues now. Raises Refused if there is none, or its passphrase is wrong. A
    demonstration or a test makes its own."""
    if not numbers() and not settings.PRODUCTION:
        make(TRIAL)
    existing = numbers()
    if not existing:
        raise Refused(NONE_YET)
    try:
        return _opened(folder() / f"{existing[-1]}", settings.AUTHORITY_PASSPHRASE)
    except (ValueError, TypeError, OSError):
        raise Refused(LOCKED) from None


def make(organisation: str) -> int:
    """Make the next root and the platform's certificate under it; its number. It appears whole or
    not at all, and of two who make the same number at once the first one's counts."""
    parent = folder()
    parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    number = (numbers() or [0])[-1] + 1
    made = Path(tempfile.mkdtemp(prefix=".making-", dir=parent))
    _write(made, number, organisation)
    try:
        made.rename(parent / f"{number}")
    except OSError:
        shutil.rmtree(made)
        if number not in numbers():
            raise
    return number


def _write(into: Path, number: int, organisation: str) -> None:
    now = timezone.now()  # the real time, which a play may be months ahead of
    passphrase = settings.AUTHORITY_PASSPHRASE.encode()
    authority = Authority.make(f"{ROOT_NAME} {number}", organisation, now)
    key = rsa.generate_private_key(public_exponent=65537, key_size=RSA_BITS)
    subject = name(PLATFORM_NAME, organisation)
    platform = Authority(authority.issue(subject, key.public_key(), now), key)
    for kind, one in (("root", authority), ("platform", platform)):
        _keep(into / f"{kind}.pem", one.pem, 0o644)
        _keep(into / f"{kind}.key", one.key_pem(passphrase), 0o600)


def _keep(path: Path, content: bytes, mode: int) -> None:
    """On the disk before anything is signed with it."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


@lru_cache(maxsize=4)
def _opened(of: Path, passphrase: str) -> Office:
    """Read once a process: to decrypt a key takes longer than to sign with it."""
    secret = passphrase.encode()
    root = Authority.load((of / "root.pem").read_bytes(), (of / "root.key").read_bytes(), secret)
    key = serialization.load_pem_private_key((of / "platform.key").read_bytes(), secret)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise ValueError("the platform's key is RSA")
    return Office(root, HeldKey(load_pem_x509_certificate((of / "platform.pem").read_bytes()), key))
