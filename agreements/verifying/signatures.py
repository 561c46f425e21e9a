"""A signature is right when it is, byte for byte, what this product writes: it is composed anew
from the few things that may vary in it, over what is in the file now, and compared."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography import x509
from cryptography.x509.oid import NameOID
from lxml import etree

from agreements.signing.digital import names as n
from agreements.signing.digital.authority import fingerprint
from agreements.signing.digital.elements import (
    Occasion,
    put_value,
    signature,
    signed_bytes,
    stamped_bytes,
    written,
)
from agreements.signing.digital.keys import holds
from agreements.signing.digital.manifest import Reference
from agreements.signing.digital.stamps import Stamp, read
from agreements.verifying.answers import Signed
from agreements.verifying.markup import Foreign, parsed

_NAMES = {"d": n.DSIG, "xd": n.XADES, "m": n.MDSSI, "o": n.OFFICE}
_STAMP = ".//xd:EncapsulatedTimeStamp"


class Broken(ValueError):
    """A signature that does not hold, or is not one of ours."""


@dataclass(frozen=True)
class Claim:
    """What varies from one signature to another. `token`: a time authority's, if it has one."""

    certificate: x509.Certificate
    role: str
    occasion: Occasion
    value: bytes
    token: bytes

    def stamp(self, roots: Sequence[x509.Certificate]) -> Stamp | None:
        """What its token says, if it has one. Raises Spoilt or Untrusted."""
        return read(self.token, stamped_bytes(self.value), roots) if self.token else None


def check(part: bytes, manifest: list[Reference], number: int) -> Claim:
    """The signature of a part, if it holds over this manifest. Raises Broken."""
    claim = _claim(part)
    root = signature(claim.certificate, claim.role, claim.occasion, manifest, number)
    content = signed_bytes(root)
    if put_value(root, claim.value, claim.token) != part:
        raise Broken("it does not sign what is in the file")
    if not holds(claim.certificate, content, claim.value):
        raise Broken("its value is not that of its key")
    return claim


def listed(part: bytes) -> Mapping[str, str]:
    """What the signature says it has signed: digests by address. Nothing here is checked."""
    try:
        found = parsed(part, "a signature").iterfind(".//d:Manifest/d:Reference", _NAMES)
        return {e.get("URI", ""): e.findtext("d:DigestValue", "", _NAMES) for e in found}
    except Foreign:
        return {}


def told(claim: Claim, stamp: Stamp | None) -> Signed:
    """The signature in words."""
    return Signed(
        name=_attribute(claim.certificate, NameOID.COMMON_NAME),
        organisation=_attribute(claim.certificate, NameOID.ORGANIZATION_NAME),
        role=claim.role,
        at=claim.occasion.written,
        fingerprint=fingerprint(claim.certificate),
        serial=f"{claim.certificate.serial_number:x}",
        stamped_at=written(stamp.at) if stamp else "",
        stamped_by=stamp.by if stamp else "",
    )


def _attribute(certificate: x509.Certificate, which: x509.ObjectIdentifier) -> str:
    return " ".join(str(one.value) for one in certificate.subject.get_attributes_for_oid(which))


def _claim(part: bytes) -> Claim:
    root = parsed(part, "a signature")
    at = datetime.strptime(_text(root, ".//m:SignatureTime/m:Value"), "%Y-%m-%dT%H:%M:%SZ")
    return Claim(
        x509.load_der_x509_certificate(_bytes(root, "d:KeyInfo/d:X509Data/d:X509Certificate")),
        _text(root, ".//xd:ClaimedRole"),
        Occasion(at.replace(tzinfo=UTC), _text(root, ".//xd:CommitmentTypeQualifier")),
        _bytes(root, "d:SignatureValue"),
        base64.b64decode(root.findtext(_STAMP, "", _NAMES), validate=True),
    )


def _text(root: etree._Element, path: str) -> str:
    found = root.findtext(path, None, _NAMES)
    if found is None:
        raise Broken(f"it has no {path}")
    return found


def _bytes(root: etree._Element, path: str) -> bytes:
    return base64.b64decode(_text(root, path), validate=True)
