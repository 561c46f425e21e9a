"""The disk of the embedded database is full: one clear sentence, nothing half done, and it works
again when there is space."""

import asyncio
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.faults import hall, seats
from tests.faults.forms import press
from tests.faults.papers import Burst
from tests.faults.phones import Phones
from tests.server import Server

MORE = 8  # delegates a side beside the scenario's own two
SIZE = "8m"
KEY = "f" * 32
NEEDS_ROOT = "Only root can make a small disk, so nothing was shown of a full one."


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Give a folder on a disk of its own, with little room."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip(NEEDS_ROOT)
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(place: Path) -> Path:
    """Leave no byte free; give what has to go for it to be free again."""
    filler = place / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    return filler


async def test_a_full_disk_is_said_and_loses_nothing(
    disk: Path, empty_database: Path, tmp_path: Path
) -> None:
    database = disk / "server.sqlite3"
    shutil.copy(empty_database, database)
    server = Server(database, tmp_path / "server.log")
    voters = await asyncio.to_thread(server.call, hall.ask, MORE)
    cookie = await asyncio.to_thread(server.call, seats.cookie, voters[0]["seat"])
    await asyncio.to_thread(server.start)
    phones = Phones(server, voters)
    try:
        async with phones.here():
            burst = Burst.of(phones, seconds=1, seed=6)
            filler = await asyncio.to_thread(fill, disk)
            await burst.press()
            path = f"/s/{voters[0]['seat']}/polls/{voters[0]['poll']}/vote/"
            vote = {"choice": "yes", "key": KEY}
            status, said = await asyncio.to_thread(press, server, cookie, path, **vote)
            assert status == 507  # not 4xx: the page keeps the paper and sends it again
            assert "服务器的磁盘满了，刚才没有办成。" in said
            assert burst.acknowledged() == {}
            filler.unlink()
            await burst.answered()
            await burst.again()
            await phones.all_show(*await asyncio.to_thread(server.call, hall.now))
        assert await asyncio.to_thread(server.call, hall.close) == burst.as_counted()
    finally:
        server.stop()
