"""The socket takes what it knows from whom it knows, and answers everything else in a sentence."""

import asyncio
import json

from django.urls import reverse

from negotiate.ballots.models import Poll
from negotiate.law.words import Side
from negotiate.live.audience import Audience
from negotiate.live.tickets import Ticket, issue
from negotiate.rooms.actions import consent
from tests.boxes import papers_of
from tests.negotiate.live.conftest import Tokens
from tests.negotiate.live.phone import KEY, Phone, act, ballot, ticket_of, ticket_of_screen
from tests.negotiate.meeting import Meeting
from tests.trace import OF_THE_RECORD, trace
from tests.visitor import seated

Polls = dict[Side, Poll]

W, E = Side.WORKER, Side.EMPLOYER


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
    assert await act(papers_of, poll) == {receipt["receipt"]: "yes"}


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
    assert len(await act(papers_of, poll)) == 1


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
            assert await act(papers_of, poll) == {}


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
    assert len(await act(papers_of, polls[W])) == 2


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
        assert "已不在这个会场的席位上" in (await phone.hear("refused"))["text"]
    assert await act(papers_of, polls[W]) == {}
