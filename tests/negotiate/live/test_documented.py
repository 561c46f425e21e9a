"""docs/socket.md lists the very messages that are understood and sent."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from negotiate.ballots.models import Poll
from negotiate.law.words import Side
from negotiate.live import outbox
from negotiate.live.endpoint import BURST, REFILL, TOO_MANY
from negotiate.live.guest import SEAT_GONE, TOO_MANY_PAGES
from negotiate.live.messages import Incoming
from negotiate.live.outbox import MARK_EVERY, WINDOW
from negotiate.live.wire import LOOK_AGAIN, PULSE
from negotiate.rooms.actions import seating
from negotiate.serve import MESSAGE_BYTES
from tests.negotiate.live.conftest import Tokens
from tests.negotiate.live.phone import Phone, act
from tests.negotiate.meeting import Meeting

TEXT = (Path(__file__).parents[3] / "docs" / "socket.md").read_text("utf-8")
ROW = re.compile(r"^\| `(\w+)` \| (?:`(\w+)`)? *\| (\w*) *\|", re.MULTILINE)
Fields = dict[str, dict[str, str]]


def listed(heading: str) -> Fields:
    """The table under a heading: kind → field → type."""
    section = TEXT.split(f"## {heading}\n")[1].split("\n## ")[0]
    kinds: Fields = {}
    for kind, field, type_ in ROW.findall(section):
        kinds.setdefault(kind, {}).update({field: type_} if field else {})
    return kinds


def declared() -> Iterator[tuple[str, dict[str, str]]]:
    for message in get_args(Incoming):
        described: Any = msgspec.inspect.type_info(message)
        names = {"IntType": "int", "StrType": "str"}
        yield described.tag, {f.name: names[type(f.type).__name__] for f in described.fields}


def told(message: dict[str, Any]) -> tuple[str, dict[str, str]]:
    types = {"dict": "object"}
    fields = {name: type(value).__name__ for name, value in message.items() if name != "t"}
    return message["t"], {name: types.get(type_, type_) for name, type_ in fields.items()}


def test_what_a_page_sends_is_what_is_understood() -> None:
    assert listed("What a page sends") == dict(declared())


@pytest.fixture
def poll(hall: Meeting) -> Poll:
    hall.propose(30000, 500)
    return hall.ask(Side.WORKER)[0]


async def test_what_is_listed_is_what_the_server_sends(
    hall: Meeting, tokens: Tokens, poll: Poll, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "MARK_EVERY", 1)
    async with Phone(tokens.worker) as phone:
        heard = await phone.greet()
        await phone.say("ping")
        await phone.say("vote", poll=poll.pk, choice="yes", key="a" * 32)
        await phone.say("vote", poll=poll.pk, choice="yes", key="b" * 32)
        heard += await phone.until("refused")
        await act(seating.reissue, hall.chair, hall.other(Side.WORKER).pk)
        heard += await phone.until("gone")
    assert listed("What the server sends") == dict(map(told, heard))


def test_the_figures_are_those_in_force() -> None:
    assert f"{SEAT_GONE} |" in TEXT
    assert f"{TOO_MANY} |" in TEXT
    assert f"at most {MESSAGE_BYTES // 1024} KiB" in TEXT
    assert f"After {BURST} at once, a phone may send {REFILL} a second" in TEXT
    assert f"every {LOOK_AGAIN * PULSE:.0f} s" in TEXT
    assert f"every {MARK_EVERY:,} characters" in TEXT
    assert f"after {WINDOW:,}" in TEXT
    assert f"{TOO_MANY_PAGES} |" in TEXT
