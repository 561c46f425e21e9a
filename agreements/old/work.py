"""What passes between the product and the process that reads old files."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

import msgspec

from agreements.confined.limits import Limits
from negotiate.law.refusal import N_
from negotiate.media_types import DOCX, JPEG, PDF, PNG, XLSX

READ: Final = frozenset({DOCX, XLSX, PDF, PNG, JPEG})
"""What an old file may be."""
BROKEN: Final = N_("文件打不开，可能已损坏或加了密码。")
MOST_TEXT: Final = 200_000
"""Characters of one file that are searched: two hundred printed pages."""
READING: Final = Limits(
    cpu_seconds=8, memory=768_000_000, output=32_000_000, wall_seconds=40
)  # fmt: skip
"""Of one file; the answers and the seconds on the wall are those of a whole batch."""
_LENGTH: Final = struct.Struct(">L")


class Job(msgspec.Struct):
    """Files to be read one after the other."""

    files: list[bytes]
    limits: Limits


class Answer(msgspec.Struct):
    """What a file is, and the text in it, empty where there is none to be found; or the sentence
    that refuses it. `is_cut`: there was more text than is searched."""

    media_type: str = ""
    text: str = ""
    is_cut: bool = False
    sentence: str = ""


def framed(answer: Answer) -> bytes:
    """An answer as it is written: whoever reads sees where a process died."""
    body = msgspec.msgpack.encode(answer)
    return _LENGTH.pack(len(body)) + body


def answers_in(said: bytes) -> Iterator[Answer]:
    """Every whole answer. Raises msgspec.DecodeError for what is none."""
    at = 0
    while len(said) - at >= _LENGTH.size:
        (length,) = _LENGTH.unpack_from(said, at)
        body = said[at + _LENGTH.size : at + _LENGTH.size + length]
        if len(body) < length:
            return
        yield msgspec.msgpack.decode(body, type=Answer)
        at += _LENGTH.size + length
