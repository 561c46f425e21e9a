"""Anybody can recount a closed poll with one file of ours and Python, and a forger is found out."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from negotiate.ballots import actions as ballots
from negotiate.ballots import published, verify
from negotiate.ballots.models import CountConfirmation, HandCount, Poll
from negotiate.law.words import Choice, Secrecy, Side
from tests.negotiate.ballots.staff import ask_staff, enrol, paper
from tests.negotiate.meeting import Meeting

W = Side.WORKER
Export = dict[str, Any]


def closed(meeting: Meeting, secrecy: Secrecy = Secrecy.SECRET) -> Poll:
    """A poll of eleven by phone and six on paper."""
    seats = enrol(meeting, 18)
    poll = ask_staff(meeting, secrecy)
    choices = [list(Choice)[n % 3] for n in range(11)]
    ballots.cast_many([paper(s, poll, c) for s, c in zip(seats, choices, strict=False)])
    count = HandCount.objects.create(
        poll=poll, means="paper", yes=4, no=2, abstain=0, seat=meeting.chair
    )
    for side in Side:
        CountConfirmation.objects.create(count=count, side=side.value, seat=meeting.chief(side))
    return ballots.close_poll(poll.pk)


def run(folder: Path, content: bytes, *words: str) -> tuple[int, str]:
    """The program as its reader runs it: alone, in another folder, without this project."""
    program = folder / "verify.py"
    program.write_bytes(Path(verify.__file__).read_bytes())
    (folder / "export.json").write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-I", "-W", "error", program.name, "export.json", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


@pytest.mark.parametrize("secrecy", list(Secrecy))
def test_a_true_export_is_found_right(
    in_session: Meeting, tmp_path: Path, secrecy: Secrecy
) -> None:
    poll = closed(in_session, secrecy)
    code, said = run(tmp_path, published.as_json(poll), poll.list_digest.upper())
    assert (code, "✓ 核对无误 / all is right" in said) == (0, True)
    assert "赞成 yes 8 · 反对 no 6 · 弃权 abstain 3" in said


def test_the_fingerprint_is_the_hash_of_plain_text_that_anybody_can_write(
    in_session: Meeting,
) -> None:
    poll = closed(in_session)
    version = poll.version
    lines = [
        "yishi list 1",
        f"poll {poll.pk} worker staff secret",
        f"about {version.digest}",
        "roll 20",
        "by hand paper 4 2 0",
        *sorted(f"{p.number} {p.choice}" for p in poll.papers.all()),
    ]
    text = "".join(f"{line}\n" for line in lines)
    assert hashlib.sha256(text.encode()).hexdigest() == poll.list_digest


def flip(export: Export) -> None:
    vote = next(vote for vote in export["votes"] if vote[1] == "no")
    vote[1] = "yes"


def flip_in_full(export: Export) -> None:
    flip(export)
    export["totals"]["yes"] += 1
    export["totals"]["no"] -= 1


def drop(export: Export) -> None:
    export["votes"].pop()


def add(export: Export) -> None:
    export["votes"].append(["ZZZZ-ZZZZ", "yes"])


def repeat(export: Export) -> None:
    export["votes"].insert(0, export["votes"][0])


def shuffle(export: Export) -> None:
    export["votes"].reverse()


def overfill(export: Export) -> None:
    export["roll"] = 16


def recount_hands(export: Export) -> None:
    export["by_hand"]["yes"] += 1
    export["totals"]["yes"] += 1


def declare(export: Export) -> None:
    export["passed"] = not export["passed"]


def rename(export: Export) -> None:
    export["votes"][0][0] = "1234-5678"


def about_another(export: Export) -> None:
    export["about"] = "0" * 64


ALTERED = [
    (flip, "票数对不上"),
    (flip_in_full, "指纹对不上"),
    (drop, "票数对不上"),
    (add, "票数对不上"),
    (repeat, "出现了两次"),
    (shuffle, "没有按编号排列"),
    (overfill, "比应投人数多"),
    (recount_hands, "指纹对不上"),
    (declare, "结果算错了"),
    (rename, "写得不对"),
    (about_another, "指纹对不上"),
]


@pytest.mark.parametrize(("alter", "finding"), ALTERED)
def test_an_altered_export_is_found_out(
    in_session: Meeting, tmp_path: Path, alter: Callable[[Export], None], finding: str
) -> None:
    export = published.export(closed(in_session))
    alter(export)
    code, said = run(tmp_path, json.dumps(export).encode())
    assert (code, finding in said) == (1, True), said


def test_an_export_made_up_in_full_does_not_fit_the_minutes(
    in_session: Meeting, tmp_path: Path
) -> None:
    poll = closed(in_session)
    export = published.export(poll)
    flip_in_full(export)
    export["sha256"] = verify.digest(export)
    assert run(tmp_path, json.dumps(export).encode())[0] == 0
    code, said = run(tmp_path, json.dumps(export).encode(), poll.list_digest)
    assert (code, "您给的指纹对不上" in said) == (1, True)


NONE = [
    b"",
    b"not json",
    b"\xff\xfe\x00",
    b"[]",
    b"{}",
    b'{"form": "yishi list 1"}',
    b"[" * 100_000,
    b'{"form": "yishi list 1", "votes": 1e999}',
    b"1" * 10_000,
]


@pytest.mark.parametrize("content", NONE)
def test_what_is_no_export_is_told_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    code, said = run(tmp_path, content)
    assert (code, "这不是选票清单文件" in said) == (2, True)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("votes", {"AAAA-AAAA": "yes"}),
        ("votes", [["AAAA-AAAA", "yes\nBBBB-BBBB no"]]),
        ("votes", [["AAAA-AAAA", 1]]),
        ("totals", {"yes": -1, "no": 0, "abstain": 0}),
        ("totals", {"yes": True, "no": 0, "abstain": 0}),
        ("by_hand", {"yes": 1, "no": 0, "abstain": 0}),
        ("by_hand", []),
        ("roll", 20.5),
        ("passed", "yes"),
        ("form", "yishi list 2"),
    ],
)
def test_an_export_with_a_part_of_another_kind_is_none(
    in_session: Meeting, tmp_path: Path, part: str, value: object
) -> None:
    export = published.export(closed(in_session)) | {part: value}
    code, said = run(tmp_path, json.dumps(export).encode())
    assert (code, "这不是选票清单文件" in said) == (2, True)


def test_a_huge_file_is_refused_before_it_is_read_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify, "LARGEST", 10)
    path = tmp_path / "huge.json"
    path.write_bytes(b" " * 11)
    with pytest.raises(ValueError, match="too large"):
        verify.read(str(path))


def test_without_a_file_it_says_how_to_use_it(tmp_path: Path) -> None:
    assert run(tmp_path, b"", "one", "two")[0] == 2
    assert verify.main([]) == 2
    assert verify.main([str(tmp_path / "missing.json")]) == 2
