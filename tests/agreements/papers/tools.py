"""Programs that lay papers out and read them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.lacking import lacking


def run(*words: str | Path) -> str:
    """What the program prints. Raises CalledProcessError when it fails."""
    command = [str(word) for word in words]
    done = subprocess.run(command, check=True, capture_output=True, timeout=300)
    return done.stdout.decode()


def lay_out(folder: Path) -> None:
    """A PDF beside every .docx of the folder. Without LibreOffice the test says so and is left
    out; where CI is set that is a failure."""
    missing = [tool for tool in ("soffice", "pdftotext", "pdftoppm") if not shutil.which(tool)]
    if missing:
        lacking(", ".join(missing), "libreoffice-writer poppler-utils")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    papers = sorted(folder.glob("*.docx"))
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *papers)


def pages_of(pdf: Path) -> list[str]:
    """The text of each page, without the spaces that layout puts in."""
    text = run("pdftotext", "-layout", pdf, "-")
    return ["".join(page.split()) for page in text.split("\f")[:-1]]
