"""A meeting hall: one chair's desk, one big screen, and a phone for everybody else."""

from collections.abc import Callable
from typing import Any

from agreements.scenarios.opening import book, chair_of
from agreements.scenarios.showing import Showing, ways_in
from agreements.scenarios.story import story
from tests.e2e.browser import Pages
from tests.e2e.devices import ChairPage, ScreenPage
from tests.e2e.phone import PhonePage
from tests.server import Server

WORKER = "李大勇"  # a delegate of the award's workers, not their chief


def booked(scenario: str) -> dict[str, Any]:
    """Book the scenario's room, on the server's database; the ways into it."""
    told = story(scenario)
    return ways_in(Showing(scenario, book(told, chair_of(told))))


class Hall:
    """The devices of one meeting. `made` gives the ways in, from a process on the server's
    database; `without_script` names who has JavaScript off; `trusts_any` certificate."""

    def __init__(
        self,
        server: Server,
        pages: Pages,
        scenario: str,
        *,
        made: Callable[[str], dict[str, Any]] = booked,
        without_script: str = "",
        trusts_any: bool = False,
    ) -> None:
        self.server = server
        self.pages = pages
        self.ways = server.call(made, scenario)
        self.links = {person["name"]: person["link"] for person in self.ways["representatives"]}
        server.start()
        trust = {"ignore_https_errors": trusts_any}
        self.chair = ChairPage(pages.desktop(**trust), server.origin)
        self.screen = ScreenPage(pages.screen(**trust), server.origin)
        self.without_script = without_script
        self.phones = {
            name: PhonePage(
                pages.phone(java_script_enabled=name != without_script, **trust), server.origin
            )
            for name in self.links
        }

    def phone(self, name: str) -> PhonePage:
        return self.phones[name]

    def worker(self) -> PhonePage:
        """One worker alone comes in, and is connected."""
        worker = self.phone(WORKER)
        worker.enter(self.links[WORKER])
        worker.sees("已连接")
        return worker

    def enter(self) -> None:
        """Everybody opens their page, at whatever stage the room is."""
        self.chair.sign_in(self.ways["chair"])
        self.screen.open(self.ways["screen"])
        for name, phone in self.phones.items():
            phone.enter(self.links[name])

    def gather(self) -> None:
        """Everybody comes in, checks in, and the meeting begins."""
        self.enter()
        self.chair.press("开始签到")
        self.chair.press("我在会场，签到")
        for name, phone in self.phones.items():
            if name == self.without_script:
                phone.follow("刷新本页")
            phone.check_in()
        self.chair.titled("双方首席代表已到，可以开会")
        self.chair.press("宣布开会")
        self.chair.sees("会议已开始。")

    def everybody_sees(self, *texts: str) -> None:
        """Chair, screen and phones show it by themselves; without JavaScript after a reload."""
        for device in (self.chair, self.screen, *self.phones.values()):
            if device is self.phones.get(self.without_script):
                device.follow("刷新本页")
            device.sees(*texts)
