"""Papers laid out by LibreOffice and read back, once for all tests that look at pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from agreements.papers.minutes import build
from agreements.papers.text import MinutesText
from tests.agreements.papers.contracts import long_contract
from tests.agreements.papers.examples import SCENARIOS, innovation_award, piece_rates
from tests.agreements.papers.tools import lay_out, pages_of

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
        "many": replace(award, signatures=long_contract().signatures),
        "red": replace(award, signatures=red),
        "ink": replace(award, grade="C", signatures=ink),
    }


@pytest.fixture(scope="session")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with a PDF of every example paper."""
    folder = tmp_path_factory.mktemp("papers")
    for name, text in _papers().items():
        (folder / f"{name}.docx").write_bytes(build(text))
    lay_out(folder)
    return folder


@pytest.fixture(scope="session")
def pages(pdfs: Path) -> Pages:
    """Reads a paper's PDF as text, one string a page, without the spaces that layout puts in."""
    return lambda name: pages_of(pdfs / f"{name}.pdf")
