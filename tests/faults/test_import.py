"""A server that is killed while it reads a list of staff has put nobody on the roll."""

import re
from datetime import timedelta
from http.cookiejar import CookieJar
from typing import Any
from urllib.request import HTTPCookieProcessor, Request, build_opener

from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.utils import timezone

from negotiate.people.entry import entry_path
from negotiate.people.models import Person, Seat
from negotiate.people.staff_file import SIZE
from negotiate.rooms.imports import BROKEN, SILENCE, RollImport
from tests.negotiate.meeting import Meeting
from tests.negotiate.people.lists import HEAD, as_xlsx, uploaded, workforce
from tests.server import Server


def book() -> dict[str, str]:
    """A room; its chair's way in, and the roll's page."""
    meeting = Meeting("award")
    return {"enter": entry_path(meeting.account), "staff": f"/s/{meeting.chair.pk}/staff/"}


def stored() -> dict[str, Any]:
    return {
        "persons": Person.objects.count(),
        "staff": Seat.objects.staff().count(),
        "imports": list(RollImport.objects.values_list("state", flat=True)),
    }


def grow_silent() -> None:
    """As if the import had said nothing for longer than it may."""
    RollImport.objects.update(alive_at=timezone.now() - SILENCE - timedelta(seconds=1))


class Desk:
    """The chair's browser."""

    def __init__(self, origin: str, enter: str) -> None:
        self.origin = origin
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()))
        self.look(enter)

    def look(self, path: str) -> str:
        with self._opener.open(self.origin + path) as answer:
            page: str = answer.read().decode()
        return page

    def upload(self, path: str, content: bytes) -> str:
        """Post the list from its page; the page it leads to."""
        token = re.search('name="csrf-token" content="([^"]+)"', self.look(path))
        assert token
        form = {"csrfmiddlewaretoken": token[1], "staff": uploaded(content, "a.xlsx")}
        body = encode_multipart(BOUNDARY, form)
        to = Request(self.origin + path + "upload/", body)  # noqa: S310  (our own server)
        to.add_header("Content-Type", MULTIPART_CONTENT)
        with self._opener.open(to) as answer:
            page: str = answer.read().decode()
        return page


def test_a_list_whose_server_dies_half_way_changes_nothing_and_can_be_sent_again(
    server: Server,
) -> None:
    ways = server.call(book)
    before = server.call(stored)
    server.start()
    desk = Desk(server.origin, ways["enter"])
    more = tuple("不用的列" for _ in range(12))  # makes it long to read
    people = [(f"职{n}", *row[1:], *more) for n, row in enumerate(workforce(SIZE.people))]
    large = as_xlsx(*people, head=(*HEAD, *more))
    assert "正在导入名单" in desk.upload(ways["staff"], large)
    server.kill()
    assert server.call(stored) == {**before, "imports": ["running"]}
    server.call(grow_silent)
    server.start()
    assert BROKEN in desk.look(ways["staff"])
    assert "导入完成：新列入 3 人" in desk.upload(ways["staff"], as_xlsx(*workforce(3)))
    assert server.call(stored)["imports"] == ["refused", "done"]
