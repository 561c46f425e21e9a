"""A search engine of the tests' own: it speaks what is documented of the few requests that the
product sends, refuses everything else, and looks for the tokens indeed.

It is no OpenSearch and no Elasticsearch: none of them can be had from the packages that these tests
are made of. What each request and answer looks like stands in `recorded/`, written down from
their documentation.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any
from urllib.parse import parse_qsl, urlsplit

JSON, LINES = "application/json", "application/x-ndjson"
SHARDS = {"total": 1, "successful": 1, "skipped": 0, "failed": 0}


@dataclass(frozen=True)
class Document:
    version: int
    key: int
    tokens: frozenset[str]


@dataclass
class Kept:
    """An index: what was written, and what is shown."""

    alias: str
    written: dict[str, Document] = field(default_factory=dict)
    shown: dict[str, Document] = field(default_factory=dict)


@dataclass(frozen=True)
class Seen:
    method: str
    address: str
    kind: str
    body: bytes
    status: int
    said: bytes
    let_in: str


Answer = tuple[int, Any]
Before = Callable[[str, str], Answer | bytes | None]
"""What comes instead of an answer, for a method and an address; bytes as they stand."""


class Refused(Exception):
    def __init__(self, status: int, kind: str, reason: str) -> None:
        self.answer = status, {"error": {"type": kind, "reason": reason}, "status": status}
        super().__init__(reason)


class EngineServer(ThreadingHTTPServer):
    """`before`: a fault to be had. `not_taken`: documents that are refused, by their ids, once."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.indexes: dict[str, Kept] = {}
        self.seen: list[Seen] = []
        self.before: Before = lambda method, address: None
        self.not_taken: dict[str, Answer] = {}
        self.settings: dict[str, str] = {}
        self.window = 10_000
        self.lock = Lock()

    def answer(self, method: str, address: str, kind: str, body: bytes) -> Answer:
        parts = urlsplit(address)
        asked = dict(parse_qsl(parts.query, strict_parsing=True)) if parts.query else {}
        name, *rest = parts.path.removeprefix("/").split("/")
        match method, rest:
            case "PUT", []:
                return self._make(name, _json(kind, body), asked)
            case "DELETE", []:
                return self._drop(name, asked)
            case "GET", ["_settings", "index.replication.type"]:
                return 200, {name: {"settings": {"index": self.settings}}}
            case "POST", ["_bulk"]:
                return self._bulk(name, kind, body, asked)
            case "POST", ["_refresh"]:
                kept = self._of(name)
                kept.shown = dict(kept.written)
                return 200, {"_shards": {"total": 2, "successful": 1, "failed": 0}}
            case "GET", ["_count"]:
                return 200, {"count": len(self._of(name).shown), "_shards": SHARDS}
            case "POST", ["_search"]:
                return 200, self._search(self._of(name), _json(kind, body), asked)
        raise Refused(405, "method_not_allowed", f"{method} {address}")

    def _of(self, alias: str) -> Kept:
        for kept in self.indexes.values():
            if kept.alias == alias:
                return kept
        raise Refused(404, "index_not_found_exception", f"no such index [{alias}]")

    def _make(self, name: str, body: Any, asked: dict[str, str]) -> Answer:
        if name in self.indexes:
            reason = f"index [{name}/mad] already exists"
            raise Refused(400, "resource_already_exists_exception", reason)
        codes = {
            "type": "text", "analyzer": "whitespace", "index_options": "docs", "norms": False,
        }  # fmt: skip
        assert body["mappings"]["properties"] == {"key": {"type": "long"}, "codes": codes}
        assert body["settings"] == {"index": {"refresh_interval": "-1"}}
        assert not asked
        (alias,) = body["aliases"]
        self.indexes[name] = Kept(alias)
        return 200, {"acknowledged": True, "shards_acknowledged": True, "index": name}

    def _drop(self, name: str, asked: dict[str, str]) -> Answer:
        if self.indexes.pop(name, None) is None:
            raise Refused(404, "index_not_found_exception", f"no such index [{name}]")
        assert not asked
        return 200, {"acknowledged": True}

    def _bulk(self, alias: str, kind: str, body: bytes, asked: dict[str, str]) -> Answer:
        assert (kind, asked["require_alias"]) == (LINES, "true")
        assert body.endswith(b"\n")
        lines = [json.loads(line) for line in body.splitlines()]
        items = [
            self._index(alias, act["index"], source)
            for act, source in zip(lines[::2], lines[1::2], strict=True)
        ]
        failed = any("error" in item["index"] for item in items)
        return 200, {"errors": failed, "items": items}

    def _index(self, alias: str, act: dict[str, Any], source: dict[str, Any]) -> Any:
        assert set(act) == {"_id", "version", "version_type"}
        assert set(source) == {"key", "codes"}
        assert act["version_type"] == "external_gte"
        told = {"_id": act["_id"]}
        status, why = self.not_taken.pop(act["_id"], (0, {}))
        try:
            kept = self._of(alias)
        except Refused:
            reason = f"no such index [{alias}] and [require_alias] request flag is [true] and "
            why = {
                "type": "index_not_found_exception", "reason": f"{reason}[{alias}] is not an alias",
            }  # fmt: skip
            return {"index": {**told, "status": 404, "error": why}}
        if status:
            return {"index": {**told, "status": status, "error": why}}
        there = kept.written.get(act["_id"])
        if there is not None and there.version > act["version"]:
            reason = (
                f"[{act['_id']}]: version conflict, current version [{there.version}] is higher "
                f"than the one provided [{act['version']}]"
            )
            why = {"type": "version_conflict_engine_exception", "reason": reason}
            return {"index": {**told, "status": 409, "error": why}}
        tokens = frozenset(source["codes"].split())
        kept.written[act["_id"]] = Document(act["version"], source["key"], tokens)
        return {"index": {**told, "status": 200 if there else 201}}

    def _search(self, kept: Kept, body: dict[str, Any], asked: dict[str, str]) -> Any:
        assert asked.pop("allow_partial_search_results") == "false"
        assert asked == {"filter_path": "timed_out,_shards,hits.hits.sort"}
        assert (body["sort"], body["stored_fields"]) == ([{"key": "asc"}], "_none_")
        assert body["track_total_hits"] is False
        if body["size"] > self.window:
            reason = f"Result window is too large, from + size must be <= [{self.window}]"
            raise Refused(400, "search_phase_execution_exception", reason)
        (after,) = body.get("search_after", [-1])
        keys = sorted(
            one.key
            for one in kept.shown.values()
            if one.key > after and all(map(_holding(one), body["query"]["bool"]["filter"]))
        )
        hits = [{"sort": [key]} for key in keys[: body["size"]]]
        found = {"timed_out": False, "_shards": SHARDS}
        return found | ({"hits": {"hits": hits}} if hits else {})


def _holding(one: Document) -> Callable[[dict[str, Any]], bool]:
    def holds(asked: dict[str, Any]) -> bool:
        ((how, what),) = asked.items()
        wanted = {"term": lambda: {what["codes"]}, "terms": lambda: set(what["codes"])}[how]()
        return bool(one.tokens & wanted)

    return holds


def _json(kind: str, body: bytes) -> Any:
    assert kind == JSON
    return json.loads(body)


class Handler(BaseHTTPRequestHandler):
    server: EngineServer
    protocol_version = "HTTP/1.1"

    def _do(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        kind = self.headers.get("Content-Type", "")
        instead = self.server.before(self.command, self.path)
        if isinstance(instead, bytes):
            self.wfile.write(instead)
            self.close_connection = True
            return
        try:
            with self.server.lock:
                answer = instead or self.server.answer(self.command, self.path, kind, body)
        except Refused as refused:
            answer = refused.answer
        except (AssertionError, KeyError, ValueError) as fault:
            answer = 400, {"error": {"type": "not what is documented", "reason": repr(fault)}}
        status, said = answer[0], json.dumps(answer[1], separators=(",", ":")).encode()
        let_in = self.headers.get("Authorization", "")
        seen = Seen(self.command, self.path, kind, body, status, said, let_in)
        self.server.seen.append(seen)
        self.send_response(status)
        self.send_header("Content-Type", JSON)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    do_GET = do_PUT = do_POST = do_DELETE = _do

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody reads it."""


@contextmanager
def engine_server() -> Iterator[EngineServer]:
    with EngineServer() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
