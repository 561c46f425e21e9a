"""A walk through every stage of the ordinary procedure, on each device, in both languages."""

import re
from collections.abc import Collection, Iterator
from urllib.parse import urlsplit

from tests.e2e.long_ends import SECTOR, elsewhere, reach_in_sector
from tests.e2e.long_stages import STEPS, link_of, reach
from tests.e2e.phone import PhonePage
from tests.e2e.places import Place, Places, View

EMPLOYER, WORKER, DELEGATE = "钱国强", "李秀英", "职工代表001"
# What else is open at a step, beside everybody's own page of the room.
MORE = {
    "to-offer": [("chair", "offers/new/"), ("chair", "slips/")],
    "offered": [("employer", "offers/"), ("chair", "offers/receipt/")],
    "received": [("employer", "offers/respond/"), ("chair", "offers/withdraw/")],
    "refused": [("chair", "rules/")],
    "composing": [("chair", "roster/")],
    "prepared": [("chair", "call/"), ("employer", "requests/")],
    "in-session": [("worker", "rules/")],
    "deadlocked": [("chair", "coordination/"), ("chair", "coordination/extend/")],
    "countered": [("chair", "deadlock/"), ("chair", "suspend/"), ("employer", "minutes/")],
    "agreed": [("chair", "draft/")],
    "drafted": [("employer", "paper/"), ("chair", "paper/")],
    "ratifying": [("chair", "ratification/open/"), ("chair", "rehearsal/")],
    "enrolled": [("chair", "staff/")],
    "ratified": [("chair", "ratifications/"), ("employer", "paper/"), ("worker", "ratifications/")],
    "signed": [("chair", "filing/")],
    "filed": [("chair", "filing/receipt/")],
    "received-back": [("chair", "filing/objection/")],
    "effective": [("chair", "publication/")],
    "sector-composing": [("chair", "bound/"), ("chief", "bound/")],
    "sector-each": [("chair", "staff/")],
    "performing": [("chair", "contract/end/"), ("worker", "paper/")],
}


class LongWalk(Places):
    """Opens the pages of a negotiation on a phone, a desk or the big screen, while time passes."""

    wanted: Collection[str] = (*STEPS, "elsewhere", *SECTOR)

    def views(self) -> Iterator[View]:
        """From the matter that is booked to the contract that has expired."""
        if not STEPS.keys().isdisjoint(self.wanted):
            yield from self.wages()
        if "elsewhere" in self.wanted:
            yield from self.elsewhere()
        yield from self.sector()
        self.pages.forgive("WebSocket", "ERR_CONNECTION_REFUSED")

    def wages(self) -> Iterator[View]:
        """The whole scenario, through everything that can happen."""
        found = self.places("wages", ("chair", "screen"))
        for step in STEPS:
            self.go_on(step)
            if step == "to-offer":
                found["employer"] = self.entered(EMPLOYER)
            if step == "composed":
                found["worker"] = self.entered(WORKER)
            if step == "enrolled":
                found["delegate"] = self.entered(DELEGATE, press=f"我是{DELEGATE}，进入会场并签到")
            if step in self.wanted:
                yield from self.everywhere(step, found)

    def everywhere(self, step: str, found: dict[str, Place]) -> Iterator[View]:
        for face, place in found.items():
            yield from self.look(f"{step}-{face}", place.page, place.home)
        for face, path in MORE.get(step, ()):
            name = "-".join(word for word in re.split(r"\W+", path) if word)
            yield from self.look(f"{step}-{face}-{name}", found[face].page, found[face].home + path)

    def go_on(self, step: str) -> None:
        """The room moves; the server's clock follows."""
        days = self.server.call(reach_in_sector if step in SECTOR else reach, step)
        if days:
            self.server.later(days)

    def entered(self, name: str, press: str = "是我本人，进入会场") -> Place:
        """A phone that has taken the seat of whoever has this name."""
        phone = PhonePage(self.pages.phone(), self.server.origin)
        phone.open(self.server.call(link_of, name))
        phone.press(press)
        return Place(phone.page, urlsplit(phone.page.url).path)

    def elsewhere(self) -> Iterator[View]:
        """The ends that this negotiation does not come to."""
        self.ways |= self.server.call(elsewhere)
        desk = self.place("ended", "chair").page  # one account keeps all three
        for end in ("ended", "terminated", "superseded"):
            yield from self.look(f"{end}-chair", desk, self.ways[end]["room"])
            for face, place in self.places(end, ("chief", "screen")).items():
                yield from self.look(f"{end}-{face}", place.page, place.home)

    def sector(self) -> Iterator[View]:
        """Many enterprises on one side."""
        found = self.places("sector", ("chair", "chief", "screen"))
        for step in SECTOR:
            self.go_on(step)
            if step in self.wanted:
                yield from self.everywhere(step, found)
