"""What the minutes of an agreement tell besides its clauses: who came, and how it came about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Final

import numpy as np

from agreements.archive import codes, grams
from agreements.archive.minutes import told
from tests.load.corpus.passages import Codes
from tests.load.corpus.words import GOODS, POSTS, PROCESSES

OF_SENTENCES: Final = 6000
CAME: Final = (5, 9)
ACTS: Final = (8, 24)
SIDES: Final = (("职工方", "职工代表"), ("企业方", "企业代表"))
ACTED: Final = (
    "{day}，{who}宣布开会，应到{many}人，实到{many}人。",
    "职工方{who}就“{about}”提出第{n}版：{post}每月{sum}元，{goods}按{process}计件，每件{n}元。",
    "企业方{who}就“{about}”提出修改，形成第{n}版：{sum}元改为{more}元。",
    "职工方{who}要求对方答复或提供：{goods}上半年的产量和{process}工时，{day}前答复。",
    "企业方{who}就“{goods}的{process}工时”答复：比去年少{many}小时，因为换了{post}。",
    "职工方首席代表{who}要求休会商议{many}分钟。",
    "职工方内部表决，通过“{about}”第{n}版。",
    "企业方首席代表{who}确认“{about}”第{n}版文本。双方达成一致。",
    "{who}复核“{about}”第{n}版：与现行做法相比，不减损职工权益；依据：{post}现在每月{sum}元。",
    "{who}记载双方同意休会，原因：等{goods}订单；约定{day}在二楼会议室复会，继续商议：{about}。",
)
ABOUT: Final = ("计件单价", "高温津贴", "夜班补贴", "师傅津贴", "奖励档次", "食堂供应商", "培训费")
PLACES: Final = ("二楼会议室", "职工之家", "食堂包间", "工会办公室", "三号车间休息室")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, as it is compared (`searched`); its grams' numbers as they stand in what minutes
    tell, and in the same order as they would stand in a clause."""

    text: str
    searched: str
    own: Codes
    besides: Codes


@dataclass(frozen=True)
class Minutes:
    """`text`: what a paper has frozen of it (papers.models.Paper)."""

    text: dict[str, Any]
    lines: Sequence[Line]

    @property
    def searched(self) -> str:
        return "\n".join(line.searched for line in self.lines)

    def besides(self, own: Codes) -> Codes:
        """Give the numbers of all grams that are not among those of the agreement itself."""
        there = np.concatenate([line.own for line in self.lines])
        besides = np.concatenate([line.besides for line in self.lines])
        return np.unique(besides[~np.isin(there, own)])


class Teller:
    """Tells of one agreement after another."""

    def __init__(self, draw: Random, people: Sequence[str]) -> None:
        self._draw, self._people = draw, people
        self._acts = [self._act() for _ in range(OF_SENTENCES)]
        self._known = {text: _line(text) for text in (*self._acts, *PLACES)}

    def tell(self, matter: str) -> Minutes:
        draw = self._draw
        came = draw.sample(self._people, draw.randint(*CAME))
        text = {
            "place": draw.choice(PLACES),
            "matter": [f"职工方{came[0]}提出：{matter}。"],
            "participants": [
                _participant(name, number % 2, draw.choice(POSTS))
                for number, name in enumerate(came)
            ],
            "course": draw.choices(self._acts, k=draw.randint(*ACTS)),
            "performance": [f"由{came[1]}负责，于{_day(draw)}前办理完毕。"],
        }
        return Minutes(text, [self._line(one.text) for one in told(text, 0)])

    def _act(self) -> str:
        draw = self._draw
        least = draw.randrange(100, 4000, 20)
        return draw.choice(ACTED).format(
            day=_day(draw),
            who=draw.choice(self._people),
            many=draw.randint(5, 60),
            about=draw.choice(ABOUT),
            n=draw.randint(1, 9),
            post=draw.choice(POSTS),
            goods=draw.choice(GOODS),
            process=draw.choice(PROCESSES),
            sum=least,
            more=least + 50,
        )

    def _line(self, text: str) -> Line:
        return self._known.get(text) or _line(text)


def _line(text: str) -> Line:
    every = sorted(grams.of_text(text))
    own, besides = (
        np.array([codes.code(prefix + gram) for gram in every], np.int32)
        for prefix in ("", grams.TOLD)
    )
    return Line(text, grams.normalise(text), own, besides)


def _participant(name: str, side: int, post: str) -> dict[str, str]:
    label, capacity = SIDES[side]
    return {
        "name": name,
        "side_label": label,
        "capacity_label": capacity,
        "post": post,
        "present": "现场",
    }


def _day(draw: Random) -> str:
    return f"{draw.randint(1, 12)}月{draw.randint(1, 28)}日"
