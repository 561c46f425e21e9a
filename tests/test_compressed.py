"""Pages go compressed over the network, and files that are handed out do not."""

import re
import zlib

from django.test import Client

from negotiate.law.words import Side
from negotiate.people.links import link_path
from tests.negotiate.meeting import Meeting

TOKEN = re.compile(r'name="csrf-token" content="(\w+)"')


def page_of(client: Client, path: str) -> tuple[int, str]:
    """How long the page is on the wire, and what it says."""
    answer = client.get(path, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    return len(answer.content), zlib.decompress(answer.content, wbits=31).decode()


def seated() -> tuple[Client, str]:
    """A worker's phone, and the path of its page."""
    meeting = Meeting("award")
    meeting.open()
    client = Client()
    path = link_path(meeting.other(Side.WORKER))
    return client, client.post(path).headers["Location"]


def test_a_page_and_its_news_are_compressed_and_no_two_answers_are_alike(db: None) -> None:
    client, path = seated()
    (length, page), (_, again) = (page_of(client, path) for _ in range(2))
    assert length < len(page.encode()) / 2
    tokens = TOKEN.findall(page) + TOKEN.findall(again)
    assert len(set(tokens)) == 2
    assert page_of(client, f"{path}news/?v=0")[1].startswith("[")


def test_who_does_not_ask_for_it_gets_it_plain_and_files_are_left_alone(db: None) -> None:
    meeting = Meeting("award")
    chair = Client()
    chair.force_login(meeting.account, backend="django.contrib.auth.backends.ModelBackend")
    path = f"/s/{meeting.chair.pk}/"
    assert "Content-Encoding" not in chair.get(path).headers
    sample = chair.get(f"{path}roster/sample/", headers={"Accept-Encoding": "gzip"})
    assert sample.headers["Content-Type"].startswith("text/csv")
    assert "Content-Encoding" not in sample.headers
