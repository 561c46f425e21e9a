"""Which code it is: rows of the index that different code has made don't belong together."""

from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Final

PROGRAM: Final = Path(__file__).parent.parent.parent
PARTS: Final = ("agreements", "negotiate")
WORDS: Final = ("opencc", "pypinyin")
"""The packages whose dictionaries decide what a text is found by."""


@cache
def edition() -> str:
    """Give what changes with any line of the product: which of them decides what a text is found
    by, nobody has to keep a list of."""
    digest = blake2b(digest_size=16)
    for path in sorted(path for part in PARTS for path in (PROGRAM / part).rglob("*.py")):
        digest.update(f"{path.relative_to(PROGRAM)}\n".encode() + path.read_bytes())
    for package in WORDS:
        digest.update(version(package).encode())
    return digest.hexdigest()
