"""The bytes of a completed paper."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Sealed:
    """What is stored, served and checked from now on, and its hex SHA-256: nothing may open and
    save these bytes again."""

    docx: bytes
    sha256: str

    @classmethod
    def of(cls, docx: bytes) -> Sealed:
        return cls(docx, hashlib.sha256(docx).hexdigest())
