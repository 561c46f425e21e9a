"""xmlsec1, a verifier that shares nothing with this product, asked about a signed .docx."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from lxml import etree

from agreements.signing.digital import names as n
from tests.lacking import lacking

_IDS = ("Signature", "Object", f"{n.XADES}:SignedProperties", "SignatureProperty")


class Told(NamedTuple):
    """What it counts: references of SignedInfo and of the Manifest that hold, of all. Its exit
    status says nothing of the parts."""

    core: tuple[int, int]
    parts: tuple[int, int]
    ok: bool

    @property
    def word(self) -> str:
        """What it says of the signature. At a certificate that it does not trust it stops before
        it looks at SignedInfo; when it counts nothing at all, it has ended itself."""
        if self.core == (0, 0):
            return "untrusted" if self.parts[1] else "no answer"
        whole = all(held == of for held, of in (self.core, self.parts))
        return "valid" if self.ok and whole else "broken"


def require() -> str:
    """Where xmlsec1 is. Without it the test is left out; in CI that is a failure."""
    return shutil.which("xmlsec1") or lacking("xmlsec1", "xmlsec1")


def signatures(docx: bytes) -> list[int]:
    """The numbers of the file's signatures."""
    with ZipFile(BytesIO(docx)) as packed:
        parts = set(packed.namelist())
    return [number for number in range(1, 10) if n.signature_part(number) in parts]


def verify(docx: bytes, number: int, root: bytes, folder: Path) -> Told:
    """What xmlsec1 says of the file's signature (1, 2, …), trusting this root alone."""
    program = require()
    with ZipFile(BytesIO(docx)) as packed:
        packed.extractall(folder)
    (folder / "root.pem").write_bytes(root)
    sig = folder / n.signature_part(number)
    uris = etree.parse(sig).xpath("//d:Manifest/d:Reference/@URI", namespaces={"d": n.DSIG})
    maps = [word for uri in uris for word in (f"--url-map:{uri}", _file(folder, uri))]
    ids = [word for one in _IDS for word in ("--id-attr:Id", one)]
    trust = ["--trusted-pem", str(folder / "root.pem")]
    when = ["--verification-gmt-time", "2026-12-01 00:00:00"]
    command = [program, "--verify", *trust, *when, *ids, *maps, str(sig)]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    said = (done.stdout + done.stderr).decode()
    return Told(_counted(said, "SignedInfo"), _counted(said, "Manifests"), "OK" in said.split())


def _file(folder: Path, uri: str) -> str:
    return str(folder / uri.partition("?")[0].lstrip("/"))


def _counted(said: str, what: str) -> tuple[int, int]:
    found = re.search(rf"{what} References \(ok/all\): (\d+)/(\d+)", said)
    return (int(found[1]), int(found[2])) if found else (0, 0)
