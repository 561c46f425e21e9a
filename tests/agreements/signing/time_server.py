"""The tests' time authority on a port of this machine, in every state that one may be found in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

from pytest_django import Settings

from tests.agreements.signing.digital.tsa import TimeAuthority, time_authority

Answers = Callable[[bytes], bytes]


class TimeServer(ThreadingHTTPServer):
    """`answers`: what is answered to a request. Then how: `status` and `kind` (the content's type),
    `elsewhere` (an address), or without end once the first byte is out (`drips`)."""

    daemon_threads = True

    def __init__(self, authority: TimeAuthority) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: Answers = authority.reply
        self.roots = authority.folder / "root.pem"
        self.status, self.kind, self.elsewhere = 200, "application/timestamp-reply", ""
        self.drips = False
        self.asked = 0
        self.stopped = Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    server: TimeServer

    def do_POST(self) -> None:
        self.server.asked += 1
        assert self.headers["Content-Type"] == "application/timestamp-query"
        answer = self.server.answers(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(self.server.status)
        self.send_header("Content-Type", self.server.kind)
        if self.server.elsewhere:
            self.send_header("Location", self.server.elsewhere)
        self.end_headers()
        while self.server.drips and not self.server.stopped.wait(0.1):
            try:
                self.wfile.write(b"0")
            except OSError:
                return
        self.wfile.write(answer)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def serving(authority: TimeAuthority) -> Iterator[TimeServer]:
    with TimeServer(authority) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.stopped.set()
            server.shutdown()


@contextmanager
def time_server(settings: Settings) -> Iterator[TimeServer]:
    """Asked by the product under test, which trusts its root."""
    with serving(time_authority()) as server:
        settings.TIMESTAMP_URL, settings.TIMESTAMP_ROOTS = server.url, f"{server.roots}"
        yield server
