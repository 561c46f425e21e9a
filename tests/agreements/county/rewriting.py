"""A county's file with something in it changed, and the manifest made to agree or not."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from cryptography.x509 import load_pem_x509_certificates

from agreements.signing.digital.authority import fingerprint

Members = dict[str, bytes]
Rows = list[dict[str, Any]]


def members(file: Path) -> Members:
    with ZipFile(file) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(into: Path, parts: Members) -> Path:
    with ZipFile(into, "w", ZIP_DEFLATED) as out:
        for name, content in parts.items():
            out.writestr(name, content)
    return into


def rows(parts: Members, kind: str) -> Rows:
    return [json.loads(line) for line in parts[f"kinds/{kind}.jsonl"].splitlines()]


def change(parts: Members, kind: str, act: Callable[[Rows], Any]) -> None:
    """Change rows of a kind, and let the manifest tell of them as they are then."""
    changed = rows(parts, kind)
    act(changed)
    content = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in changed).encode()
    parts[f"kinds/{kind}.jsonl"] = content
    digest = hashlib.sha256(content).hexdigest()

    def told(manifest: dict[str, Any]) -> None:
        [own] = [one for one in manifest["kinds"] if one["name"] == kind]
        own.update(rows=len(changed), sha256=digest)

    retell(parts, told)


def retell(parts: Members, act: Callable[[dict[str, Any]], Any]) -> None:
    """Change the manifest."""
    manifest = json.loads(parts["manifest.json"])
    act(manifest)
    parts["manifest.json"] = json.dumps(manifest).encode()


def root_of(file: Path) -> str:
    [root] = load_pem_x509_certificates(members(file)["roots.pem"])
    return fingerprint(root)
