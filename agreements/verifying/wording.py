"""What a paper's text says, line by line, to be shown beside what was registered. It explains an
answer and never makes one good."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from lxml import etree

from agreements.verifying.container import MAX_PARTS
from agreements.verifying.markup import parsed

TEXT: Final = "word/document.xml"
LARGEST_TEXT: Final = 4_000_000
MOST_LINES: Final = 5000
"""More than any paper has: what a stranger uploads is compared no further."""
_DIRECTORY: Final = MAX_PARTS * 300  # bytes
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHOWN: Final = {f"{_W}t": None, f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}


def lines_of(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """Every line that is not empty: in tables, text boxes and insertions too, wherever Word
    would show it. Nothing, if it cannot be read."""
    try:
        root = parsed(parts[TEXT], TEXT, LARGEST_TEXT)
    except (KeyError, ValueError):
        return ()
    found: dict[etree._Element, list[str]] = {}
    for e in root.iter(*_SHOWN):
        paragraph = next(e.iterancestors(f"{_W}p"), root)
        found.setdefault(paragraph, []).append(_SHOWN[str(e.tag)] or e.text or "")
    joined = "\n".join("".join(said) for said in found.values())
    return tuple(line for line in joined.split("\n") if line.strip())[:MOST_LINES]


def text_alone(file: bytes) -> dict[str, bytes]:
    """The text of a Word file that another programme has packed in its own way, as one reader of
    several would find it; nothing, if it cannot be read."""
    size = int.from_bytes(file[-10:-6], "little")
    if file[-22:-18] != b"PK\x05\x06" or b"PK\x06\x07" in file[-44:] or size > _DIRECTORY:
        return {}
    try:
        with ZipFile(BytesIO(file)) as packed, packed.open(TEXT) as part:
            return {TEXT: part.read(LARGEST_TEXT + 1)}
    except Exception:  # zipfile has no common error for what it cannot read
        return {}


def changes(registered: Sequence[str], found: Sequence[str]) -> tuple[str, ...]:
    """The lines that differ: of the register with a minus before them, of the file with a plus."""
    all_ = difflib.unified_diff(registered, found, lineterm="", n=0)
    return tuple(line for line in all_ if not line.startswith(("---", "+++", "@@")))
