"""Papers laid out by LibreOffice and read back, once for all tests that look at pages."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from agreements.papers.minutes import build
from agreements.papers.text import MinutesText
from tests.agreements.papers.examples import SCENARIOS, innovation_award, piece_rates
from tests.agreements.papers.tools import run

RED = (255, 0, 0)
Pages = Callable[[str], list[str]]


def _full_red() -> bytes:
    """A signature whose every pixel counts: what a page clips of it can be measured."""
    packed = BytesIO()
    Image.new("RGB", (600, 240), RED).save(packed, "PNG")
    return packed.getvalue()


def _papers() -> dict[str, MinutesText]:
    award = innovation_award()
    red = tuple(replace(block, image=_full_red()) for block in award.signatures)
    ink = tuple(
        replace(block, image=None, signed_at="", stroke_digest="") for block in award.signatures
    )
    return {
        **{name: example() for name, example in SCENARIOS.items()},
        **{f"down{n}": replace(award, course=("一行。",) * 4 * n) for n in range(1, 6)},
        "long": piece_rates(60),
        "red": replace(award, signatures=red),
        "ink": replace(award, grade="C", signatures=ink),
    }


@pytest.fixture(scope="session")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with a PDF of every example paper."""
    missing = [tool for tool in ("soffice", "pdftotext", "pdftoppm") if not shutil.which(tool)]
    if missing:
        reason = f"not installed: {', '.join(missing)} (Debian: libreoffice-writer, poppler-utils)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("papers")
    for name, text in _papers().items():
        (folder / f"{name}.docx").write_bytes(build(text))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    papers = sorted(folder.glob("*.docx"))
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *papers)
    return folder


@pytest.fixture(scope="session")
def pages(pdfs: Path) -> Pages:
    """Reads a paper's PDF as text, one string a page, without the spaces that layout puts in."""

    def read(name: str) -> list[str]:
        text = run("pdftotext", "-layout", pdfs / f"{name}.pdf", "-")
        return ["".join(page.split()) for page in text.split("\f")[:-1]]

    return read
