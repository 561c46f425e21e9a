"""What a paper tells besides its clauses: where and by whom it was talked over, and how it came
about. Its own read that; of what is published it stays with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from agreements.papers.text import Participant


class Said(NamedTuple):
    """A heading and what stands under it: one clause, or one paragraph."""

    heading: str
    text: str


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
        yield Said("地点", self.place)
        for heading, several in (
            ("协商事项", self.matter),
            ("参加人员", map(_introduced, self.participants)),
            ("协商经过", self.course),
            ("履行责任和时限", self.performance),
            ("表决结果", self.polls),
            ("公示", self.notice),
            ("受约束企业", map("，".join, self.bound)),
        ):
            yield from (Said(heading, one) for one in several)


def told(frozen: Mapping[str, Any]) -> list[Said]:
    """Give the paragraphs of what a paper has frozen (papers.models.Paper), if it has any text."""
    whole = msgspec.convert(frozen.get("text", {}), Told)
    return [one for one in whole.paragraphs() if one.text]


def _introduced(one: Participant) -> str:
    return "，".join(filter(None, (one.name, one.side_label, one.capacity_label, one.post)))
