"""Whom the verifier trusts: pinned roots, and no certificate that had been revoked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature

from agreements.signing.digital.authority import fingerprint
from agreements.verifying.answers import Registered


@dataclass(frozen=True)
class Revoked:
    """From when on a certificate counts no more, and why."""

    since: datetime
    reason: str


@dataclass(frozen=True)
class Bundle:
    """Everything that an answer rests on besides the file: root certificates, revoked serials
    (hexadecimal), the register: the papers of a number, none where it cannot be asked; and the
    roots of those who may tell the time, with what leads to them."""

    roots: tuple[x509.Certificate, ...]
    revoked: Mapping[str, Revoked] = field(default_factory=dict)
    register: Callable[[str], Sequence[Registered]] = lambda number: ()
    time_roots: tuple[x509.Certificate, ...] = ()


def doubts(certificate: x509.Certificate, at: datetime, bundle: Bundle) -> str:
    """Why the certificate is not to be trusted at that moment; nothing, if it is."""
    root = next((one for one in bundle.roots if _issued(one, certificate)), None)
    if root is None:
        return f"{fingerprint(certificate)} was issued by nobody who is trusted"
    for one in (certificate, root):
        if not one.not_valid_before_utc <= at <= one.not_valid_after_utc:
            return f"{fingerprint(one)} was not valid then"
    revoked = bundle.revoked.get(f"{certificate.serial_number:x}")
    if revoked is not None and at >= revoked.since:
        return (
            f"{fingerprint(certificate)} was revoked on {revoked.since:%Y-%m-%d}: {revoked.reason}"
        )
    return ""


def _issued(root: x509.Certificate, leaf: x509.Certificate) -> bool:
    """Directly: there is no certificate between."""
    try:
        leaf.verify_directly_issued_by(root)
    except (InvalidSignature, ValueError, TypeError):
        return False
    return not _is_authority(leaf)


def _is_authority(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return True  # ours all say that they are none
