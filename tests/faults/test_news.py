"""What happens at one server process is on the screens of the other, by a word and not by chance:
neither process ever had to find out by itself that it had missed something."""

import asyncio
import json
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.faults import hall, seats
from tests.faults.forms import press
from tests.faults.phones import Phones
from tests.production import Door, Production

MORE = 2  # delegates a side beside the scenario's own two


def counts(door: Door, cookie: str) -> dict[str, Any]:
    """What one process says of itself."""
    line = HTTPConnection(urlsplit(door.address).netloc)
    host = urlsplit(door.origin).netloc
    line.request("GET", "/counts", headers={
        "Host": host, "Cookie": cookie, "X-Forwarded-Proto": "https",
    })  # fmt: skip
    told: dict[str, Any] = json.loads(line.getresponse().read())
    line.close()
    return told


@pytest.mark.parametrize("production", [("daphne", "uvicorn")], indirect=True)
async def test_votes_a_close_and_a_new_link_are_seen_at_the_other_process(
    production: Production,
) -> None:
    voters = await asyncio.to_thread(production.call, hall.ask, MORE)
    chair = await asyncio.to_thread(production.call, seats.chair)
    cookie = await asyncio.to_thread(production.call, seats.cookie, chair)
    here, there = Phones(production.at(0), voters[::2]), Phones(production.at(1), voters[1::2])
    both = Phones(production, [])
    both.all = here.all + there.all
    async with here.here(), there.here():
        for number, phone in enumerate(here.all):
            await phone.press("yes", f"{number:032x}")
        await here.until(lambda: here.answered() == len(here.all))
        await both.all_show(*await asyncio.to_thread(production.call, hall.now))

        for poll in {phone.voter["poll"] for phone in both.all}:
            path = f"/s/{chair}/polls/{poll}/close/"
            await asyncio.to_thread(press, production.at(1), cookie, path, early="1")
        await both.all_show(*await asyncio.to_thread(production.call, hall.now))

        out = next(phone for phone in here.all if phone.voter["seat"] != chair)
        path = f"/s/{chair}/slips/{out.voter['seat']}/reissue/"
        await asyncio.to_thread(press, production.at(1), cookie, path)
        await both.until(lambda: out.gone)
        both.all.remove(out)
        await both.all_show(*await asyncio.to_thread(production.call, hall.now))

        administrator = await asyncio.to_thread(production.call, seats.administrator)
        for number in (0, 1):
            told = await asyncio.to_thread(counts, production.at(number), administrator)
            assert (told["missed"], told["layer_faults"], told["unsaved"]) == (0, 0, 0)
    assert production.said() == ""
