"""What is asked of a shelf at random, each answer held against brute force."""

import random
from dataclasses import replace
from datetime import date, timedelta

from tests.agreements.archive import library
from tests.agreements.archive.comparing import compare, split
from tests.agreements.archive.reference import Asking, Kept, Within

ASKED = (
    *library.CHARACTERS, *library.CHARACTERS,
    "業", "a", "4", "1", "5", "0", "，", "^", "-", " ",
)  # fmt: skip
WORDS = (
    "奖", "獎金", "职工", "带徒", "餐费职", "師带", "500", "１５", "a4", "ISO", "奖金带徒", "srjy",
    "srj", "jianguo", "wgf", "shenruijiaoye", "fz", "hb", "集协纪", "食堂", "无此字",
    "^奖", "~wgf", "$费",
)  # fmt: skip
PHRASES = ("职 工", "奖 a4", "500 ，", "费 餐", "b 工")


def short(
    source: random.Random, shelf: list[Kept], many: int, *, in_minutes: bool = False
) -> tuple[int, int]:
    """Ask for one to eight signs in a row; how many agreements were found and counted in all, and
    by how many queries any."""
    firms = sorted({kept.enterprise for kept in shelf})
    hits = exact = 0
    for _ in range(many):
        query = "".join(source.choices(ASKED, k=source.randint(1, 8)))
        reach = set(source.sample(firms, source.randint(0, 4)))
        asking = replace(split(query), in_minutes=in_minutes)
        total = compare(shelf, reach, query, asking, source.randrange(99))
        hits, exact = hits + total, exact + bool(total)
    return hits, exact


def everything(source: random.Random, shelf: list[Kept], many: int) -> int:
    """Ask for everything at once; how many queries found and counted any."""
    firms = sorted({kept.enterprise for kept in shelf})
    found = 0
    for _ in range(many):
        query, whole = asking(source, shelf)
        reach = set(source.sample(firms, source.randint(0, 4)))
        own = source.choice([*reach, 0])
        found += bool(compare(shelf, reach, query, whole, source.randrange(5), own))
    return found


def asking(source: random.Random, shelf: list[Kept]) -> tuple[str, Asking]:
    """Several words, phrases, exclusions, sounds, choices, days and figures at once."""
    words = source.sample(WORDS, source.randint(0, 2))
    phrases = source.sample(PHRASES, source.choice((0, 0, 1)))
    without = source.sample(WORDS, source.choice((0, 0, 1, 2)))
    quoted = [source.choice(("“{}”", '"{}"', "「{}」")).format(one) for one in phrases]
    query = " ".join([*words, *quoted, *(f"-{one}" for one in without)])
    names = source.sample(sorted(shelf[0].facts), source.choice((0, 1, 2, 3)))
    since = library.FIRST + timedelta(days=source.randint(-10, 200))
    dated = source.random() < 0.3
    place = source.choice(("", "", "title", "minutes"))
    return query, Asking(
        words=[*words, *phrases],
        without=without,
        in_title=place == "title",
        in_minutes=place == "minutes",
        chosen={name: values(source, shelf, name) for name in names},
        figures=[within(source) for _ in range(source.choice((0, 0, 1, 2)))],
        since=since if dated else date.min,
        until=since + timedelta(days=source.randint(0, 300)) if dated else date.max,
        title_first=source.random() < 0.5,
    )


def values(source: random.Random, shelf: list[Kept], name: str) -> list[str]:
    known = sorted({value for kept in shelf for value in kept.facts[name]})
    return source.sample([*known, "no such value"], source.randint(1, 2))


def within(source: random.Random) -> Within:
    measure, unit = source.choice(library.MEASURES)
    ends = sorted(source.choices(library.AMOUNTS, k=2))
    return Within(
        measure=source.choice((measure, None)),
        unit=source.choice((unit, None)),
        about=source.choice((*library.ABOUTS, "工", None, None)),
        least=source.choice((ends[0], None)),
        most=source.choice((ends[1], None)),
    )
