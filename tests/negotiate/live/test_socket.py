"""The socket takes what it knows from whom it knows, and answers everything else in a sentence."""

import asyncio
import json
from typing import Any

import pytest
from django.urls import reverse

from negotiate.ballots.models import BallotPaper, Poll
from negotiate.law.words import Side
from negotiate.live.audience import Audience
from negotiate.live.consumer import BURST
from negotiate.live.tickets import Ticket, issue
from negotiate.rooms.actions import consent, seating
from tests.negotiate.live.conftest import Tokens
from tests.negotiate.live.phone import Phone, act, ticket_of, ticket_of_screen
from tests.negotiate.meeting import Meeting
from tests.trace import OF_THE_RECORD, trace
from tests.visitor import Aged, seated

W, E = Side.WORKER, Side.EMPLOYER
KEY = "a" * 32


@pytest.fixture
def polls(hall: Meeting) -> dict[Side, Poll]:
    hall.propose(30000, 500)
    return {poll.of: poll for poll in hall.ask()}


Polls = dict[Side, Poll]


def ballot(about: Poll, **changes: Any) -> dict[str, Any]:
    return {"poll": about.pk, "choice": "yes", "key": KEY, **changes}


async def test_a_ping_is_answered(tokens: Tokens) -> None:
    async with Phone(tokens.worker) as phone:
        await phone.say("ping")
        assert await phone.get() == {"t": "pong"}


async def test_a_vote_is_acknowledged_with_a_receipt_and_changes_the_turnout(
    hall: Meeting, polls: Polls, tokens: Tokens
) -> None:
    poll = polls[W]
    turnout = {"t": "turnout", "poll": poll.pk, "cast": 1, "roll": 2}
    async with Phone(tokens.worker) as phone, Phone(tokens.employer) as other:
        await phone.say("vote", **ballot(poll))
        first, second = await phone.get(), await phone.get()  # in either order
        receipt, told = (first, second) if first["t"] == "receipt" else (second, first)
        assert told == await other.hear("turnout") == turnout
    assert (receipt["poll"], receipt["key"]) == (poll.pk, KEY)
    assert await act(lambda: [(p.key, p.choice) for p in poll.papers.all()]) == [(KEY, "yes")]


async def test_the_same_paper_gets_the_same_receipt_over_the_socket_and_over_http(
    hall: Meeting, polls: Polls, tokens: Tokens
) -> None:
    poll, seat = polls[W], hall.other(W)

    def over_http() -> str:
        path = reverse("vote", args=[seat.pk, poll.pk])
        paper = {"choice": "yes", "key": KEY}
        answer = seated(seat).post(path, paper, headers={"Accept": "application/json"})
        return str(answer.json()["receipt"])

    async with Phone(tokens.worker) as phone:
        for _ in range(2):
            await phone.say("vote", **ballot(poll))
            receipt = (await phone.hear("receipt"))["receipt"]
    assert await act(over_http) == receipt
    assert await act(BallotPaper.objects.count) == 1


async def test_a_second_paper_of_the_same_seat_is_refused(polls: Polls, tokens: Tokens) -> None:
    async with Phone(tokens.worker) as phone:
        await phone.say("vote", **ballot(polls[W]))
        await phone.hear("receipt")
        await phone.say("vote", **ballot(polls[W], choice="no", key="b" * 32))
        refused = await phone.hear("refused")
    assert (refused["key"], refused["text"]) == ("b" * 32, "您的票先前已计入，不会重复计票。")


async def test_a_late_vote_and_a_vote_on_the_other_sides_question_are_refused(
    hall: Meeting, polls: Polls, tokens: Tokens
) -> None:
    await act(consent.close_poll, hall.chair, polls[W].pk)
    before = await act(lambda: trace(without=OF_THE_RECORD))
    async with Phone(tokens.worker) as phone:
        await phone.say("vote", **ballot(polls[W]))
        assert "表决已经结束" in (await phone.hear("refused"))["text"]
        await phone.say("vote", **ballot(polls[E]))
        assert "这不是您这一方的表决" in (await phone.hear("refused"))["text"]
    assert await act(lambda: trace(without=OF_THE_RECORD)) == before


async def test_a_refusal_speaks_the_language_of_its_ticket(
    hall: Meeting, polls: Polls, tokens: Tokens
) -> None:
    def english() -> str:
        seat = hall.other(W)
        audience = Audience(seat.room_id, "phone", "worker", ("representative",), "en")
        return issue(Ticket(audience, seat.pk, seat.link_serial))

    async with Phone(tokens.worker) as chinese, Phone(english()) as phone:
        for each in (chinese, phone):
            await each.say("vote", **ballot(polls[E]))
        assert (await chinese.hear("refused"))["text"] == "这不是您这一方的表决。"
        assert (await phone.hear("refused"))["text"].isascii()


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
    {"poll": None}, {"poll": True}, {"seat": 1}, {"side": "worker"},
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
        {"choice": "maybe"}, {"choice": ""}, {"poll": 0}, {"poll": -1}, {"poll": 2**63},
        {"poll": 2**64 - 1}, {"poll": 10**400}, {"poll": 999},
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


async def test_a_reissued_link_closes_the_sockets_of_the_old_one(
    hall: Meeting, tokens: Tokens
) -> None:
    async with Phone(tokens.worker) as one, Phone(tokens.worker) as other:
        await one.greet(), await other.greet()
        await act(seating.reissue, hall.chair, hall.other(W).pk)
        for phone in (one, other):
            heard = await phone.until("close")
            assert heard[-1]["code"] == 4401
            gone = heard[-2]
            assert (gone["t"], gone["text"]) == (
                "gone",
                "您的入场码已更换，请向主持人要新的入场码。",
            )
    assert not await Phone(tokens.worker).connects()


async def test_a_neighbours_socket_stays_open(hall: Meeting, tokens: Tokens) -> None:
    async with Phone(tokens.chief) as phone:
        await act(seating.reissue, hall.chair, hall.other(W).pk)
        await phone.say("ping")
        await phone.hear("pong")


async def test_a_vote_that_overtakes_the_reissue_is_refused(
    hall: Meeting, polls: Polls, tokens: Tokens
) -> None:
    async with Phone(tokens.worker) as phone:

        def unheard() -> None:
            seat = hall.other(W)
            seat.link_serial += 1  # as if the message of it were lost
            seat.save(update_fields=["link_serial"])

        await act(unheard)
        await phone.say("vote", **ballot(polls[W]))
        assert "入场码已更换" in (await phone.hear("refused"))["text"]
    assert await act(BallotPaper.objects.count) == 0


def signed_ago(hall: Meeting, hours: int) -> str:
    seat = hall.other(W)
    audience = {
        "room": seat.room_id,
        "face": "phone",
        "side": "worker",
        "capacities": ["representative"],
        "language": "zh-hans",
    }
    ticket = {"audience": audience, "seat": seat.pk, "serial": seat.link_serial}
    return Aged("live ticket", hours * 3600).sign_object(ticket)


async def test_a_ticket_lasts_a_day(hall: Meeting) -> None:
    async with Phone(signed_ago(hall, 23)):
        pass
    assert not await Phone(signed_ago(hall, 25)).connects()


async def test_nobody_enters_without_a_ticket_of_this_rooms_own(
    hall: Meeting, tokens: Tokens
) -> None:
    def elsewhere() -> list[str]:
        seat, room = hall.other(W), hall.room
        stranger = Meeting("caterer").chief(W)
        audience = Audience(room.pk, "phone", "employer", ("chief",), "zh-hans")
        screen = Audience(room.pk, "screen", "", (), "zh-hans")
        return [
            issue(Ticket(audience, stranger.pk, stranger.link_serial)),
            issue(Ticket(audience, seat.pk, seat.link_serial + 1)),
            issue(Ticket(audience, 10**15, 1)),
            issue(Ticket(screen, None, room.screen_serial + 1)),
        ]

    good = tokens.worker
    spoiled = ["", "x", good[:-1], good[1:], good + "x", good.split(".")[0], "é" * 20]
    for token in [*spoiled, *await act(elsewhere)]:
        assert not await Phone(token).connects(), token


async def test_nobody_enters_who_speaks_another_protocol(tokens: Tokens) -> None:
    assert not await Phone(tokens.worker, protocol="other").connects()
    phone = Phone(tokens.worker)
    for offered in ([], ["yishi"], ["yishi", tokens.worker, "more"]):
        phone = Phone(tokens.worker)
        phone.line.scope["subprotocols"] = offered
        assert not await phone.connects()


async def test_nobody_enters_from_another_page(tokens: Tokens) -> None:
    for origin in (b"http://evil.example", b"http://testserver:81", b"https://testserver", b"null"):
        phone = Phone(tokens.worker)
        phone.line.scope["headers"] = [(b"origin", origin)]
        assert not await phone.connects()


async def test_a_big_screen_cannot_vote(hall: Meeting, polls: Polls) -> None:
    before = await act(trace)
    async with Phone(await act(lambda: ticket_of_screen(hall.room))) as screen:
        await screen.say("vote", **ballot(polls[W]))
        assert (await screen.hear("refused"))["key"] == KEY
    assert await act(trace) == before


async def test_only_voters_vote(hall: Meeting, polls: Polls, tokens: Tokens) -> None:
    async with Phone(tokens.chair) as chair:
        for poll in polls.values():
            await chair.say("vote", **ballot(poll))
            assert "这不是您这一方的表决" in (await chair.hear("refused"))["text"]
    assert await act(BallotPaper.objects.count) == 0


async def test_a_vote_that_comes_too_late_is_on_record(
    hall: Meeting, polls: Polls, tokens: Tokens
) -> None:
    await act(consent.close_poll, hall.chair, polls[W].pk)
    async with Phone(tokens.worker) as phone:
        await phone.say("vote", **ballot(polls[W]))
        await phone.hear("refused")
    last = await act(lambda: hall.room.book.entries.last())
    assert last is not None
    said = json.loads(last.body)
    assert (said["action"], said["data"]["order"]) == ("refused", "vote")
    assert "yes" not in last.body


async def test_a_seat_opened_on_many_screens_votes_once(hall: Meeting, polls: Polls) -> None:
    voters = [hall.chief(W), hall.other(W)]
    papers = [(await act(ticket_of, seat), f"{n:032x}") for n, seat in enumerate(voters * 10)]

    async def vote(token: str, key: str) -> str:
        async with Phone(token) as phone:
            await phone.say("vote", **ballot(polls[W], key=key))
            message = await phone.get()
            while message["t"] not in ("receipt", "refused"):
                message = await phone.get()
            return str(message["t"])

    answers = await asyncio.gather(*(vote(*paper) for paper in papers))
    assert sorted(answers) == ["receipt"] * 2 + ["refused"] * 18
    assert await act(BallotPaper.objects.count) == 2
