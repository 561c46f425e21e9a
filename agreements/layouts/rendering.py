"""A paper in a county's own layout: filled in by a process of its own, and looked at again before
anybody sees it."""

from __future__ import annotations

from typing import Final

import msgspec

from agreements.confined import process
from agreements.confined.limits import Limits
from agreements.layouts.inspecting import inspect
from agreements.layouts.proving import require_whole
from agreements.layouts.told import Text, category, told
from agreements.layouts.work import Answer, Job
from agreements.papers.package import normalise
from agreements.papers.properties import Properties
from negotiate.law.refusal import N_, Refused
from negotiate.turns import Turns

BUSY: Final = N_("现在写文件的人多，还没有轮到。请过一会儿再办一次。")
ROOMS: Final = Turns(2, 20, BUSY)
"""Whose papers are frozen, printed and sealed, while others in the room wait."""
OFFICES: Final = Turns(1, 65, BUSY)
"""Which try layouts, and look at samples: no room waits for them. Patience outlasts two fillings,
for those of one trial wait for each other."""
TOO_SLOW: Final = N_("版式用的时间太长，已经停下。请检查标签里的循环。")
TOO_LARGE: Final = N_("版式用的内存太多，已经停下。请检查标签里的循环。")
_BROKEN: Final = N_("这个版式不能生成文件。请改用原来的版式，或者从标准版式开始改。")


def render(layout: bytes, text: Text, limits: Limits | None = None, turns: Turns = ROOMS) -> bytes:
    """The paper; the same layout and text give the same bytes. Raises Refused if the layout may not
    be used, or would leave out what a paper must say."""
    job = Job(layout, told(text), Properties.of(text, category(text)), limits or Limits())
    answer = _asked(job, turns)
    if answer.sentence:
        raise Refused(answer.sentence, **answer.figures)
    docx = normalise(answer.docx)
    inspect(docx)  # tags can join pieces into what was not there before
    require_whole(docx, text)
    return docx


def _asked(job: Job, turns: Turns) -> Answer:
    """What the process has answered within its limits."""
    with turns.taken():
        packed = msgspec.msgpack.encode(job)
        ended = process.run("agreements.layouts.filling", packed, job.limits.wall_seconds)
    if ended.was_too_large:
        raise Refused(TOO_LARGE)
    if ended.was_too_slow:
        raise Refused(TOO_SLOW)
    try:
        return msgspec.msgpack.decode(ended.said, type=Answer)
    except msgspec.DecodeError:
        raise Refused(_BROKEN) from None
