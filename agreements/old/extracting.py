"""Having old files read by the process that is bounded, and believing it nothing else than text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

import msgspec

from agreements.confined import process
from agreements.old.work import BROKEN, MOST_TEXT, READ, READING, Answer, Job, answers_in
from negotiate.law.legible import is_legible, tidied
from negotiate.law.refusal import N_
from negotiate.turns import Turns

TOO_SLOW: Final = N_("文件读的时间太长，已经停下。请另存一份再传。")
TOO_LARGE: Final = N_("文件解开以后太大，读不了。请另存一份再传。")
BUSY: Final = N_("现在读文件的人多，还没有轮到。请过一会儿按“继续”。")
TURNS: Final = Turns(1, 65, BUSY)
"""One such process at a time: it may take most of a gigabyte."""
RADICALS: Final = {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in (0x2E9F, 0x2EF3, *range(0x2F00, 0x2FD6))
}
"""What some programs write into a PDF in place of the characters that look the same."""
SPACED: Final = re.compile(r"(?<!\S)[\u3400-\u9fff](?:[ \u3000][\u3400-\u9fff])+(?!\S)")
"""集 体 合 同: a title set wide."""


def extracted(files: Sequence[bytes]) -> list[Answer]:
    """What the first few of these files are, at least the first one: a process that died or took
    too long has answered for those before. Raises Refused if there is no turn to be had."""
    job = msgspec.msgpack.encode(Job(list(files), READING))
    with TURNS.taken():
        ended = process.run("agreements.old.reading", job, READING.wall_seconds)
    try:
        answers = list(answers_in(ended.said))[: len(files)]
    except msgspec.DecodeError:
        answers = []
    if not answers:  # the file was alone with the process
        answers = [Answer(sentence=_why(ended))]
    return [_believed(answer) for answer in answers]


def _why(ended: process.Ended) -> str:
    if ended.was_too_large:
        return TOO_LARGE
    return TOO_SLOW if ended.was_too_slow else BROKEN


def _believed(answer: Answer) -> Answer:
    if answer.sentence:
        return answer
    if answer.media_type not in READ:
        return Answer(sentence=BROKEN)
    text = legible(answer.text[:MOST_TEXT])
    return Answer(answer.media_type, text, answer.is_cut)


def legible(text: str) -> str:
    """As it can be stored, found and read: no sign that nobody sees, one form for each character,
    no empty lines."""
    usual = text.translate(RADICALS)
    unseen = [sign for sign in set(usual) - {"\n", "\t"} if not is_legible(sign)]
    seen = usual.translate(dict.fromkeys(map(ord, unseen)))
    joined = SPACED.sub(lambda wide: "".join(wide[0].split()), tidied(seen))
    return "\n".join(line for line in map(str.strip, joined.split("\n")) if line)
