"""会议纪要 and 备忘录 of the simplified procedure: the sections in the order of domain.md §5."""

from __future__ import annotations

from collections.abc import Iterable

from agreements.papers.annexes import annexes_of
from agreements.papers.layout import (
    Section,
    add_annexes,
    add_digests,
    add_head,
    add_list_of_annexes,
    add_sections,
    how_signed,
    pack,
)
from agreements.papers.signing_page import add_date, add_signing_page
from agreements.papers.style import new_paper
from agreements.papers.text import MinutesText, Participant

CLAUSES = "协商结果"
FACTS = (("单位", "enterprise"), ("时间", "held"), ("地点", "place"), ("方式", "mode"))
"""What stands under the number, and in which field."""


def build(text: MinutesText) -> bytes:
    """The paper as a .docx: the same text gives the same bytes."""
    paper = new_paper()
    annexes = annexes_of(text)
    facts = [(label, getattr(text, field)) for label, field in FACTS]
    add_head(paper, text.title, text.number, facts)
    add_sections(paper, sections(text), CLAUSES, text.clauses)
    add_digests(paper, text)
    add_list_of_annexes(paper, annexes)
    add_signing_page(paper, text.signatures)
    add_date(paper, text.dated)
    add_annexes(paper, annexes)
    return pack(paper, text, text.kind_name)


def sections(text: MinutesText) -> Iterable[Section]:
    """Every section in its order, one with nothing to say among them."""
    yield "协商双方", tuple(f"{p.side_label}：{p.name}，首席代表{p.chief}" for p in text.parties)
    yield "协商依据", text.basis
    yield "协商事项", text.matter
    yield "参加人员", tuple(rosters(text.participants))
    yield "协商经过", text.course
    yield CLAUSES, (f"经双方协商，就以下{len(text.clauses)}项条款达成一致：",)
    yield "效力、期限和适用范围", text.effect
    yield "履行责任和时限", text.performance
    yield "监督检查", text.checking
    yield "变更和终止", text.change
    yield "文本和份数", text.copies
    yield how_signed(text)


def rosters(participants: tuple[Participant, ...]) -> Iterable[str]:
    """One line a side, and one for those who belong to neither."""
    for side in dict.fromkeys(one.side_label for one in participants):
        members = (one for one in participants if one.side_label == side)
        yield f"{side or '其他人员'}：{'、'.join(map(_introduce, members))}。"


def _introduce(one: Participant) -> str:
    said = [one.capacity_label, one.post, "缺席" if one.present == "缺席" else ""]
    return f"{one.name}（{'，'.join(filter(None, said))}）"
