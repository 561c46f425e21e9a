"""One request after another to the search engine, over one connection, within one limit of time."""

from __future__ import annotations

import ssl
import time
from base64 import b64encode
from functools import cache
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from types import TracebackType
from typing import Final
from urllib.parse import unquote, urlsplit

from django.conf import settings

LARGEST: Final = 8_000_000  # bytes of an answer; one of 10,000 keys has some 300,000
JSON, LINES = "application/json", "application/x-ndjson"


class Fault(Exception):
    """No answer, or none that can be used. `status`: as the engine says it, or 0."""

    def __init__(self, what: str, status: int = 0) -> None:
        self.status = status
        super().__init__(what)


class Asking:
    """A connection for the length of a block. Raises Fault, also when the limit is passed."""

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds
        address = urlsplit(settings.SEARCH_ENGINE_URL)
        if not address.hostname:
            raise Fault("SEARCH_ENGINE_URL is not set")
        self._before = address.path.rstrip("/")
        self._headers = {"Accept": JSON}
        if address.username:
            name = f"{unquote(address.username)}:{unquote(address.password or '')}"
            self._headers["Authorization"] = f"Basic {b64encode(name.encode()).decode()}"
        self._connection = HTTPConnection(address.hostname, address.port, timeout=seconds)
        if address.scheme == "https":
            trusted = _trust(settings.SEARCH_ENGINE_ROOTS)
            self._connection = HTTPSConnection(
                address.hostname, address.port, timeout=seconds, context=trusted
            )

    def __enter__(self) -> Asking:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._connection.close()

    def ask(self, method: str, path: str, body: bytes | None = None, kind: str = JSON) -> bytes:
        """Give the answer to one request."""
        headers = self._headers | ({} if body is None else {"Content-Type": kind})
        try:
            self._limit()
            self._connection.request(method, self._before + path, body, headers)
            self._limit()
            response = self._connection.getresponse()
            said = self._read(response)
        except (OSError, HTTPException) as fault:
            raise Fault(f"{type(fault).__name__}: {fault}") from fault
        if response.status not in (200, 201):
            raise Fault(
                f"{response.status}: {said[:500].decode(errors='replace')}", response.status
            )
        return said

    def _read(self, response: HTTPResponse) -> bytes:
        said = bytearray()
        while more := response.read1(1 << 16):
            said += more
            if len(said) > LARGEST:
                raise HTTPException("it answers without end")
            self._limit()
        response.close()  # all of it was read: the next request may follow on the same connection
        return bytes(said)

    def _limit(self) -> None:
        """The whole block has so much time, however slowly it comes."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError("it answers too slowly")
        self._connection.timeout = left
        if self._connection.sock is not None:
            self._connection.sock.settimeout(left)


@cache
def _trust(roots: str) -> ssl.SSLContext:
    """The installation's own roots for the engine, or those of the system."""
    try:
        return ssl.create_default_context(cafile=roots or None)
    except OSError as fault:
        raise Fault(f"SEARCH_ENGINE_ROOTS can't be read: {fault}") from fault
