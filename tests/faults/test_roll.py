"""The roll is edited while a ballot is on: it stays as it was frozen, and a seat's new link is
the same voter."""

import asyncio
from functools import partial

from tests.faults import hall, seats
from tests.faults.papers import Burst
from tests.faults.phones import Phones
from tests.production import Production

MORE = 4  # delegates a side beside the scenario's own two
STAFF = 12
VOTED = "您的票先前已计入，不会重复计票。"
STRANGE = "您不在这次表决的名册上。"


async def test_a_new_link_is_the_same_voter_and_the_old_one_counts_no_more(
    production: Production,
) -> None:
    voters = await asyncio.to_thread(production.call, hall.ask, MORE, "secret", STAFF)
    staff = [voter for voter in voters if voter["kind"] == "worker staff"]
    phones = Phones(production.at(0), staff)
    voted, not_yet = phones.all[0], phones.all[1]
    async with phones.here():
        await voted.press("yes", "1" * 32)
        await phones.until(lambda: "1" * 32 in voted.receipts)
        for phone in (voted, not_yet):
            seat = phone.voter["seat"]
            token = await asyncio.to_thread(production.call, seats.reissue, seat)
            await phones.until(partial(getattr, phone, "gone"))
            phone.voter = {**phone.voter, "token": token}
        new = Phones(production.at(1), [voted.voter, not_yet.voter])
        async with new.here():
            for number, phone in enumerate(new.all, 2):
                await phone.press("no", f"{number}" * 32)
            await phones.until(lambda: new.answered() == 2)
    assert new.all[0].refusals == {"2" * 32: [VOTED]}
    assert list(new.all[1].receipts) == ["3" * 32]
    closed = await asyncio.to_thread(production.call, hall.close)
    assert closed["papers"] == {
        voted.receipts["1" * 32][0]: "yes",
        new.all[1].receipts["3" * 32][0]: "no",
    }


async def test_whoever_joins_the_roll_during_a_ballot_waits_for_the_next(
    production: Production,
) -> None:
    voters = await asyncio.to_thread(production.call, hall.ask, MORE, "secret", STAFF)
    phones = Phones(production, voters)
    async with phones.here():
        burst = Burst.of(phones, seconds=1, seed=11)
        pressing = asyncio.create_task(burst.press())
        (late,) = await asyncio.to_thread(production.call, seats.enrol, ["后来的人"])
        like = next(voter for voter in voters if voter["kind"] == "worker staff")
        token = await asyncio.to_thread(production.call, seats.ticket, late)
        added = Phones(production, [{**like, "seat": late, "token": token}])
        async with added.here():
            await added.all[0].press("yes", "4" * 32)
            await added.until(lambda: added.answered() == 1)
        assert added.refusals() == [STRANGE]
        for voter in voters[:2]:
            assert await asyncio.to_thread(production.call, seats.unseat, voter["seat"]) != ""
        await pressing
        await burst.answered()
    assert await asyncio.to_thread(production.call, hall.close) == burst.as_counted()
