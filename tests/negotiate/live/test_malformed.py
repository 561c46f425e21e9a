"""What is no message is answered in one sentence and changes nothing; a flood is cut off."""

import json
from typing import Any

from negotiate.ballots.models import Poll
from negotiate.law.words import Side
from negotiate.live.endpoint import BURST
from tests.negotiate.live.conftest import Tokens
from tests.negotiate.live.phone import KEY, Phone, act, ballot
from tests.trace import OF_THE_RECORD, trace

W = Side.WORKER
Polls = dict[Side, Poll]

WRONG = [
    "", " ", "hello", "[]", "null", "1", '"ping"', "{}", '{"t":1}', '{"t":"shutdown"}',
    '{"t":"ping"', '{"t":"ping","t":"vote"}', '{"t":"ping","more":1}', '{"t":"hello"}',
    '{"t":"hello","v":"1"}', '{"t":"hello","v":1.5}', '{"t":"hello","v":null}',
    '{"t":"vote","poll":1}', '{"t":"vote","poll":1,"choice":"yes"}',
    "[" * 16_000, '{"x":' + "[" * 8_000 + "]" * 8_000 + ',"t":"ping"}', "x" * 16_000, "\x00",
    '{"t":"news","v":9,"html":"<b>"}', '{"t":"gone","text":"x"}',
]  # fmt: skip
WRONG_BALLOTS: list[dict[str, Any]] = [
    {"key": "A" * 32}, {"key": "a" * 31}, {"key": "a" * 33}, {"key": KEY + "\n"}, {"key": None},
    {"key": "ａ" * 32}, {"choice": 1}, {"choice": "x" * 11}, {"choice": None}, {"poll": "1"},
    {"poll": None}, {"poll": True}, {"poll": 0}, {"poll": -1}, {"poll": 2**63}, {"poll": 2**64},
    {"poll": 10**400}, {"press": 0}, {"press": 10**6}, {"seat": 1}, {"side": "worker"},
]  # fmt: skip


async def refusals(token: str, messages: list[Any]) -> list[dict[str, Any]]:
    """What each message is answered with, at a pace that is no flood."""
    answers = []
    for start in range(0, len(messages), BURST - 5):
        async with Phone(token) as phone:
            for message in messages[start : start + BURST - 5]:
                await phone.line.send_input({"type": "websocket.receive", **message})
                answers.append(await phone.get())
            await phone.say("ping")
            assert await phone.get() == {"t": "pong"}
    return answers


async def test_what_is_no_message_is_answered_with_one_sentence_and_changes_nothing(
    polls: Polls, tokens: Tokens
) -> None:
    before = await act(trace)
    binary = [{"bytes": b"\x00\xff"}, {"bytes": b'{"t":"ping"}'}]
    ballots = [json.dumps({"t": "vote", **ballot(polls[W], **wrong)}) for wrong in WRONG_BALLOTS]
    wrong: list[Any] = [*binary, *({"text": text} for text in (*WRONG, *ballots))]
    for given, answer in zip(wrong, await refusals(tokens.worker, wrong), strict=True):
        assert answer == {
            "t": "refused",
            "key": "",
            "text": "手机发来的内容无法识别，请刷新页面。",
        }, given
    assert await act(trace) == before


async def test_an_unknown_choice_and_an_unknown_poll_change_nothing(
    polls: Polls, tokens: Tokens
) -> None:
    before = await act(lambda: trace(without=OF_THE_RECORD))
    changes: list[dict[str, Any]] = [
        {"choice": "maybe"}, {"choice": ""}, {"poll": 1}, {"poll": 2**63 - 1}, {"poll": 999},
    ]  # fmt: skip
    messages = [{"text": json.dumps({"t": "vote", **ballot(polls[W], **c)})} for c in changes]
    for change, answer in zip(changes, await refusals(tokens.worker, messages), strict=True):
        assert (answer["t"], answer["key"]) == ("refused", KEY), change
        assert answer["text"].endswith("。"), change
    assert await act(lambda: trace(without=OF_THE_RECORD)) == before


async def test_versions_that_nobody_could_have_seen_do_no_harm(tokens: Tokens) -> None:
    async with Phone(tokens.worker) as phone:
        for version in (-1, -(2**63)):
            assert (await phone.greet(version))[0]["t"] == "news"
        assert [m["t"] for m in await phone.greet(2**70)] == ["mine"]


async def test_a_flood_is_cut_off_and_answered_no_further(tokens: Tokens) -> None:
    phone = Phone(tokens.worker)
    await phone.__aenter__()
    for _ in range(BURST * 4):
        await phone.say("ping")
    heard = await phone.until("close")
    assert heard[-1] == {"t": "close", "code": 4429}
    assert len(heard) <= BURST * 2
    await phone.line.disconnect()
    assert phone.line.output_queue.empty()
