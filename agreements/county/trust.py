"""Under which roots a county's papers were signed, and whether they are trusted here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate, load_pem_x509_certificate, load_pem_x509_certificates

from agreements.county.scope import County
from agreements.county.values import Unreadable
from agreements.signing import authorities
from agreements.signing.digital.authority import fingerprint


def roots_of(county: County) -> bytes:
    """The roots that issued any of its certificates (PEM), in the order of their fingerprints."""
    used: dict[str, bytes] = {}
    for pem in county.certificates.values_list("pem", flat=True).distinct().iterator():
        leaf = load_pem_x509_certificate(pem.encode())
        used |= {fingerprint(root): kept for kept, root in _known() if _issued(root, leaf)}
    return b"".join(used[key] for key in sorted(used))


def require_trusted(pems: bytes, named: Collection[str]) -> list[bytes]:
    """Those of a file's roots that are to be trusted from now on: whoever runs this has named them
    by their fingerprints. Raises Unreadable for one that is neither named nor known."""
    known = {fingerprint(root) for _, root in _known()}
    strange = [root for root in _loaded(pems) if fingerprint(root) not in known]
    for root in strange:
        if fingerprint(root) not in named:
            raise Unreadable(
                f"the papers were signed under a root that is not trusted here; compare its "
                f"fingerprint with who signed them, then add --trust {fingerprint(root)}"
            )
    return [_pem(root) for root in strange]


def _known() -> Iterator[tuple[bytes, Certificate]]:
    for pem in authorities.roots():
        yield pem, _parsed(pem)


@lru_cache(maxsize=64)
def _parsed(pem: bytes) -> Certificate:
    return load_pem_x509_certificate(pem)


def _loaded(pems: bytes) -> Iterable[Certificate]:
    try:
        return load_pem_x509_certificates(pems) if pems else []
    except ValueError:
        raise Unreadable("roots.pem holds no certificates") from None


def _pem(root: Certificate) -> bytes:
    return root.public_bytes(Encoding.PEM)


def _issued(root: Certificate, leaf: Certificate) -> bool:
    try:
        leaf.verify_directly_issued_by(root)
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True
