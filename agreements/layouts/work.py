"""What passes between the product and the process that fills a layout in."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from agreements.confined.limits import Limits
from agreements.papers.properties import Properties

# A paper of ten pages takes half a second and 150 MB.
TRIAL: Final = Limits(cpu_seconds=3, memory=384_000_000, output=8_000_000)
FREEZING: Final = Limits(cpu_seconds=5, memory=448_000_000, output=12_000_000)
"""Each less than what comes after it: what just passed its trial, or just could be frozen, shall
not fail with a longer paper, or on a busier machine."""


class Job(msgspec.Struct):
    """A layout, and what is to be filled in."""

    layout: bytes
    said: dict[str, Any]
    properties: Properties
    limits: Limits


class Answer(msgspec.Struct):
    """The paper; or the sentence that refuses it, and its figures."""

    docx: bytes = b""
    sentence: str = ""
    figures: dict[str, str | int] = {}
