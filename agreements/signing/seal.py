"""The one gate through which every completed paper passes on its way to being kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from agreements.papers.package import normalise


@dataclass(frozen=True)
class Sealed:
    """The bytes that are stored, served and checked from now on, and their hex SHA-256."""

    docx: bytes
    sha256: str


def seal(docx: bytes) -> Sealed:
    """Freeze a completed paper: nothing may open and save these bytes again.

    All pictures (signatures, seals) must be in before. Digital signatures belong here: made on
    the normalised bytes, which they cover, and before the digest, which covers them.
    """
    frozen = normalise(docx)
    return Sealed(frozen, hashlib.sha256(frozen).hexdigest())
