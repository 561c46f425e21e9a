"""Time-stamp tokens (RFC 3161): asked for, and read back without believing anything in them.

A token proves that what was stamped existed at its time, by the signature of a time authority whose
root is pinned. Structure, signature, purpose, chain and time of the certificates are
`rfc3161-client`'s to check (OpenSSL underneath); what it leaves open is asked here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from cryptography import x509
from cryptography.x509.oid import NameOID
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)
from rfc3161_client import TimeStampRequest as Request

LARGEST: Final = 20_000
"""Bytes of a token; one with its chain has five thousand."""
DRIFT: Final = timedelta(minutes=5)
"""How far two clocks may be apart."""
_SHA256: Final = "2.16.840.1.101.3.4.2.1"
_GRANTED: Final = bytes.fromhex("3003020100")  # PKIStatusInfo


class Spoilt(ValueError):
    """No token over these bytes."""


class Untrusted(ValueError):
    """A token over these bytes, from nobody who is trusted to tell the time."""


@dataclass(frozen=True)
class Stamp:
    """When, and by the name of whose certificate."""

    at: datetime
    by: str


def asked(content: bytes) -> Request:
    """The request for a token over the bytes' SHA-256, with a nonce, and the authority's
    certificate in it."""
    return TimestampRequestBuilder().data(content).hash_algorithm(HashAlgorithm.SHA256).build()


def answered(answer: bytes, to: Request, content: bytes, policy: str = "") -> bytes:
    """The token of an answer, if it is one to this request, under the policy (an OID) if one is
    named. Who signed it is not asked here. Raises Spoilt."""
    response = _decoded(answer)
    if response.status != 0:
        raise Spoilt(f"refused with status {response.status} {response.status_string}")
    token = response.time_stamp_token()
    _require_over(response, content)
    if response.tst_info.nonce != to.nonce:
        raise Spoilt("the nonce is another one")
    if policy and response.tst_info.policy.dotted_string != policy:
        raise Spoilt(f"the policy is {response.tst_info.policy.dotted_string}")
    return token


def read(token: bytes, content: bytes, roots: Sequence[x509.Certificate]) -> Stamp:
    """What a token over the bytes says. Raises Spoilt or Untrusted."""
    response = _decoded(_as_answer(token))
    _require_over(response, content)
    if not roots:
        raise Untrusted("no time authority is trusted here")
    builder = VerifierBuilder(roots=list(dict.fromkeys(roots)))
    try:
        builder.build().verify_message(response, content)
    except (VerificationError, ValueError) as fault:
        raise Untrusted("its time-stamp is by nobody who is trusted to tell the time") from fault
    return Stamp(response.tst_info.gen_time, _name(_signer(response)))


def require_plausible(stamp: Stamp, signed_at: datetime, now: datetime) -> None:
    """Refuse a time before that of the signature, or one that is still to come. Raises
    Untrusted."""
    if stamp.at < signed_at - DRIFT:
        raise Untrusted(f"its time-stamp of {stamp.at:%Y-%m-%d %H:%M:%S} is older than itself")
    if stamp.at > now + DRIFT:
        raise Untrusted(f"its time-stamp of {stamp.at:%Y-%m-%d %H:%M:%S} is still to come")


def _decoded(answer: bytes) -> TimeStampResponse:
    if len(answer) > LARGEST:
        raise Spoilt("the answer is too large")
    try:
        return decode_timestamp_response(answer)
    except ValueError as fault:
        raise Spoilt(f"{fault}") from fault


def _as_answer(token: bytes) -> bytes:
    """The library reads answers: SEQUENCE { granted, token }."""
    inside = _GRANTED + token[:LARGEST]
    return b"\x30\x82" + len(inside).to_bytes(2, "big") + inside


def _require_over(response: TimeStampResponse, content: bytes) -> None:
    try:
        imprint = response.tst_info.message_imprint
    except ValueError as fault:
        raise Spoilt(f"{fault}") from fault
    if imprint.hash_algorithm.dotted_string != _SHA256:
        raise Spoilt("it is over another kind of digest")
    if imprint.message != hashlib.sha256(content).digest():
        raise Spoilt("it is over something else")


def _signer(response: TimeStampResponse) -> x509.Certificate:
    """The certificate that signed. That it does nothing but tell the time (RFC 3161, 2.3) has been
    found out with its chain."""
    (info,) = response.signed_data.signer_infos
    own = (info.issuer, info.serial_number)
    loaded = map(x509.load_der_x509_certificate, response.signed_data.certificates)
    return next(one for one in loaded if (one.issuer, one.serial_number) == own)


def _name(certificate: x509.Certificate) -> str:
    for which in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        for one in certificate.subject.get_attributes_for_oid(which):
            return str(one.value)
    return certificate.subject.rfc4514_string()
