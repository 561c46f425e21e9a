"""One open socket, as its hall knows it."""

from dataclasses import dataclass

from negotiate.law.refusal import N_, Refused
from negotiate.live.desk import SCREENS, desk
from negotiate.live.drawn import Drawn
from negotiate.live.messages import encode
from negotiate.live.outbox import Message, Outbox
from negotiate.live.tickets import Ticket

SEAT_GONE = 4401
TOO_MANY_PAGES = 4409
GONE = N_("您的入场码已更换，请向主持人要新的入场码。")
CROWDED = N_("这个席位在太多页面上打开，这一页不再更新。")


def holder_of(ticket: Ticket) -> int:
    """Whose link it is: a seat's, or that of the big screens."""
    return SCREENS if ticket.seat is None else ticket.seat


@dataclass(eq=False, slots=True)
class Guest:
    """What it may see, what still has to be sent, which version it shows, and as far as we brought
    it that, what is on the screen."""

    ticket: Ticket
    outbox: Outbox
    version: int = 0
    html: str = ""

    @property
    def holder(self) -> int:
        return holder_of(self.ticket)

    def greet(self, version: int, drawn: Drawn) -> None:
        """It says which version it shows: news if there is anything newer."""
        self.version, self.html = version, drawn.html if version == drawn.version else ""
        self.bring(drawn)

    def bring(self, drawn: Drawn) -> None:
        """News, unless it looks as what is on the screen."""
        if self.version < drawn.version:
            if self.html != drawn.html:
                self.outbox.newest("news", drawn.message)
            self.version, self.html = drawn.version, drawn.html

    def count(self, poll: int, turnout: Message) -> None:
        """How many have voted by now."""
        self.outbox.newest(f"turnout {poll}", turnout)

    def dismiss(self, why: str, code: int) -> None:
        """Say why, and close."""
        text = desk().explain(Refused(why), self.ticket.audience.language)
        self.outbox.close(code, last=encode("gone", text=text))
