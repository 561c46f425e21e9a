"""News reaches everybody once, each with what is theirs to see."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

import pytest
from django.db import transaction

from negotiate.law.words import Secrecy, Side
from negotiate.live import announce, wire
from negotiate.live import hall as hall_of_news
from negotiate.people.models import Seat
from negotiate.record.actions import append
from negotiate.rooms.actions import consent, seating
from negotiate.rooms.models import Room, Term
from negotiate.rooms.sight.faces import Sight
from tests.negotiate.live.conftest import Counting, Tokens
from tests.negotiate.live.phone import Phone, act, ticket_of, ticket_of_screen
from tests.negotiate.meeting import Meeting

W, E = Side.WORKER, Side.EMPLOYER


def write_unannounced(meeting: Meeting) -> None:
    """As when the channel layer lost the message."""
    with transaction.atomic():
        Term.objects.filter(pk=meeting.term.pk).update(title="没有人说过的条款")
        append(meeting.room.book_id, "unheard of", {}, {})


@asynccontextmanager
async def a_failed_round(
    monkeypatch: pytest.MonkeyPatch, owner: type, name: str
) -> AsyncIterator[None]:
    """What happens within the block is news that can't be brought for now."""
    with monkeypatch.context() as broken:
        broken.setattr(owner, name, lambda *_: 1 // 0)
        failed = asyncio.Event()
        broken.setattr(hall_of_news.log, "exception", lambda *_: failed.set())
        yield
        await failed.wait()


async def test_who_shows_nothing_is_brought_what_is_current(hall: Meeting, tokens: Tokens) -> None:
    async with Phone(tokens.worker) as phone:
        news, *_, mine = await phone.greet()
    version = await act(lambda: hall.room.version)
    assert (news["t"], news["v"]) == ("news", version)
    assert "<" in news["html"]
    assert mine == {"t": "mine", "present": True, "voted": {}}


async def test_who_shows_what_is_current_is_brought_nothing(hall: Meeting, tokens: Tokens) -> None:
    version = await act(lambda: hall.room.version)
    async with Phone(tokens.worker) as phone:
        heard = await phone.greet(version)
    assert [message["t"] for message in heard] == ["mine"]


async def test_an_act_is_news_to_both_sides(hall: Meeting, tokens: Tokens) -> None:
    async with Phone(tokens.worker) as one, Phone(tokens.employer) as other:
        await one.greet(), await other.greet()
        await act(hall.propose, 31415, 500)
        for phone in (one, other):
            assert "31,415" in (await phone.hear("news"))["html"]


async def test_a_missed_turnout_is_told_again(hall: Meeting, tokens: Tokens) -> None:
    await act(hall.propose, 30000, 500)
    poll, _ = await act(hall.ask)
    async with Phone(tokens.chief) as phone:
        await phone.say("vote", poll=poll.pk, choice="yes", key="a" * 32)
        await phone.hear("receipt")
    version = await act(lambda: hall.room.version)
    async with Phone(tokens.chair) as chair:
        told = await chair.greet(version)
    assert {"t": "turnout", "poll": poll.pk, "cast": 1, "roll": 2} in told


async def test_each_audience_is_drawn_once_however_many_look(
    hall: Meeting, counting: Counting
) -> None:
    audience, other = await act(ticket_of, hall.chief(W)), await act(ticket_of, hall.chief(E))
    phones = [Phone(audience) for _ in range(9)] + [Phone(other) for _ in range(9)]
    await asyncio.gather(*(phone.__aenter__() for phone in phones))
    await asyncio.gather(*(phone.greet() for phone in phones))
    assert len(counting.drawn) == 2
    await act(hall.propose, 30000, 500)
    for phone in phones:
        await phone.hear("news")
    assert len(counting.drawn) == 4
    await asyncio.gather(*(phone.__aexit__() for phone in phones))


async def test_an_act_that_a_screen_does_not_show_is_no_news_to_it(
    hall: Meeting, tokens: Tokens, counting: Counting
) -> None:
    def write_into_the_record() -> None:
        with transaction.atomic():
            append(hall.room.book_id, "unheard of", {}, {})
            announce.news(hall.chair.room_id)

    async with Phone(tokens.worker) as phone:
        await phone.greet()
        await act(write_into_the_record)
        while len(counting.drawn) < 2:  # noqa: ASYNC110  nobody is told of a drawing
            await asyncio.sleep(0.01)
        await phone.say("ping")
        assert [message["t"] for message in await phone.until("pong")] == ["pong"]


async def test_many_acts_at_once_are_one_piece_of_news(
    hall: Meeting, tokens: Tokens, counting: Counting
) -> None:
    def talk() -> None:
        with transaction.atomic():
            for amount in range(10):
                hall.propose(30000 + amount, 500)

    async with Phone(tokens.worker) as phone:
        await phone.greet()
        await act(talk)
        assert (await phone.hear("news"))["v"] == await act(lambda: hall.room.version)
    assert len(counting.drawn) == 2
    assert 0.25 <= hall_of_news.BREATH <= 0.5  # two to four drawings a second


async def test_missed_news_is_found_by_the_version(
    hall: Meeting, tokens: Tokens, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "PULSE", 0.1)
    async with Phone(tokens.worker) as phone:
        shown = (await phone.greet())[0]["v"]
        await act(write_unannounced, hall)
        assert (await phone.hear("news"))["v"] == shown + 1


async def test_a_lost_word_of_a_new_link_is_found_too(
    hall: Meeting, tokens: Tokens, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The layer lost "gone": the socket opened with the old link is let go all the same."""
    monkeypatch.setattr(wire, "PULSE", 0.1)
    seat = hall.chief(Side.WORKER).pk

    def reissue_unannounced() -> None:
        Seat.objects.filter(pk=seat).update(link_serial=2)
        Room.objects.filter(pk=hall.chair.room_id).update(links=2)

    async with Phone(tokens.chief) as phone:
        await phone.greet()
        await act(reissue_unannounced)
        assert (await phone.hear("gone"))["text"]


async def test_a_room_that_cannot_be_drawn_is_drawn_next_time(
    hall: Meeting, tokens: Tokens, counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Phone(tokens.worker) as phone:
        await phone.greet()
        async with a_failed_round(monkeypatch, Counting, "stands"):
            await act(hall.propose, 30000, 500)
        await act(hall.ask)
        assert (await phone.hear("news"))["v"] == await act(lambda: hall.room.version)


async def test_news_that_came_with_a_dead_link_survives_a_fault_in_asking_for_links(
    hall: Meeting, tokens: Tokens, counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def both() -> None:
        """Two acts at once: the second is drawn, the first has let a link die."""
        with transaction.atomic():
            seating.reissue(hall.chair, hall.other(E).pk)
            hall.propose(30000, 500)

    async with Phone(tokens.worker) as phone:
        await phone.greet()
        async with a_failed_round(monkeypatch, Counting, "seats"):
            await act(both)
        assert (await phone.hear("news"))["v"] == await act(lambda: hall.room.version)


async def test_a_screen_that_comes_while_others_wait_takes_nothing_from_them(
    hall: Meeting, tokens: Tokens, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is drawn for again before the others' next attempt; they are brought the same then."""
    async with Phone(tokens.worker) as waiting:
        await waiting.greet()
        async with a_failed_round(monkeypatch, Sight, "drawn"):
            await act(hall.propose, 30000, 500)
        version = await act(lambda: hall.room.version)
        async with Phone(tokens.worker) as other:
            await other.say("hello", v=0)
            assert (await other.hear("news"))["v"] == version
        assert (await waiting.hear("news"))["v"] == version


async def test_the_big_screen_is_brought_news_and_has_nothing_of_its_own(hall: Meeting) -> None:
    async with Phone(await act(lambda: ticket_of_screen(hall.room))) as screen:
        await screen.say("hello", v=0)
        assert (await screen.hear("news"))["v"] > 0
        await screen.say("ping")
        assert [message["t"] for message in await screen.until("pong")] == ["pong"]


async def test_a_closed_poll_tells_its_figures_to_its_own_side(
    hall: Meeting, tokens: Tokens
) -> None:
    await act(hall.propose, 30000, 500)
    async with Phone(tokens.worker) as ours, Phone(tokens.employer) as theirs:
        await ours.greet(), await theirs.greet()
        asked = partial(consent.open_poll, secrecy=Secrecy.RECORDED)  # too few for a secret one's
        await act(asked, hall.chair, hall.term.pk, [W])
        await ours.hear("news"), await theirs.hear("news")
        poll = await act(lambda: hall.room.polls.get())
        await act(consent.close_poll, hall.chair, poll.pk)
        assert 'class="steps"' in (await ours.hear("news"))["html"]
        assert 'class="steps"' not in (await theirs.hear("news"))["html"]
