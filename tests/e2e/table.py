"""A negotiation in real browsers: the union chair's office screen, and a phone for everybody who
gets a link. Months pass between two presses: the server is started again, so many days later."""

import re
from datetime import UTC, date, datetime, timedelta

from playwright.sync_api import Locator, expect

from agreements.scenarios.opening import chair_of
from agreements.scenarios.story import Story, story
from negotiate.law.terms import KINDS
from negotiate.law.words import Capacity
from negotiate.law.workdays import next_workday
from negotiate.matters.kinds import MATTER_KINDS
from negotiate.people.entry import entry_path
from tests.e2e.browser import Pages
from tests.e2e.devices import ChairPage
from tests.e2e.phone import PhonePage
from tests.server import Server

BEIJING = timedelta(hours=8)


def way_in(scenario: str) -> str:
    """The union chair's way in: of the scenario nothing else is there yet."""
    return entry_path(chair_of(story(scenario)))


class Hand(ChairPage, PhonePage):
    """A page of somebody who may have to do what a chief, a delegate or whoever leads does."""

    def field(self, label: str) -> Locator:
        return self.page.get_by_label(re.compile(f"^{re.escape(label)}"))

    def _put(self, field: Locator, text: str) -> None:
        """A choice may be named by its label or by its value."""
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(text)
        else:
            field.fill(text)

    def fill(self, **fields: str) -> None:
        """Fill in fields by the words that their labels begin with."""
        for label, text in fields.items():
            self._put(self.field(label), text)

    def upload(self, label: str, name: str, content: str) -> None:
        """Choose a list that was written by hand."""
        file = {"name": name, "mimeType": "text/csv", "buffer": content.encode("utf-8-sig")}
        self.field(label).set_input_files(file)  # type: ignore[arg-type]

    def go_back(self) -> None:
        """To the room, from a page below it."""
        with self.leaving():
            self.page.get_by_role("link", name="回会场", exact=True).first.click()

    def answer(self, question: str, choice: str) -> None:
        """Choose an answer of the question that begins like this."""
        group = self.page.get_by_role("group", name=re.compile(f"^{re.escape(question)}"))
        group.get_by_label(choice, exact=True).check()

    def stands(self, step: str, *texts: str, article: str = "", due: str = "") -> None:
        """The page says at which step it is, and these texts; the article, and the last day."""
        expect(self.page.locator(".where-step.now")).to_contain_text(step)
        self.sees(*texts)
        if article:
            link = self.page.get_by_role("link", name=article).filter(visible=True).first
            expect(link).to_be_visible()
        if due:
            expect(self.page.get_by_text(re.compile(f"最迟：\\s*{due}")).first).to_be_visible()


DAY = r"\d{4}-\d{2}-\d{2}"  # where holidays move it


class Table:
    """The devices of one negotiation. `chief` is the phone of the employer's chief."""

    def __init__(self, server: Server, pages: Pages, scenario: str) -> None:
        self.server, self.pages = server, pages
        self.story: Story = story(scenario)
        self.ahead = 0
        # What is negotiated is what the scenario speaks of first, as a matter of its kind begins.
        wanted = self.story.terms[0].kind
        self.matter = next(kind for kind in MATTER_KINDS.values() if kind.terms[0][1] == wanted)
        self.term, self.kind = self.matter.terms[0][0], KINDS[wanted]
        way = server.call(way_in, scenario)
        server.start()
        self.chair = Hand(pages.desktop(), server.origin)
        self.chair.open(way)
        self.phones: dict[str, Hand] = {}

    @property
    def chief(self) -> Hand:
        return self.phones[self.story.employer_chief]

    @property
    def recorder(self) -> str:
        seats = self.story.seats
        return next(seat.name for seat in seats if seat.capacity is Capacity.RECORDER)

    @property
    def room(self) -> str:
        """The address of the chair's seat."""
        found = re.match(rf"{self.server.origin}(/s/\d+/)", self.chair.page.url)
        assert found, self.chair.page.url
        return found.group(1)

    def day(self, days: int) -> str:
        """The day at Beijing so many days from now."""
        return self._day(days).isoformat()

    def last_day(self, days: int) -> str:
        """The same as a time's last day: a day of rest moves it to the next working day."""
        return next_workday(self._day(days)).isoformat()

    def _day(self, days: int) -> date:
        today: date = (datetime.now(UTC) + BEIJING).date()
        return today + timedelta(days=self.ahead + days)

    def invite(self, *names: str) -> None:
        """Each opens the link on the slip that the chair hands over, on a phone of their own."""
        room = self.room
        self.chair.open(room + "slips/")
        for name in names:
            slip = self.chair.page.locator("li.qr").filter(has_text=name)
            link = slip.locator(".qr-link").inner_text()
            self.phones[name] = Hand(self.pages.phone(), self.server.origin)
            self.phones[name].enter(link.removeprefix(self.server.origin))
        self.chair.open(room)

    def stands(
        self,
        step: str,
        title: str,
        who: str,
        article: str = "",
        due: str = "",
        phone: tuple[str, ...] = (),
    ) -> None:
        """Chair and phones all say where we are, who must act, and why; a `phone` may say it in
        other words than the desk."""
        told = (title, f"谁来办：{who}")
        self.chair.stands(step, *told, article=article, due=due)
        for device in self.phones.values():
            device.stands(step, *(phone or told), article=article, due=due)

    def later(self, days: int) -> None:
        """So many days pass. Every page finds the server again by itself."""
        self.ahead += days
        devices = (self.chair, *self.phones.values())
        self.server.stop()
        for device in devices:  # one that had not noticed yet would say "connected" of before
            device.sees("正在重新连接会场")
        self.server.later(days)
        for device in devices:
            device.sees("已连接")
        self.pages.forgive("WebSocket", "ERR_CONNECTION_REFUSED", "ERR_EMPTY_RESPONSE")
