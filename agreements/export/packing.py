"""A ZIP of agreements, written while it is being sent: what is held in memory is one agreement."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from agreements.archive.models import Card
from agreements.export.files import File, files_of, folder_of
from agreements.export.selection import Selection
from negotiate.law.refusal import Refused

FORMAT: Final = "negotiate-export/1"
MANIFEST: Final = "MANIFEST.json"
SUMS: Final = "SHA256SUMS"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_PACKED: Final = (".docx", ".xlsx", ".jpg", ".png", ".pdf", ".zip")
"""Files that are compressed in themselves."""


class _Pipe:
    """What was written since somebody last took it. It can't be gone back in."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, part: bytes) -> int:
        self._parts.append(bytes(part))
        return len(part)

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """Whoever takes the last part closes."""

    def take(self) -> bytes:
        taken, self._parts = b"".join(self._parts), []
        return taken


def packed(selection: Selection) -> Iterator[bytes]:
    """Piece by piece. Hashes are known when everything is written: the lists of them come last."""
    pipe, sums, told = _Pipe(), list[str](), list[dict[str, Any]]()

    def add(name: str, content: bytes) -> str:
        entry = ZipInfo(name, _EPOCH)
        entry.compress_type = ZIP_STORED if name.endswith(_PACKED) else ZIP_DEFLATED
        archive.writestr(entry, content)
        digest = hashlib.sha256(content).hexdigest()
        sums.append(f"{digest}  {name}")
        return digest

    with ZipFile(pipe, "w") as archive:
        for number, card in enumerate(selection.cards(), 1):
            files, withheld = _files(selection, card)
            names = [(f"{folder_of(number, card)}/{one.name}", one.content) for one in files]
            listed = [{"file": name, "sha256": add(name, content)} for name, content in names]
            told.append({**_facts(card), "files": listed, "withheld": withheld})
            yield pipe.take()
        manifest = {"format": FORMAT, "agreements": told}
        add(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode())
        add(SUMS, "".join(f"{line}\n" for line in sums).encode())
    yield pipe.take()


def _files(selection: Selection, card: Card) -> tuple[list[File], str]:
    """Its files; or none, and the sentence why."""
    if not selection.is_own(card):
        return [], "只公开条款，文件和签署证明不在您的查看范围内。"
    try:
        return list(files_of(card)), ""
    except Refused as refusal:
        return [], str(refusal)


def _facts(card: Card) -> dict[str, str]:
    return {
        "number": card.number,
        "title": card.title,
        "enterprise": card.enterprise.name,
        "signed_on": card.signed_on.isoformat(),
        "grade": card.grade,
    }
