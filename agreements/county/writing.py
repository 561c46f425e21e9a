"""A county written down: the same county, the same bytes."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from tempfile import TemporaryFile
from typing import IO, Any, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.db import connection, transaction

from agreements.county.closed import References
from agreements.county.kinds import FORMAT, KINDS, Kind
from agreements.county.scope import County
from agreements.county.sound import require_sound
from agreements.county.telling import Told, nobody
from agreements.county.trust import roots_of
from agreements.county.values import is_account, written
from negotiate.law.canonical import sha256_of

MANIFEST: Final = "manifest.json"
ROOTS: Final = "roots.pem"
ABOUT: Final = "README.txt"
BATCH: Final = 200
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_READ_ME: Final = f"""{FORMAT}

The archive of one county: its agreements with all that proves them.

manifest.json   what is in this file: every kind, how many rows it has, and its SHA-256
kinds/*.jsonl   the rows of each kind in UTF-8, one JSON object a line
files/*         papers, evidence, pictures: each under the SHA-256 of its bytes, as rows name it
roots.pem       the root certificates under which the papers were signed

A row is named by its first field; a field that has another kind's name in it names a row of that
kind. Times are UTC, amounts of money are text. An entry's digest is the SHA-256 of the digest
before it, a line end, and its body.
"""


@dataclass
class _Written:
    """The file as far as it has come."""

    packed: ZipFile
    files: set[str] = field(default_factory=set)
    kinds: list[dict[str, Any]] = field(default_factory=list)

    def keep(self, content: bytes) -> str:
        """Bytes that several rows name are kept once."""
        digest = sha256_of(content)
        if digest not in self.files:
            self.files.add(digest)
            self.packed.writestr(_entry(file_name(digest), ZIP_STORED), content)
        return digest

    def add(self, name: str, content: bytes) -> None:
        self.packed.writestr(_entry(name), content)


def file_name(digest: str) -> str:
    return f"files/{digest[:2]}/{digest}"


def export(county: County, out: IO[bytes], told: Told = nobody) -> dict[str, int]:
    """Write it into an open file; how many rows there are of each kind. Raises Unreadable if the
    county's own record does not hold: what is broken is not passed on."""
    with _one_moment(), ZipFile(out, "w") as packed:
        require_sound(county.books, county.rooms, county.lineage)
        into, references = _Written(packed), References()
        for kind in KINDS:
            _write(kind, county, into, references, told)
        references.require_whole()
        roots = roots_of(county)
        into.add(ROOTS, roots)
        into.add(ABOUT, _READ_ME.encode())
        manifest = {
            "format": FORMAT,
            "county": county.federation.name,
            "kinds": into.kinds,
            "files": len(into.files),
            "roots_sha256": sha256_of(roots),
        }
        into.add(MANIFEST, _line(manifest, indent=1))
    return {one["name"]: one["rows"] for one in into.kinds}


def _write(kind: Kind, county: County, into: _Written, references: References, told: Told) -> None:
    """Its rows by way of a temporary file: the files that they name are written meanwhile."""
    accounts = [one.name for one in kind.fields if is_account(one)]
    rows = kind.rows(county).order_by(kind.key)
    if accounts:
        rows = rows.select_related(*accounts)
    count, digest = 0, hashlib.sha256()
    with TemporaryFile() as lines:
        for row in rows.iterator(BATCH):
            plain = written(kind, row, into.keep)
            references.note(kind, plain)
            line = _line(plain)
            digest.update(line)
            lines.write(line)
            count += 1
            told(kind.name, count)
        entry = _entry(f"kinds/{kind.name}.jsonl")
        entry.file_size = lines.tell()
        lines.seek(0)
        with into.packed.open(entry, "w") as member:
            shutil.copyfileobj(lines, member)
    said = {"name": kind.name, "rows": count, "sha256": digest.hexdigest()}
    into.kinds.append(said)


def _line(plain: Any, indent: int | None = None) -> bytes:
    """What lies in JSON columns has its keys in another order on each database: here in one. The
    key of the row comes first, where people look for it."""
    if indent is not None:
        return json.dumps(plain, ensure_ascii=False, indent=indent).encode() + b"\n"
    values = {name: _sorted(value) for name, value in plain.items()}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _sorted(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    return list(map(_sorted, value)) if isinstance(value, list) else value


def _entry(name: str, method: int = ZIP_DEFLATED) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH)
    entry.compress_type = method
    entry.create_system, entry.external_attr = 3, 0o644 << 16  # on whatever system it is written
    return entry


@contextmanager
def _one_moment() -> Iterator[None]:
    """All tables as they are now, whatever is written meanwhile; on SQLite nobody writes."""
    alone = not connection.in_atomic_block
    with transaction.atomic():
        if alone and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
