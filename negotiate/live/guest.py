"""One open socket, as its hall knows it."""

from dataclasses import dataclass

from negotiate.law.refusal import N_, Refused
from negotiate.live.desk import desk
from negotiate.live.messages import encode
from negotiate.live.outbox import Outbox
from negotiate.live.tickets import Ticket

SCREENS = 0  # whose link the big screens hold, in place of a seat
SEAT_GONE = 4401
TOO_MANY_PAGES = 4409
GONE = N_("您的入场码已更换，请向主持人要新的入场码。")
CROWDED = N_("这个席位在太多页面上打开，这一页不再更新。")


@dataclass(eq=False, slots=True)
class Guest:
    """What it may see, what still has to be sent, which version it shows."""

    ticket: Ticket
    outbox: Outbox
    version: int = 0

    @property
    def holder(self) -> int:
        """Whose link opened this socket: a seat's, or that of the big screens."""
        return SCREENS if self.ticket.seat is None else self.ticket.seat

    def dismiss(self, why: str, code: int) -> None:
        """Say why, and close."""
        text = desk().explain(Refused(why), self.ticket.audience.language)
        self.outbox.close(code, last=encode("gone", text=text))
