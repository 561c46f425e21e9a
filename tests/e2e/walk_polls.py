"""A walk through what a poll looks like: of all staff, with names, on paper, and afterwards."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.e2e.phone import PhonePage
from tests.e2e.places import Place, Places, View
from tests.e2e.polls import end_polls, everybody_else_votes, in_a_changeable_poll, in_a_staff_poll

CHAIRS = ("staff/", "staff/slips/")
RECORDERS = ("polls/{poll}/hand-out/", "polls/{poll}/count/")


class PollWalk(Places):
    """Opens the pages of two more rooms, each in a poll of its own kind."""

    def polls(self) -> Iterator[View]:
        """The polls of the rooms before are ended by it."""
        yield from self.staff_poll()
        yield from self.changeable_poll()

    def staff_poll(self) -> Iterator[View]:
        ways = self.ways["staff"] = self.server.call(in_a_staff_poll, "award")
        yield from self.look("staff-hall", self.pages.phone(), ways["hall"])
        people = {person["name"]: person["link"] for person in ways["representatives"]}
        recorder = self.entered(people["记录员甲"])
        desks = {"chair": (self.place("staff", "chair"), CHAIRS), "recorder": (recorder, RECORDERS)}
        for face, (place, paths) in desks.items():
            for path in ("", *paths):
                part = path.replace("polls/{poll}/", "").strip("/").replace("/", "-")
                name = f"staff-{face}-{part or 'home'}"
                yield from self.look(name, place.page, place.home + path.format(**ways))
        voter = self.entered(ways["staff"])
        yield from self.voted(voter, "staff-voter")
        self.server.call(everybody_else_votes)
        self.server.call(end_polls)
        yield from self.look("staff-after", voter.page, voter.home)
        path = f"{voter.home}polls/{ways['poll']}/papers/"
        for view in self.look("staff-list", voter.page, path):
            yield view
            view.page.locator("[data-find-own] button").click()
            view.page.locator(".papers-own").wait_for()
            yield self.view(view.name[4:].replace("list", "own"), view.page)

    def changeable_poll(self) -> Iterator[View]:
        ways = self.server.call(in_a_changeable_poll, "award")
        voter = self.entered(ways["representatives"][0]["link"])
        yield from self.voted(voter, "changeable")
        self.speak("zh", voter.page)
        voter.page.goto(self.server.origin + voter.home)
        voter.page.get_by_role("radio", name="弃权").check()
        yield self.view("changeable-again-zh", voter.page)

    def entered(self, link: str) -> Place:
        """A phone that has taken the link's seat."""
        page: Page = self.pages.phone()
        self.speak("zh", page)
        phone = PhonePage(page, self.server.origin)
        phone.enter(link)
        return Place(page, urlsplit(page.url).path)

    def voted(self, place: Place, name: str) -> Iterator[View]:
        """A voter's phone before and after."""
        yield from self.look(f"{name}-asked", place.page, place.home)
        self.speak("zh", place.page)
        phone = PhonePage(place.page, self.server.origin)
        phone.open(place.home)
        phone.choose("反对")
        phone.receipt()
        yield from self.look(f"{name}-voted", place.page, place.home)
