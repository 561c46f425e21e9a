"""One byte sequence for one value, so that a hash names a text."""

import hashlib
import json
from typing import Any


def canonical(data: Any) -> bytes:
    """JSON with sorted keys, no spaces, UTF-8. Raises TypeError for anything not plain JSON.

    Floats are refused: the same amount could be written in two ways.
    """
    _require_plain(data)
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8")


def digest(data: Any) -> str:
    """Hex SHA-256 of `canonical(data)`."""
    return sha256_of(canonical(data))


def sha256_of(content: bytes) -> str:
    """Hex SHA-256 of bytes as they are."""
    return hashlib.sha256(content).hexdigest()


def _require_plain(data: Any) -> None:
    if isinstance(data, dict):
        for key, value in data.items():
            # json would turn 1 and "1" into the same key.
            if not isinstance(key, str):
                raise TypeError(f"a key must be a str, not {type(key).__name__}")
            _require_plain(value)
    elif isinstance(data, list | tuple):
        for value in data:
            _require_plain(value)
    elif data is not None and not isinstance(data, str | int):
        raise TypeError(f"{type(data).__name__} has no canonical form")
