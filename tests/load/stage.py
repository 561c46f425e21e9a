"""Everything that a scenario stands on: real services, the phones, the office, the meter."""

import contextlib
import secrets
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.load.helper import Helper
from tests.load.line import ORIGIN
from tests.load.meter import Meter, spent
from tests.load.servers import Servers
from tests.services import Service, postgresql, redis

BREATH = 1.0  # seconds in which a hall is told the rest of what came with a new poll


class Stage:
    """What is there for the whole run, and what it finds beside the scenarios' own figures:
    `ballots`, what became of every vote, and `faults`, what must not have happened."""

    def __init__(self, folder: Path, database: Service, news: Service) -> None:
        self.folder = folder
        self.environment = {
            "MODE": "production",
            "DJANGO_SETTINGS_MODULE": "negotiate.settings",
            "SECRET_KEY": secrets.token_urlsafe(50),
            "DATABASE_URL": database.url,
            "REDIS_URL": news.url,
            "ALLOWED_HOSTS": ORIGIN.removeprefix("https://"),
            "PUBLIC_ORIGINS": ORIGIN,
            "STATIC_ROOT": str(folder / "static"),
            "BENCH_NEWS": str(folder / "news.json"),
        }
        self._start()
        self.meter = Meter(
            {
                "generator": lambda: spent(self.phones.pid),
                "services": lambda: spent(database.process.pid) + spent(news.process.pid),
                "office": lambda: spent(self.office.pid),
            }
        )
        self.ballots: list[dict[str, Any]] = []
        self.faults: list[str] = []

    def _start(self) -> None:
        self.phones = Helper("tests.load.phones", {})
        self.office = Helper("tests.load.office", self.environment)
        self._small: list[dict[str, Any]] = []

    def stop(self) -> None:
        self.phones.stop()
        self.office.stop()

    def renew(self) -> None:
        """Give the next scenario helpers that know of nothing."""
        self.stop()
        self._start()

    def servers(self, kind: str, application: str, **environment: str) -> Servers:
        return Servers(kind, application, self.environment | environment, self.folder)

    def hall(self, crowd: str, voters: int) -> dict[str, Any]:
        """Make a room; `file` has its tickets."""
        file = str(self.folder / f"{crowd}.json")
        return {"file": file, "room": self.office.ask("hall", voters=voters, file=file)}

    def small_rooms(self, count: int) -> list[dict[str, Any]]:
        """Negotiations of twelve, made once for all servers."""
        while len(self._small) < count:
            self._small.append(self.hall(f"room{len(self._small)}", voters=0))
        return self._small[:count]

    def enter(
        self, servers: Servers, crowd: str, voters: int, count: int = 0, **wishes: bool
    ) -> dict[str, Any]:
        """Make a room and bring its voters (or `count` of them) in, each shown what is current."""
        hall = self.hall(crowd, voters)
        addresses = servers.addresses("/live/")
        came = self.phones.ask(
            "enter", crowd=crowd, addresses=addresses, hall=hall["file"], count=count, **wishes
        )
        settled = self.phones.ask("settle", crowd=crowd)
        missing = came["failed"] + settled["missing"]
        self.require(missing == 0, f"{missing} of {voters} phones did not come in")
        return {**hall, **came}

    def enter_bare(self, servers: Servers, crowd: str, count: int, hall: str = "") -> float:
        """Bring phones to a bare server, which knows no tickets; how many seconds it took."""
        came = self.phones.ask(
            "enter",
            crowd=crowd,
            addresses=servers.addresses("/{seat}"),
            hall=hall,
            count=count,
            greets=False,
        )
        self.require(came["failed"] == 0, f"{came['failed']} of {count} bare sockets failed")
        return float(came["seconds"])

    def leave(self, *crowds: str) -> None:
        for crowd in crowds:
            self.phones.ask("leave", crowd=crowd)

    @contextlib.contextmanager
    def ballot(self, crowd: str, room: int, *, again: bool) -> Iterator[dict[str, Any]]:
        """Ask the staff, let the block vote, close; hold every receipt against what is stored."""
        ballot: dict[str, Any] = {"poll": self.office.ask("ask_staff", room=room, offer=again)}
        settled = self.phones.ask("settle", crowd=crowd, poll=ballot["poll"])
        self.require(settled["missing"] == 0, f"{settled['missing']} screens showed no poll")
        time.sleep(BREATH)
        yield ballot
        file = str(self.folder / "papers.json")
        self.phones.ask("papers", crowd=crowd, file=file)
        ballot |= self.office.ask("check", room=room, poll=ballot["poll"], file=file)
        self.ballots.append(ballot)

    def said(self) -> dict[str, str]:
        """What the product's servers wrote: warnings, errors, tracebacks; the end of it."""
        logs = sorted(self.folder.glob("product-*.log"))
        texts = {log.stem: log.read_text("utf-8", "replace") for log in logs}
        return {name: text[-2000:] for name, text in texts.items() if text}

    def require(self, holds: bool, otherwise: str) -> None:
        """Note what makes this run's figures worthless."""
        if not holds:
            self.faults.append(otherwise)

    @contextlib.contextmanager
    def measured(self, name: str, *servers: Servers) -> Iterator[dict[str, float]]:
        """Write down what the block costs each party."""
        with self.meter.measured(name, lambda: sum(each.spent() for each in servers)) as cost:
            yield cost


@contextlib.contextmanager
def together(*servers: Servers) -> Iterator[None]:
    """Run several servers for the length of the block; they start at the same time."""
    with contextlib.ExitStack() as stack, ThreadPoolExecutor() as threads:
        list(threads.map(stack.enter_context, servers))
        yield


@contextlib.contextmanager
def stage() -> Iterator[Stage]:
    """Start the services, which wait for the disk as in production, and all the rest."""
    with (
        tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as name,
        postgresql(Path(name), durable=True) as database,
        redis(Path(name)) as news,
    ):
        made = Stage(Path(name), database, news)
        try:
            made.office.ask("prepare")
            yield made
        finally:
            made.stop()
