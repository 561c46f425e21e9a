"""The files of one agreement. Another kind of file is one more line of KINDS."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from agreements.archive.models import Card
from agreements.evidence.checking import exported
from agreements.evidence.models import Evidence
from agreements.evidence.sheet import build_sheet
from agreements.old.models import OldPaper
from agreements.papers.models import Paper
from agreements.signing.integrity import docx_of
from agreements.signing.scan_file import bundled
from agreements.signing.scan_models import Scan
from negotiate.media_types import ENDINGS

LONGEST: Final = 60  # characters of a folder's name: Windows counts the whole path
_NOT_IN_NAMES: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')


class File(NamedTuple):
    """One file, by its name inside the agreement's folder."""

    name: str
    content: bytes


def folder_of(number: int, card: Card) -> str:
    """The running number keeps two apart that are called alike; no name leads out of the folder."""
    said = _NOT_IN_NAMES.sub(" ", f"{card.enterprise.name} {card.number}").strip(" .")
    return f"{number:04} {said[:LONGEST].strip(' .')}"


def files_of(card: Card) -> Iterator[File]:
    """Everything that is kept of it. Raises Refused if it is not what was sealed."""
    if card.old_id is not None:
        yield _old(card.old_id)
        return
    paper = Paper.objects.select_related("room__book").get(card=card)
    for kind in KINDS:
        yield from kind(paper)


def _old(key: int) -> File:
    """The file as it was brought; its ending is what it is, not what it was called."""
    old = OldPaper.objects.get(pk=key)
    return File(f"旧文件.{ENDINGS[old.media_type]}", bytes(old.content))


def _papers(paper: Paper) -> Iterator[File]:
    yield File("文件.docx", docx_of(paper))


def _scans(paper: Paper) -> Iterator[File]:
    if Scan.objects.accepted().filter(paper=paper).exists():
        content, media_type = bundled(paper)
        yield File(f"签字扫描件.{ENDINGS[media_type]}", content)


def _evidence(paper: Paper) -> Iterator[File]:
    kept = Evidence.objects.filter(paper=paper).first()
    if kept is not None:
        said = exported(kept.content, kept.signature, kept.certificate)
        yield File("签署证明.json", said.encode())
        yield File("签署证明.docx", build_sheet(kept.content))


KINDS: Final[tuple[Callable[[Paper], Iterator[File]], ...]] = (_papers, _scans, _evidence)
