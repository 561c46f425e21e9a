"""The devices of a walk, each at its place in a room, opened in either language."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.e2e.browser import PHONE, Pages
from tests.e2e.phone import PhonePage
from tests.e2e.stages import rooms
from tests.server import Server

LANGUAGES = {"zh": "zh-hans", "en": "en"}
PHONES = {"chief": 0, "worker": 1, "employer": 2}  # places in the scenario's list of people
FACES = (*PHONES, "chair", "screen")


@dataclass(frozen=True, slots=True)
class View:
    """A page as one device shows it; `name` is unique in a walk."""

    name: str
    page: Page

    @property
    def is_english(self) -> bool:
        return self.name.endswith("-en")

    @property
    def is_phone(self) -> bool:
        return self.page.viewport_size == PHONE


@dataclass(frozen=True, slots=True)
class Place:
    """A device, and the path of its own page of the room."""

    page: Page
    home: str


class Places:
    """Opens pages of the rooms on a phone, a desk or the big screen."""

    def __init__(self, server: Server, pages: Pages) -> None:
        self.server = server
        self.pages = pages
        self.ways: dict[str, Any] = server.call(rooms)
        self.number = 0
        server.start()

    def look(self, name: str, page: Page, path: str) -> Iterator[View]:
        """Open the page in both languages."""
        for language in LANGUAGES:
            self.speak(language, page)
            page.goto(self.server.origin + path)
            page.locator("#link-state.waiting").wait_for(state="detached")
            yield self.view(f"{name}-{language}", page)

    def view(self, name: str, page: Page) -> View:
        self.number += 1
        return View(f"{self.number:03}-{name}", page)

    def speak(self, language: str, page: Page) -> None:
        value = LANGUAGES[language]
        cookie = {"name": "django_language", "value": value, "url": self.server.origin}
        page.context.add_cookies([cookie])  # type: ignore[list-item]

    def places(self, scenario: str, faces: tuple[str, ...] = FACES) -> dict[str, Place]:
        """Open the room on the devices of these faces."""
        return {face: self.place(scenario, face) for face in faces}

    def place(self, scenario: str, face: str) -> Place:
        ways = self.ways[scenario]
        if face == "screen":
            return Place(self.pages.screen(), ways["screen"])
        if face == "chair":
            chair = self.pages.desktop()
            chair.goto(self.server.origin + ways["chair"])
            return Place(chair, ways["room"])
        return self.phone(scenario, PHONES[face])

    def phone(self, scenario: str, number: int) -> Place:
        """Open the personal link of the room's n-th representative."""
        phone = PhonePage(self.pages.phone(), self.server.origin)
        phone.enter(self.ways[scenario]["representatives"][number]["link"])
        return Place(phone.page, urlsplit(phone.page.url).path)
