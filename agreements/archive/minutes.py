"""What a paper tells besides its clauses: where and by whom it was talked over, and how it came
about. Its own read that; of what is published it stays with them."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from agreements.papers.minutes import rosters
from agreements.papers.text import Participant

_log = logging.getLogger(__name__)


class Said(NamedTuple):
    """A heading and what stands under it: one clause, or one paragraph. `is_label`: the heading is
    no part of what is searched."""

    heading: str
    text: str
    is_label: bool = False


class Told(msgspec.Struct, frozen=True):
    """Of MinutesText and ContractText what each paper says in words of its own. What all papers say
    in the same words is searched nowhere: it would be found in every one of them."""

    place: str = ""
    matter: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    course: tuple[str, ...] = ()
    performance: tuple[str, ...] = ()
    polls: tuple[str, ...] = ()
    notice: tuple[str, ...] = ()
    bound: tuple[tuple[str, ...], ...] = ()

    def paragraphs(self) -> Iterator[Said]:
        yield Said("地点", self.place, is_label=True)
        for heading, several in (
            ("协商事项", self.matter),
            ("参加人员", rosters(self.participants)),
            ("协商经过", self.course),
            ("履行责任和时限", self.performance),
            ("表决结果", self.polls),
            ("公示", self.notice),
            ("受约束企业", map("，".join, self.bound)),
        ):
            yield from (Said(heading, one, is_label=True) for one in several)


def told(text: Mapping[str, Any] | None, of: int) -> list[Said]:
    """Give the paragraphs of a paper's frozen text (papers.models.Paper), if it has any. One that
    is in no shape for that keeps nobody from finding the others; the log names it by the key `of`
    its card."""
    try:
        whole = msgspec.convert(text or {}, Told)
    except msgspec.ValidationError as fault:
        _log.warning("what the minutes of agreement %s tell can't be read: %s", of, fault)
        return []
    return [one for one in whole.paragraphs() if one.text]
