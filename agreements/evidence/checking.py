"""Whether evidence holds. Pure: asked of the file alone, with what is trusted."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cryptography.x509 import load_pem_x509_certificate

from agreements.signing.digital.keys import holds
from agreements.verifying.trust import Bundle, doubts
from negotiate.law.canonical import canonical

GENESIS = "0" * 64


def exported(content: str, signature: str, certificate: str) -> str:
    """The evidence as a file: what was signed, and the signature beside it."""
    told = {"evidence": json.loads(content), "signature": signature, "certificate": certificate}
    return json.dumps(told, ensure_ascii=False, indent=1)


def faults(file: str, bundle: Bundle, docx: bytes | None = None) -> list[str]:
    """What is wrong with exported evidence; nothing, if it holds. With a paper: whether it is the
    one that the evidence is of."""
    try:
        told = json.loads(file)
        found = list(_faults(told, bundle))
        sha256 = told["evidence"]["paper"]["sha256"]
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        return [f"it cannot be read: {fault!r}"]
    if docx is not None and hashlib.sha256(docx).hexdigest() != sha256:
        found.append("it is the evidence of another file")
    return found


def _faults(told: dict[str, Any], bundle: Bundle) -> Iterator[str]:
    evidence = told["evidence"]
    certificate = load_pem_x509_certificate(told["certificate"].encode())
    signature = base64.b64decode(told["signature"], validate=True)
    if not holds(certificate, canonical(evidence), signature):
        yield "it was changed after it was signed"
    doubt = doubts(certificate, datetime.fromisoformat(evidence["paper"]["completed_at"]), bundle)
    if doubt:
        yield f"its signature is not trusted: {doubt}"
    yield from _chain_faults(evidence["record"]["entries"])
    last = json.loads(evidence["record"]["entries"][-1]["body"])
    if last["action"] != "complete" or last["data"]["sha256"] != evidence["paper"]["sha256"]:
        yield "its record does not end with the completion of its paper"


def _chain_faults(entries: list[dict[str, str]]) -> Iterator[str]:
    previous = GENESIS
    for number, entry in enumerate(entries, 1):
        linked = hashlib.sha256(f"{previous}\n{entry['body']}".encode()).hexdigest()
        if entry["previous"] != previous or entry["digest"] != linked:
            yield f"entry {number} does not follow the entry before it"
        previous = entry["digest"]
