"""One room's sockets in this process, and the news they are brought."""

import asyncio
import logging
import math
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from negotiate.live.asking import Asking, Found
from negotiate.live.audience import Audience
from negotiate.live.counts import COUNTS
from negotiate.live.desk import Held, Stand, desk
from negotiate.live.drawn import Drawings, faults
from negotiate.live.guest import (
    CROWDED,
    GONE,
    SEAT_GONE,
    TOO_MANY_PAGES,
    Guest,
    holder_of,
)
from negotiate.live.lanes import LOOKS
from negotiate.live.messages import encode
from negotiate.live.outbox import Message, text_message
from negotiate.live.tickets import Ticket

BREATH: Final = 0.3  # seconds between two rounds of news in a room: what comes in between is one
LARGE: Final = 1000  # sockets; a larger hall breathes slower, or it would only ever tell counts
DEAD: Final = Held(sys.maxsize)  # of a holder that no link is alive of
UNASKED: Final = Held(0)
LONGEST_BREATH: Final = 4.0
LONGEST_WAIT: Final = 15.0  # seconds between two attempts while the database is away
MOST_PAGES: Final = 10  # sockets of one seat; the oldest makes room
BITE: Final = 50  # sockets written to before the loop may turn to others
log = logging.getLogger(__name__)


class Hall:
    """The sockets of one room in this process. While nothing happens it does nothing."""

    def __init__(self, room: int, asking: Asking) -> None:
        self.room = room
        self.stand = Stand(0, 0)
        self._looking: dict[Audience, dict[Guest, None]] = {}
        self._pages: dict[int, list[Guest]] = {}
        self._seats: dict[int, Held] = {}
        self._drawings = Drawings(room, asking)
        self._told: dict[int, tuple[int, Message]] = {}  # poll: its turnout, and how that is said
        self._round: asyncio.Task[None] | None = None
        self._heard = False

    @property
    def is_empty(self) -> bool:
        return not self._looking

    async def open(self) -> bool:
        """Find out where the room is; False if there is no such room."""
        try:
            self._stand_at(await self._drawings.look(self.stand.links, ()))
        except KeyError:
            return False
        return True

    async def admits(self, ticket: Ticket) -> bool:
        """Whether the ticket's link is still the newest one, by what this hall knows; it asks anew
        only about a link that is newer than what it knows, and about a seat once."""
        holder = holder_of(ticket)
        if self._seats.get(holder, UNASKED).serial < ticket.serial:
            self._seats = await LOOKS.do(desk().seats, self.room)
            self._seats.setdefault(holder, DEAD)
        return self._is_newest(ticket)

    def _is_newest(self, ticket: Ticket) -> bool:
        return self._seats.get(holder_of(ticket), UNASKED).serial == ticket.serial

    def add(self, guest: Guest) -> None:
        guest.ticket = self._as_now(guest.ticket)
        self._looking.setdefault(guest.ticket.audience, {})[guest] = None
        pages = self._pages.setdefault(guest.holder, [])
        pages.append(guest)
        if guest.ticket.seat is not None:
            for page in pages[:-MOST_PAGES]:  # one that was told before may not have gone yet
                page.dismiss(CROWDED, TOO_MANY_PAGES)

    def remove(self, guest: Guest) -> None:
        of_kind, pages = self._looking[guest.ticket.audience], self._pages[guest.holder]
        del of_kind[guest]
        pages.remove(guest)
        if not of_kind:
            del self._looking[guest.ticket.audience]
            self._drawings.forget(guest.ticket.audience)
        if not pages:
            del self._pages[guest.holder]

    def hear(self, *, only_counts: bool = False) -> None:
        """There may be news: look now, or as soon as this round is over. For mere counts it is
        worth waiting a breath: where one has voted, more are about to."""
        self._heard = True
        if self._round is None:
            self._round = asyncio.create_task(self._rounds(self._breath() if only_counts else 0))

    def heard_by_version(self, stand: Stand) -> None:
        """What a look at all rooms found; a newer version is news that the layer has lost."""
        if (stand.version, stand.links) != (self.stand.version, self.stand.links):
            if not self._heard:
                COUNTS.missed += 1
            self.hear()

    def _as_now(self, ticket: Ticket) -> Ticket:
        """On whose roll somebody is may have changed since the page was made: then it is another
        audience that looks."""
        held = self._seats[holder_of(ticket)]
        now = replace(ticket.audience, in_congress=held.in_congress, bound=held.bound)
        return ticket if now == ticket.audience else replace(ticket, audience=now)

    def _follow(self, guest: Guest) -> None:
        """Send away who came in with a link that is not the newest any more; who is on another
        roll looks with its audience from now on, and is drawn for in the next round."""
        if not self._is_newest(guest.ticket):
            guest.dismiss(GONE, SEAT_GONE)
            return
        now = self._as_now(guest.ticket)
        if now is not guest.ticket:
            self.remove(guest)
            guest.ticket, guest.version, guest.html = now, 0, ""
            self.add(guest)
            self.hear()

    def close(self) -> None:
        if self._round is not None:
            self._round.cancel()

    async def welcome(self, guest: Guest, version: int) -> None:
        """What is current, if the screen shows anything older, and every open poll's turnout."""
        audience = guest.ticket.audience
        await self._drawings.renew(self.stand.links, audience)
        guest.greet(version, self._drawings.now(audience))
        for poll, (_, turnout) in self._told.items():
            guest.count(poll, turnout)

    async def _rounds(self, wait: float) -> None:
        await asyncio.sleep(wait)
        while self._heard:
            self._heard = False
            try:
                await self._bring_news()
                wait = self._breath()
            except Exception:
                log.exception("room %s could not be drawn; trying again", self.room)
                self._heard, wait = True, min(2 * wait + BREATH, LONGEST_WAIT)
            await asyncio.sleep(wait)
        self._round = None

    def _breath(self) -> float:
        size = sum(map(len, self._looking.values()))
        return min(BREATH * math.pow(max(1, size / LARGE), 1.5), LONGEST_BREATH)

    async def _bring_news(self) -> None:
        before = {poll: cast for poll, (cast, _) in self._told.items()}
        found = await self._drawings.look(self.stand.links, self._looking)
        self._stand_at(found)
        for poll, (cast, turnout) in self._told.items():
            if before.get(poll) != cast:
                await _each(self._guests(), partial(Guest.count, poll=poll, turnout=turnout))
        faults(found)
        for audience in sorted(self._looking, key=_chair_first):
            drawn = self._drawings.now(audience)
            late = (g for g in self._looking.get(audience, ()) if g.version < drawn.version)
            await _each(late, partial(Guest.bring, drawn=drawn))

    def _stand_at(self, found: Found) -> None:
        """Take note of where the room is, and send away those whose links have died."""
        stand = found.stand
        if stand is None:
            raise KeyError(self.room)
        if found.seats is not None:
            self._seats = found.seats
            for guest in [page for pages in self._pages.values() for page in pages]:
                self._follow(guest)
        # Read in two questions, a version may look older for a moment; it never is.
        self.stand = replace(stand, version=max(stand.version, self.stand.version))
        self._told = {
            told["poll"]: (told["cast"], text_message(encode("turnout", **told)))
            for told in stand.turnouts
        }

    def _guests(self) -> Iterator[Guest]:
        for audience in sorted(self._looking, key=_chair_first):
            yield from self._looking[audience]


async def _each(guests: Iterable[Guest], do: Callable[[Guest], None]) -> None:
    """For all of them, with time for others in between."""
    for count, guest in enumerate(tuple(guests), 1):
        do(guest)
        if count % BITE == 0:
            await asyncio.sleep(0)


def _chair_first(audience: Audience) -> bool:
    """The meeting hangs on the chair's screen."""
    return audience.face != "chair"
