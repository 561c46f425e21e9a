"""Apache POI, asked about signed papers by Poi.java."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.documented import ROOT
from tests.lacking import lacking

ASKING: Final = Path(__file__).with_name("Poi.java")
MADE: Final = ROOT / "var" / "poi"
"""The schemas, and what repairs Debian's POI: .ci/poi makes it."""
JARS: Final = ("poi-ooxml", "xmlsec", "bcpkix", "commons-compress", "slf4j-api", "slf4j-nop")
"""What POI needs of /usr/share/java; each names there what it needs itself."""
QUICK: Final = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""A short program is over before a better compiler has paid for itself."""
WORDS: Final = {"true": "valid", "false": "broken"}


def require() -> str:
    """The classpath, the repair first."""
    jars = [MADE / "schemas.jar", *(Path(f"/usr/share/java/{name}.jar") for name in JARS)]
    missing = [path.name for path in jars if not path.exists()]
    if missing or not shutil.which("java"):
        lacking(", ".join(missing) or "java", "those that .ci/run names; then run .ci/poi")
    return ":".join(map(str, jars))


def ask(papers: Mapping[str, bytes], folder: Path) -> dict[str, list[str]]:
    """What it says of each paper: a word for every signature, or that it has no answer.
    All are asked about in one go, since Java takes a second to start."""
    command = ["java", *QUICK, "-cp", require(), str(ASKING)]
    for name, docx in papers.items():
        path = folder / f"{name}.docx"
        path.write_bytes(docx)
        command.append(str(path))
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return dict(zip(papers, map(_words, done.stdout.splitlines()), strict=True))


def _words(line: str) -> list[str]:
    if line.startswith("refused"):
        return ["no answer"]
    return [WORDS[word] for word in line.split()]
