"""Whether a kept file still is what the record says was kept: asked before it is handed out, and
by `manage.py verify_record`."""

import hashlib
import json
import logging
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any, Final

from django.db.models import QuerySet

from agreements.papers.models import Paper
from agreements.signing.scan_models import Scan
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Action
from negotiate.rooms.models import Room

logger = logging.getLogger(__name__)
Fact = Mapping[str, Any]
Facts = list[tuple[str, Fact]]
"""What was done to complete a paper, with what the record says of each act, in order."""
_OF_COMPLETING: Final = frozenset({Action.UPLOAD_SCAN, Action.ACCEPT_SCAN, Action.COMPLETE})


def docx_of(paper: Paper) -> bytes:
    """The bytes of a complete paper. Raises Refused if they are not those that were sealed."""
    _require_genuine(paper, _docx_faults(paper, _facts_of(paper)))
    return bytes(paper.docx or b"")


def scan_of(paper: Paper) -> list[tuple[bytes, str]]:
    """The files of a paper's scan, each with its media type. Raises Refused if they are not those
    that were accepted."""
    scan = paper.scan
    _require_genuine(paper, _scan_faults(scan, _facts_of(paper)))
    return [(bytes(file.content), file.media_type) for file in scan.files.all()]


def room_faults(room: Room) -> dict[str, list[str]]:
    """What is wrong with the room's complete papers, for verify_record; nothing, if there is none
    and the record tells of none."""
    told = _told(room)
    papers = list(_complete(room))
    found: dict[str, list[str]] = {}
    for paper, facts in zip_longest(papers, told, fillvalue=None):
        if paper is not None:
            found |= _paper_faults(paper, _own(paper, facts or []))
        elif facts and Action.COMPLETE in dict(facts):
            lost = "the record says that it was completed, and it is not there"
            found[f"paper of room {room.pk}"] = [lost]
    return found


def _paper_faults(paper: Paper, facts: Mapping[str, Fact]) -> dict[str, list[str]]:
    found = {f"paper {paper.number}": list(_docx_faults(paper, facts))}
    if paper.grade == Paper.Grade.C or _scan_told(facts):
        scan = Scan.objects.filter(paper=paper).first()
        found[f"scan of paper {paper.number}"] = list(_scan_faults(scan, facts))
    return found


def _complete(room: Room) -> QuerySet[Paper]:
    """In the order in which they were completed: a later one is drawn only after the one before."""
    return Paper.objects.filter(room=room, completed_at__isnull=False).order_by("pk")


def _facts_of(paper: Paper) -> Mapping[str, Fact]:
    """What the record says of completing this one."""
    place = _complete(paper.room).filter(pk__lt=paper.pk).count()
    return _own(paper, dict(enumerate(_told(paper.room))).get(place, []))


def _own(paper: Paper, facts: Facts) -> dict[str, Fact]:
    """Without what was done to a paper that the talks left before it was complete. A second act of
    the kind is no addition to the first."""
    own: dict[str, Fact] = {}
    for action, data in facts:
        if data.get("digest", paper.digest) == paper.digest:
            own.setdefault(action, data)
    return own


def _told(room: Room) -> list[Facts]:
    """What the record says of completing, a paper each. An entry spoilt by hand says nothing."""
    told: list[Facts] = [[]]
    for body in room.book.entries.order_by("number").values_list("body", flat=True):
        match _said(body):
            case {"action": action, "data": dict(data)} if action in _OF_COMPLETING:
                told[-1].append((action, data))
                if action == Action.COMPLETE:
                    told.append([])
    return told


def _said(body: str) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None


def _docx_faults(paper: Paper, facts: Mapping[str, Fact]) -> Iterator[str]:
    digest = hashlib.sha256(bytes(paper.docx or b"")).hexdigest()
    told = facts.get(Action.COMPLETE, {})
    if digest != paper.sha256:
        yield f"the file hashes to {digest}, its row says {paper.sha256}"
    if digest != told.get("sha256"):
        yield f"the file hashes to {digest}, the record says {told.get('sha256', 'nothing')}"
    for name, kept in (("number", paper.number), ("grade", paper.grade)):
        if kept != told.get(name):
            yield f"its row says {name} {kept}, the record says {told.get(name, 'nothing')}"


def _scan_told(facts: Mapping[str, Fact]) -> list[str]:
    """The SHA-256 of each file, as the record has them. Before scans were compared, uploading one
    was accepting it."""
    accepted = facts.get(Action.ACCEPT_SCAN)
    if accepted is not None:
        return list(accepted.get("files", ()))
    uploaded = facts.get(Action.UPLOAD_SCAN, {})
    return [uploaded["scan"]] if "scan" in uploaded else []


def _scan_faults(scan: Scan | None, facts: Mapping[str, Fact]) -> Iterator[str]:
    told = _scan_told(facts)
    if scan is None or scan.is_draft:
        yield "the record says that it was uploaded, and it is not there"
        return
    for file, said in zip_longest(scan.files.all(), told):
        if file is None:
            yield f"the record says {said}, and there is no such file"
            continue
        digest = hashlib.sha256(bytes(file.content)).hexdigest()
        if digest != file.sha256:
            yield f"the file hashes to {digest}, its row says {file.sha256}"
        if digest != said:
            yield f"the file hashes to {digest}, the record says {said or 'nothing'}"


def _require_genuine(paper: Paper, faults: Iterator[str]) -> None:
    found = list(faults)
    if found:
        logger.error("paper %s of room %s: %s", paper.pk, paper.room_id, "; ".join(found))
        raise Refused(N_("这份文件与存档时的摘要不符，可能被改动过，不能下载。请联系管理员核查。"))
