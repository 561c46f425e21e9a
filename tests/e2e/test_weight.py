"""What a phone loads before it can vote: little, and from nowhere else."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.e2e.browser import Pages
from tests.e2e.hall import WORKER, Hall
from tests.e2e.phone import PhonePage
from tests.e2e.polls import in_a_poll
from tests.e2e.secure import SecureServer
from tests.server import Server

MOST = 60 * 1024  # bytes on the wire, headers and all


@pytest.fixture
def secure(empty_database: Path, tmp_path: Path) -> Iterator[Server]:
    """Give a server as production runs it, not started yet."""
    database = tmp_path / "secure.sqlite3"
    shutil.copy(empty_database, database)
    server = SecureServer(database, tmp_path)
    yield server
    server.stop()
    said = server.said().splitlines()
    assert [line for line in said if "Run exactly ONE server process" not in line] == []


class Scales:
    """Weighs what a page receives, by kind: bytes as they came over the network."""

    def __init__(self, page: Page) -> None:
        self.kinds: dict[str, int] = {}
        self.origins: set[str] = set()
        self._kind: dict[str, str] = {}
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.responseReceived", self._on_response)
        network.on("Network.loadingFinished", self._on_finish)

    def _on_response(self, event: dict[str, Any]) -> None:
        self._kind[event["requestId"]] = event["type"]
        scheme, _, host, *_ = event["response"]["url"].split("/")
        self.origins.add(f"{scheme}//{host}")

    def _on_finish(self, event: dict[str, Any]) -> None:
        kind = self._kind[event["requestId"]]
        self.kinds[kind] = self.kinds.get(kind, 0) + int(event["encodedDataLength"])


def test_a_phone_that_may_vote_has_loaded_little_and_from_nowhere_else(
    secure: Server, pages: Pages, capsys: pytest.CaptureFixture[str]
) -> None:
    hall = Hall(secure, pages, "award", made=in_a_poll, trusts_any=True)
    known = hall.phone(WORKER)
    known.enter(hall.links[WORKER])
    state = known.page.context.storage_state()
    fresh = PhonePage(pages.phone(storage_state=state, ignore_https_errors=True), secure.origin)
    scales = Scales(fresh.page)
    fresh.open("/" + known.page.url.split("/", 3)[3])
    fresh.sees("已连接")
    fresh.page.wait_for_load_state("networkidle")
    whole = sum(scales.kinds.values())
    with capsys.disabled():
        print(f"\na phone's first load: {whole / 1024:.1f} KiB of {MOST // 1024}: {scales.kinds}")
    assert whole < MOST
    assert scales.origins == {secure.origin}
    fresh.vote("赞成")
