"""An outbox is small, however slowly its phone reads and whatever its server does about it."""

import asyncio
import json

import pytest

from negotiate.live.counts import COUNTS
from negotiate.live.outbox import MARK_EVERY, MOST_ANSWERS, WINDOW, Message, Outbox, text_message


class Waiting:
    """A server whose `send` waits until the phone reads, as uvicorn's."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.may_read = asyncio.Event()

    async def send(self, message: Message) -> None:
        await self.may_read.wait()
        self.sent.append(message["text"])


class Buffering:
    """A server whose `send` returns at once, whether the phone reads or not, as daphne's."""

    def __init__(self) -> None:
        self.sent: list[Message] = []

    async def send(self, message: Message) -> None:
        self.sent.append(message)

    def marks(self) -> list[int]:
        said = [json.loads(m["text"]) for m in self.sent if "mark" in m["text"]]
        return [message["n"] for message in said]


async def test_what_a_server_takes_at_once_needs_no_task() -> None:
    server = Buffering()
    outbox = Outbox(server.send)
    outbox.newest("news", text_message("news"))
    assert server.sent == []  # the handshake is not done
    outbox.open()
    outbox.answer("answer")
    assert [message["text"] for message in server.sent] == ["news", "answer"]


async def test_a_phone_whose_server_waits_is_sent_the_newest_state_only() -> None:
    server = Waiting()
    outbox = Outbox(server.send)
    outbox.open()
    replaced = COUNTS.replaced
    outbox.newest("news", text_message("first"))
    for number in range(1000):
        outbox.newest("news", text_message(f"news {number}"))
        outbox.newest("turnout 7", text_message(f"turnout {number}"))
        outbox.answer(f"answer {number}")
    server.may_read.set()
    while len(server.sent) < MOST_ANSWERS + 3:  # noqa: ASYNC110  the outbox tells nobody
        await asyncio.sleep(0)
    assert (server.sent[0], server.sent[-2:]) == ("first", ["news 999", "turnout 999"])
    assert server.sent[1:-2] == [f"answer {number}" for number in range(1000 - MOST_ANSWERS, 1000)]
    assert COUNTS.replaced - replaced == 1998


async def test_a_phone_that_says_no_mark_back_is_sent_no_more_than_the_window() -> None:
    server = Buffering()
    outbox = Outbox(server.send)
    outbox.open()
    text = "x" * 1000
    for number in range(1000):
        outbox.newest("news", text_message(f"{number} {text}"))
    sent = sum(len(message["text"]) for message in server.sent)
    assert WINDOW <= sent < WINDOW + 2 * len(text)
    assert len(server.marks()) == 1


async def test_who_says_the_mark_back_goes_on_with_the_newest() -> None:
    server = Buffering()
    outbox = Outbox(server.send)
    outbox.open()
    text = "x" * (MARK_EVERY // 2)
    for number in range(1000):
        outbox.newest("news", text_message(f"{number} {text}"))
    outbox.marked(server.marks()[-1] + 1)  # made up
    before = len(server.sent)
    outbox.marked(server.marks()[-1])
    assert server.sent[before]["text"].startswith("999 ")
    for number in range(1000, 2000):
        outbox.newest("news", text_message(f"{number} {text}"))
        outbox.marked(server.marks()[-1])
    assert server.sent[-1]["text"].startswith(("1999 ", '{"t":"mark"'))


async def test_news_of_a_large_meeting_never_waits_for_a_mark_that_is_not_out() -> None:
    server = Buffering()
    outbox = Outbox(server.send)
    outbox.open()
    for size in (MARK_EVERY + 100, 3 * MARK_EVERY, 3 * MARK_EVERY):
        outbox.newest("news", text_message("x" * size))
    outbox.marked(server.marks()[-1])
    outbox.newest("news", text_message("newest"))
    while server.sent[-1]["text"] != "newest":
        known = len(server.marks())
        outbox.marked(server.marks()[-1])
        assert len(server.marks()) > known or server.sent[-1]["text"] == "newest"


async def test_after_the_last_word_nothing_is_said() -> None:
    server = Buffering()
    outbox = Outbox(server.send)
    outbox.open()
    outbox.close(4401, last="gone")
    outbox.answer("late")
    assert [m.get("text", m.get("code")) for m in server.sent] == ["gone", 4401]


async def test_a_message_that_cannot_be_sent_closes_its_socket_and_harms_nobody() -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)
        if message["type"] == "websocket.send":
            raise RuntimeError("too long, or closed")

    outbox = Outbox(send)
    outbox.open()
    outbox.answer("answer")
    outbox.newest("news", text_message("news"))
    assert [message["type"] for message in sent] == ["websocket.send", "websocket.close"]


@pytest.mark.parametrize("late", [False, True])
async def test_a_send_that_fails_while_waiting_ends_the_outbox(late: bool) -> None:
    failed = asyncio.Event()

    async def send(message: Message) -> None:
        await asyncio.sleep(0)
        failed.set()
        raise RuntimeError("closed")

    outbox = Outbox(send)
    outbox.open()
    outbox.answer("answer")
    await failed.wait()
    if late:
        await asyncio.sleep(0)
    outbox.answer("answer")
    await asyncio.sleep(0)
