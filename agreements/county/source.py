"""A county's file, opened: nothing in it is read before it is known to be whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import IO, Any, Final
from zipfile import ZipFile

from agreements.county.kinds import FORMAT, KINDS, Kind
from agreements.county.values import Row, Unreadable
from agreements.county.writing import ABOUT, MANIFEST, ROOTS, file_name

CHUNK: Final = 1 << 20
LONGEST_LINE: Final = 64 << 20  # bytes: a paper's whole frozen text has a few hundred thousand


class Source:
    """Raises Unreadable for whatever is not exactly what the manifest says."""

    def __init__(self, packed: ZipFile) -> None:
        self._packed = packed
        self.manifest = self._manifest()
        self.county = str(self.manifest["county"])
        self._require_whole()

    def rows(self, kind: Kind) -> Iterator[Row]:
        with self._packed.open(f"kinds/{kind.name}.jsonl") as lines:
            for number, line in enumerate(_lines(lines, kind), 1):
                try:
                    yield json.loads(line)
                except ValueError:
                    raise Unreadable(f"{kind.name}: line {number} is no JSON") from None

    def file(self, digest: str) -> bytes:
        """The bytes that a row names. Raises KeyError if there are none."""
        return self._packed.read(file_name(digest))

    @property
    def roots(self) -> bytes:
        return self._packed.read(ROOTS)

    def _manifest(self) -> dict[str, Any]:
        try:
            told = json.loads(self._packed.read(MANIFEST))
            kinds = {one["name"] for one in told["kinds"]}
            said = told["format"], told["county"], told["files"], told["roots_sha256"]
        except (KeyError, ValueError, TypeError):
            raise Unreadable("it has no manifest of a county") from None
        if said[0] != FORMAT:
            raise Unreadable(f"its format is {said[0]}; this version reads {FORMAT}")
        odd = kinds.symmetric_difference(kind.name for kind in KINDS)
        if odd:
            raise Unreadable(f"kinds missing or unknown: {', '.join(sorted(odd))}")
        manifest: dict[str, Any] = told
        return manifest

    def _require_whole(self) -> None:
        """Every member is told of once and hashes to what is told."""
        names = self._packed.namelist()
        kept = [name for name in names if name.startswith("files/")]
        told = {f"kinds/{one['name']}.jsonl": one for one in self.manifest["kinds"]}
        odd = {*names, *told}.difference(kept, told, (MANIFEST, ROOTS, ABOUT))
        if odd or len(set(names)) != len(names) or len(kept) != self.manifest["files"]:
            raise Unreadable(f"files missing, unknown or twice: {', '.join(sorted(odd)) or kept}")
        for name, one in told.items():
            digest, lines = self._measured(name)
            if digest != one["sha256"] or lines != one["rows"]:
                raise Unreadable(f"{name} is not what the manifest says")
        for name in kept:
            if file_name(self._measured(name)[0]) != name:
                raise Unreadable(f"{name} is not what its name says")
        if self._measured(ROOTS)[0] != self.manifest["roots_sha256"]:
            raise Unreadable(f"{ROOTS} is not what the manifest says")

    def _measured(self, name: str) -> tuple[str, int]:
        digest, lines = hashlib.sha256(), 0
        try:
            with self._packed.open(name) as member:
                while part := member.read(CHUNK):
                    digest.update(part)
                    lines += part.count(b"\n")
        except KeyError:
            raise Unreadable(f"{name} is missing") from None
        return digest.hexdigest(), lines


def _lines(file: IO[bytes], kind: Kind) -> Iterator[bytes]:
    while line := file.readline(LONGEST_LINE):
        if not line.endswith(b"\n"):
            raise Unreadable(f"{kind.name}: a line is too long, or has no end")
        yield line
