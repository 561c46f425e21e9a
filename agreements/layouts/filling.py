"""The process that fills a layout in: alone, bounded by the kernel, able to open nothing."""

from __future__ import annotations

import codecs
import os
import re
import sys
from io import BytesIO
from typing import Any, Final

import jinja2.debug  # noqa: F401  here, because later nothing can be loaded any more
import msgspec
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import TemplateError
from jinja2.exceptions import SecurityError, TemplateAssertionError, UndefinedError

from agreements.confined.limits import OUT_OF_MEMORY, confine
from agreements.layouts.closed import Closed
from agreements.layouts.inspecting import inspect
from agreements.layouts.work import Answer, Job
from agreements.papers.proof import QR_MM
from agreements.papers.properties import set_properties
from agreements.papers.signing_page import SIGNATURE_WIDTH_MM
from negotiate.law.refusal import N_, Refused

_CODECS: Final = ("cp437", "unicode_escape")
"""What a ZIP names its parts in, a tag its strings: loaded while files can still be opened."""
_NAMED: Final = re.compile(r"'([^']*)'")
UNKNOWN: Final = N_("版式里用了没有的标签（%(what)s）。请对照标签表改正。")
FORBIDDEN: Final = N_("版式的标签里有不许用的写法（%(what)s）。标签只能取值、循环和判断。")
MISSPELT: Final = N_("版式里有一处标签写得不对（%(what)s）。请检查大括号、百分号和配对的 end。")


def main() -> None:
    """Read a job, write an answer."""
    job = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Job)
    for codec in _CODECS:
        codecs.lookup(codec)
    confine(job.limits)
    try:
        answer = answered(job)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer))


def answered(job: Job) -> Answer:
    """A layout's mistake is a sentence, whatever it is."""
    try:
        inspect(job.layout)
        return Answer(_filled(job))
    except MemoryError:
        raise
    except Refused as refused:
        return Answer(sentence=refused.sentence, figures=dict(refused.figures))
    except SecurityError as fault:
        return _refused(FORBIDDEN, fault)
    except (UndefinedError, TemplateAssertionError) as fault:
        return _refused(UNKNOWN, fault)
    except TemplateError as fault:
        return _refused(MISSPELT, fault)
    except Exception as fault:
        return Answer(sentence=FORBIDDEN, figures={"what": type(fault).__name__})


def _refused(sentence: str, fault: Exception) -> Answer:
    """What the fault names, which is the word of the layout; else what it says."""
    said = str(fault)
    names = isinstance(fault, UndefinedError | TemplateAssertionError)
    named = _NAMED.findall(said) if names else ()
    return Answer(sentence=sentence, figures={"what": (named[-1] if named else said)[:80]})


def _filled(job: Job) -> bytes:
    template = DocxTemplate(BytesIO(job.layout))
    said = {**job.said, "check_code": _picture(template, job.said["check_code"], QR_MM)}
    said["signatures"] = [
        {**block, "image": _picture(template, block["image"], SIGNATURE_WIDTH_MM)}
        for block in said["signatures"]
    ]
    template.render(said, Closed(), autoescape=True)
    set_properties(template.docx, job.properties)
    packed = BytesIO()
    template.docx.save(packed)
    return packed.getvalue()


def _picture(template: Any, png: bytes | None, width_mm: int) -> InlineImage | None:
    return InlineImage(template, BytesIO(png), width=Mm(width_mm)) if png else None
