"""What is known of a paper's signing, put together when its last act has been written down."""

import hashlib
from collections.abc import Iterator
from typing import Any, Final

from agreements.papers.models import Paper
from agreements.papers.package import unpack
from agreements.signing.accepting import told_of
from agreements.signing.comparing import compared
from agreements.signing.digital.manifest import references
from agreements.signing.digital.names import SIGNATURES
from agreements.signing.models import Certificate, Signature
from agreements.signing.scan_models import Scan
from agreements.signing.time_authority import said_of
from negotiate.law.canonical import digest

FORMAT: Final = "negotiate-evidence/1"
Facts = dict[str, Any]


def gather(paper: Paper) -> Facts:
    """Plain JSON. Nothing in it that both sides may not read: the record is common to them."""
    return {
        "format": FORMAT,
        "paper": _paper(paper),
        "parties": paper.frozen["text"]["parties"],
        "signers": [_signer(one) for one in _signatures(paper)],
        "certificates": [_certificate(one) for one in paper.certificates.select_related("seat")],
        "ink": _ink(paper),
        "record": _record(paper),
    }


def _paper(paper: Paper) -> Facts:
    docx = bytes(paper.docx or b"")
    parts = {path: part for path, part in unpack(docx).items() if not path.startswith(SIGNATURES)}
    return {
        "number": paper.number,
        "title": paper.title,
        "kind": paper.kind,
        "grade": paper.grade,
        "enterprise": paper.enterprise.name,
        "completed_at": paper.completed_at.isoformat() if paper.completed_at else "",
        "sha256": paper.sha256,
        "text_sha256": paper.digest,
        "check_at": paper.frozen["text"].get("check_at", ""),
        "layout_sha256": paper.layout.sha256 if paper.layout else "",
        "terms_sha256": paper.frozen["text"]["terms_digest"],
        "manifest": {one.uri: one.digest for one in references(parts)},
    }


def _signatures(paper: Paper) -> Iterator[Signature]:
    """In the order in which the hands were given."""
    yield from paper.signatures.select_related("seat__person", "seat__account").order_by("at")


def _signer(signature: Signature) -> Facts:
    seat = signature.seat
    return {
        "name": seat.person.name,
        "post": seat.person.post,
        "side": seat.side,
        "capacity": seat.capacity,
        "identity": signature.identity,
        "remote": signature.remote,
        "arrived_at": seat.arrived_at.isoformat() if seat.arrived_at else "",
        "signed_at": signature.at.isoformat(),
        "text_sha256": signature.digest,
        "intent": signature.intent,
        "intent_sha256": signature.intent_digest,
        "read_from": signature.read_from.isoformat() if signature.read_from else "",
        "claimed_ms": {"end": signature.end_after, "signed": signature.signed_after},
        "device": signature.device,
        "address": signature.address or "",
        "strokes_sha256": signature.strokes_digest,
        "picture_sha256": hashlib.sha256(bytes(signature.image)).hexdigest(),
        "public_key": signature.public_key,
        "possession": signature.possession,
    }


def _certificate(of: Certificate) -> Facts:
    stamp = said_of(bytes(of.value or b""), bytes(of.token or b""))
    return {
        "role": of.role,
        "name": of.seat.person.name if of.seat else "",
        "custody": of.custody,
        "serial": of.serial,
        "fingerprint": of.fingerprint,
        "stamped": {"at": stamp.at.isoformat(), "by": stamp.by} if stamp else None,
    }


def _ink(paper: Paper) -> Facts | None:
    """The scan, and who found at each point that it agrees with the text."""
    scans = Scan.objects.accepted().select_related("accepted_by__person")
    scan = scans.filter(paper=paper).first()
    if scan is None or scan.accepted_by is None or scan.accepted_at is None:
        return None
    found = told_of(compared(paper, scan))
    return {
        "files": [
            {
                "sha256": file.sha256,
                "media_type": file.media_type,
                "uploaded_by": file.uploaded_by.person.name,
                "at": file.at.isoformat(),
            }
            for file in scan.files.defer("content").select_related("uploaded_by__person")
        ],
        "signers": scan.signers,
        "findings": found,
        "findings_sha256": digest(found),
        "accepted_by": scan.accepted_by.person.name,
        "at": scan.accepted_at.isoformat(),
    }


def _record(paper: Paper) -> Facts:
    """The whole chain so far, the paper's completion its last entry."""
    entries = paper.room.book.entries.order_by("number")
    return {
        "book": paper.room.book_id,
        "entries": [
            {"body": one.body, "previous": one.previous, "digest": one.digest} for one in entries
        ],
    }
