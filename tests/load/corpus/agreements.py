"""One agreement after another, in the order of their days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import chain
from random import Random
from typing import Any, Final

import numpy as np

from agreements.archive import codes, grams, pinyin
from agreements.archive.models import first_key
from agreements.papers.standing import Standing
from negotiate.law.words import Procedure, Stage
from negotiate.matters.kinds import MATTER_KINDS
from tests.load.corpus.parties import Enterprise, Parties, zipf
from tests.load.corpus.passages import Codes, Passage, Pool, array, codes_of
from tests.load.corpus.telling import Minutes, Teller
from tests.load.corpus.topics import TOPICS

BEGAN: Final = date(2015, 1, 5)
DAYS: Final = 4200  # to July 2026
LENGTHS: Final = (1000, 10_000, 4000)  # bytes of one text: least, most, usual; 5,000 on average
MATTERS: Final = {
    "pay": 20, "piece_rates": 17, "award": 14, "catering": 13,
    "skills": 11, "post_floors": 9, "mentoring": 8, "other": 8,
}  # fmt: skip
"""How many of a hundred agreements are about what."""
CONTRACTS: Final = (
    *[(Standing.IN_FORCE, Stage.PERFORMING)] * 5,
    *[(Standing.EXPIRED, Stage.EXPIRED)] * 8,
    *[(Standing.SUPERSEDED, Stage.SUPERSEDED)] * 2,
    (Standing.FILED, Stage.FILED),
    (Standing.TO_FILE, Stage.SIGNED),
    (Standing.OBJECTED, Stage.OBJECTED),
)
"""What a contract counts for, and the stage of its room."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """`number` counts from 1, and is the key of the paper, its room and their book."""

    number: int
    key: int
    day: date
    enterprise: Enterprise
    matter: str
    title: str
    paper_number: str
    signers: tuple[str, ...]
    procedure: Procedure
    stage: Stage
    standing: Standing
    grade: str
    workers: int | None
    published: date | None
    passages: tuple[Passage, ...]
    minutes: Minutes
    codes: Codes


def agreements(draw: Random, pool: Pool, parties: Parties, size: int) -> Iterator[Agreement]:
    """Make so many. More are signed in later years; a few enterprises sign often."""
    days = sorted(max(draw.randrange(DAYS), draw.randrange(DAYS)) for _ in range(size))
    whose = zipf(len(parties.enterprises), 20)
    teller = Teller(Random("minutes"), parties.people)  # noqa: S311  (no secret)
    of_day: Counter[int] = Counter()
    of_year: Counter[tuple[int, int]] = Counter()
    for number, past in enumerate(days, 1):
        day = BEGAN + timedelta(past)
        (enterprise,) = draw.choices(parties.enterprises, cum_weights=whose)
        of_year[enterprise.key, day.year] += 1
        signers = tuple(draw.sample(parties.people, draw.randint(2, 3)))
        yield _agreement(
            draw,
            pool,
            teller,
            number=number,
            key=first_key(day) + of_day[past],
            day=day,
            enterprise=enterprise,
            paper_number=f"集协纪〔{day.year}〕{of_year[enterprise.key, day.year]}号",
            signers=signers,
        )
        of_day[past] += 1


def _agreement(draw: Random, pool: Pool, teller: Teller, **known: Any) -> Agreement:
    (matter,) = draw.choices(list(MATTERS), list(MATTERS.values()))
    is_contract = draw.random() < 0.15
    standing, stage = Standing.SIGNED, Stage.SIGNED
    if is_contract:
        standing, stage = draw.choice(CONTRACTS)
    subject = MATTER_KINDS[matter].label
    paper = "专项集体合同" if is_contract else "集体协商会议纪要"
    title = f"{known['enterprise'].name}关于{subject}的{paper}"
    passages, minutes = _passages(draw, pool, matter), teller.tell(subject)
    own = _codes(title, subject, passages, known)
    return Agreement(
        matter=matter,
        title=title,
        procedure=Procedure.ORDINARY if is_contract else Procedure.SIMPLIFIED,
        stage=stage,
        standing=standing,
        grade=draw.choice("BBBC"),
        workers=draw.choice([None, draw.randint(12, 300), draw.randint(12, 5000)]),
        published=known["day"] if draw.random() < 0.1 else None,
        passages=passages,
        minutes=minutes,
        codes=np.union1d(own, minutes.besides(own)),
        **known,
    )


def _passages(draw: Random, pool: Pool, matter: str) -> tuple[Passage, ...]:
    """Clauses up to a length: what the matter is about, some topics besides, what stands
    everywhere, and in the longest what other matters are about."""
    length = draw.triangular(*LENGTHS)
    topics = [
        draw.choice(variants)
        for topic, variants in zip(TOPICS, pool.topics, strict=True)
        if draw.random() * 100 < topic.share
    ]
    wishes = [
        wish for place, wish in enumerate(pool.wishes) if draw.random() < 0.12 / (1 + place / 4)
    ]
    standing = [draw.choice(variants) for variants in pool.standing]
    draw.shuffle(standing)
    others = [other for other in draw.sample(list(MATTERS), len(MATTERS)) if other != matter]
    of_matters = [
        [draw.choice(variants) for variants in pool.of_matter[one]] for one in (matter, *others)
    ]
    first, *rest = of_matters
    size, kept = 0, []
    for passage in (*first, *topics, *wishes, *standing, *chain.from_iterable(rest)):
        kept.append(passage)
        size += passage.size
        if size >= length:
            break
    return tuple(kept)


def _codes(title: str, subject: str, passages: tuple[Passage, ...], known: Any) -> Codes:
    """All numbers under which the index keeps an agreement (agreements.archive.texts), but those
    of what its minutes tell besides."""
    names = (known["enterprise"].name, *known["signers"])
    own = codes_of(title, known["paper_number"], subject)
    entitled = codes_of(title, prefix=grams.TITLE)
    parts = [own, entitled, *map(_of_name, names), *(passage.codes for passage in passages)]
    return np.unique(np.concatenate(parts))


@cache
def _of_name(name: str) -> Codes:
    sounds = codes.codes(grams.SOUND + sound for sound in pinyin.sounds(name))
    return np.union1d(codes_of(name), array(sounds))
