"""The process that reads old files: alone, bounded by the kernel, able to open nothing."""

from __future__ import annotations

import codecs
import logging
import os
import sys
from typing import Final

import msgspec
import pypdf.filters  # noqa: F401  here, because later nothing can be loaded any more
from PIL import Image

from agreements.confined.limits import OUT_OF_MEMORY, begin_piece, confine
from agreements.old.readers import read
from agreements.old.work import BROKEN, MOST_TEXT, Answer, Job, framed
from negotiate.law.refusal import Refused

_CODECS: Final = (
    "cp437", "cp1252", "latin-1", "mac-roman", "charmap", "gbk", "gb18030", "big5", "utf-16-be",
    "utf-16-le", "unicode_escape",
)  # fmt: skip
"""What names and texts are written in: loaded while files can still be opened."""


def main() -> None:
    """Read a job, write an answer for each of its files as soon as it is there."""
    job = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Job)
    Image.preinit()
    for codec in _CODECS:
        codecs.lookup(codec)
    logging.disable()  # what is odd about a file is nobody's concern
    confine(job.limits, len(job.files))
    for file in job.files:
        begin_piece(job.limits)
        try:
            answer = answered(file)
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        sys.stdout.buffer.write(framed(answer))
        sys.stdout.buffer.flush()


def answered(file: bytes) -> Answer:
    """Whatever is wrong with a file is a sentence."""
    try:
        media_type, text = read(file)
    except Refused as refused:
        return Answer(sentence=refused.sentence)
    except MemoryError:
        raise
    except Exception:  # each library raises its own
        return Answer(sentence=BROKEN)
    return Answer(media_type, text[:MOST_TEXT], len(text) > MOST_TEXT)
