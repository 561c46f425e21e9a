"""Recount a poll's published votes: python3 verify.py EXPORT.json [SHA256]

Needs Python 3.8 and nothing else. The list is plain text in UTF-8, each line ended by a line feed:

    yishi list 1                      the form of this list
    poll 17 worker staff secret       the poll's number, side, electorate and secrecy
    about <64 hex digits>             SHA-256 of the version that was voted on
    roll 180                          how many could vote
    rule half_or_more present 131 2/3 only where a draft is ratified: what passes it, how many had
                                      come, and the share that must come (`-`: none is stated)
    by hand paper 6 2 0               counted by hand: yes, no, abstain; or `by hand -`. Votes on
                                      paper that were too few to be told apart have numbers
                                      like the others and stand below: here they are 0
    AB3D-EF4G yes                     one line a vote, sorted: its number, what was chosen
                                      (in a poll with names: number, choice, name)

Its SHA-256 stands in the minutes. Give it as the second word, and an export that was made up
afterwards is found out too. Exit status: 0 all is right, 1 something does not fit, 2 not an export.
"""

from __future__ import annotations  # for Python 3.8

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from typing import Any

FORM = "yishi list 1"
CHOICES = {"yes": "赞成", "no": "反对", "abstain": "弃权"}
LARGEST = 100_000_000  # bytes: an export of a million votes has 40
NUMBER = re.compile(r"[A-Z2-7]{4}-[A-Z2-7]{4}")


def as_text(export: dict[str, Any]) -> str:
    """The list whose SHA-256 stands in the minutes."""
    of = " ".join(str(export[key]) for key in ("poll", "side", "electorate", "secrecy"))
    hand = export["by_hand"]
    by_hand = "{means} {yes} {no} {abstain}".format(**hand) if hand else "-"
    head = [FORM, f"poll {of}", f"about {export['about']}", f"roll {export['roll']}"]
    if "rule" in export:
        rule = export["rule"]
        share = "/".join(map(str, rule["attendance"])) if rule["attendance"] else "-"
        head.append(f"rule {rule['threshold']} present {rule['present']} {share}")
    votes = [" ".join(vote) for vote in export["votes"]]
    return "".join(f"{line}\n" for line in [*head, f"by hand {by_hand}", *votes])


def digest(export: dict[str, Any]) -> str:
    """SHA-256 of the list, in hex."""
    return hashlib.sha256(as_text(export).encode()).hexdigest()


def read(path: str) -> dict[str, Any]:
    """The export in a file. Raises ValueError, also for what is none."""
    with open(path, "rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise ValueError("too large")
    try:
        export = json.loads(content)
    except RecursionError:
        raise ValueError("nested without end") from None
    require_export(export)
    return dict(export)


def require_export(export: Any) -> None:
    """Every part is there and is of its kind; what it says may still be wrong."""
    words = ("side", "electorate", "secrecy", "title", "about", "sha256")
    right = isinstance(export, dict) and export.get("form") == FORM
    right = right and all(isinstance(export.get(word), str) for word in words)
    right = right and all(is_count(export.get(count)) for count in ("poll", "version", "roll"))
    right = right and isinstance(export.get("passed"), bool) and is_tally(export.get("totals"))
    hand: Any = export.get("by_hand", "") if right else ""
    right = right and (hand is None or (is_tally(hand) and isinstance(hand.get("means"), str)))
    right = right and ("rule" not in export or is_rule(export["rule"]))
    votes = export.get("votes") if right else None
    if not (isinstance(votes, list) and all(is_vote(vote) for vote in votes)):
        raise ValueError(f"not of the form {FORM!r}")


def is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value < 10**12


def is_tally(value: Any) -> bool:
    return isinstance(value, dict) and all(is_count(value.get(choice)) for choice in CHOICES)


def is_rule(value: Any) -> bool:
    share: Any = value.get("attendance", 0) if isinstance(value, dict) else 0
    right = share is None or (isinstance(share, list) and len(share) == 2)
    right = right and all(is_count(part) for part in share or ())
    known = ("more_than_half", "half_or_more")
    return bool(right and value.get("threshold") in known and is_count(value.get("present")))


def is_vote(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) in (2, 3)
        and all(isinstance(cell, str) and cell and "\n" not in cell for cell in value)
    )


def recount(export: dict[str, Any]) -> dict[str, int]:
    """The votes on the list and those counted by hand, added up."""
    hand = export["by_hand"] or dict.fromkeys(CHOICES, 0)
    chosen = [vote[1] for vote in export["votes"]]
    return {choice: chosen.count(choice) + hand[choice] for choice in CHOICES}


def has_passed(export: dict[str, Any], counted: dict[str, int]) -> bool:
    """More than half of all who could vote said yes, and of a whole staff two thirds voted; or
    what the rule says that stands in the list."""
    if "rule" in export:
        rule, roll, yes = export["rule"], export["roll"], counted["yes"]
        share, whole = rule["attendance"] or (0, 1)
        half = yes * 2 >= roll if rule["threshold"] == "half_or_more" else yes * 2 > roll
        return bool(yes and half and rule["present"] * whole >= roll * share)
    enough = export["electorate"] != "staff" or sum(counted.values()) * 3 >= export["roll"] * 2
    return bool(enough and counted["yes"] * 2 > export["roll"])


def faults(export: dict[str, Any], expected: str | None) -> Iterator[str]:
    """Everything that does not fit, in Chinese and English."""
    votes: list[list[str]] = export["votes"]
    numbers = [vote[0] for vote in votes]
    cells = 2 if export["secrecy"] == "secret" else 3
    for place, vote in enumerate(votes, 1):
        if len(vote) != cells or not NUMBER.fullmatch(vote[0]) or vote[1] not in CHOICES:
            yield f"第 {place} 张票写得不对 / vote {place} is not written as votes are: {vote}"
    if cells == 2 and len(set(numbers)) < len(numbers):
        yield "有的编号出现了两次 / some number stands on the list twice"
    if votes != sorted(votes):
        yield "清单没有按编号排列 / the list is not in the order of its numbers"
    counted = recount(export)
    if counted != {choice: export["totals"][choice] for choice in CHOICES}:
        yield f"票数对不上，重新数得 / the totals are wrong, recounted: {counted}"
    if sum(counted.values()) > export["roll"]:
        yield "票比应投人数多 / there are more votes than people who could vote"
    if has_passed(export, counted) != export["passed"]:
        yield "结果算错了 / the result does not follow from the figures"
    found = digest(export)
    if found != export["sha256"]:
        yield f"清单与文件里的指纹对不上 / the list is not the one of the file's SHA-256: {found}"
    if expected is not None and found != expected.strip().lower():
        yield f"清单与您给的指纹对不上 / the list is not the one of your SHA-256: {found}"


def report(export: dict[str, Any], expected: str | None) -> Iterator[str]:
    """What was found, line by line; the last says whether all is right."""
    counted = recount(export)
    by_hand = sum((export["by_hand"] or {}).get(choice, 0) for choice in CHOICES)
    yield f"{export['title']} · 第 {export['version']} 版 / version {export['version']}"
    yield f"清单上 {len(export['votes'])} 票，人工清点 {by_hand} 票，应投 {export['roll']} 人"
    yield f"{len(export['votes'])} votes listed, {by_hand} by hand, {export['roll']} could vote"
    yield " · ".join(f"{label} {choice} {counted[choice]}" for choice, label in CHOICES.items())
    yield f"SHA-256 {digest(export)}"
    if expected is None:
        yield "请把这个指纹和会议纪要上的对一对 / compare it with the one in the minutes"
    wrong = list(faults(export, expected))
    yield from (f"✗ {fault}" for fault in wrong)
    yield "✗ 对不上 / something does not fit" if wrong else "✓ 核对无误 / all is right"


def main(words: list[str]) -> int:
    getattr(sys.stdout, "reconfigure", lambda **_: None)(errors="replace")  # narrow consoles
    if len(words) not in (1, 2):
        print(__doc__)  # noqa: T201
        return 2
    try:
        export = read(words[0])
    except (OSError, ValueError) as error:
        print(f"✗ 这不是选票清单文件 / not an export of votes: {error}")  # noqa: T201
        return 2
    lines = list(report(export, words[1] if len(words) > 1 else None))
    print(*lines, sep="\n")  # noqa: T201
    return 1 if lines[-1].startswith("✗") else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
