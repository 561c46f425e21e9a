"""`python -m tests.load.phones`: the process that holds the phones (the load generator)."""

import asyncio
import logging
from time import monotonic

import uvloop

from tests.load import deeds
from tests.load.helper import obey_meanwhile


async def watch() -> None:
    """What every page does by itself, once a second."""
    while True:
        await asyncio.sleep(1)
        now = monotonic()
        for crowd in list(deeds.CROWDS.values()):
            for phone in crowd.phones:
                phone.watch(now)


async def main() -> None:
    logging.disable(logging.WARNING)  # that lines end, and how, is what is counted here
    watching = asyncio.create_task(watch())
    await obey_meanwhile({deed.__name__: deed for deed in deeds.DEEDS})
    watching.cancel()


if __name__ == "__main__":
    uvloop.run(main())
