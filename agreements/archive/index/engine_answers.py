"""What the search engine says, as far as it is asked for. What is not whole is no answer."""

from __future__ import annotations

from typing import Any

import msgspec

from agreements.archive.index.asking import Fault


class Shards(msgspec.Struct):
    total: int
    successful: int
    failed: int

    def require_whole(self) -> None:
        if self.failed or self.successful != self.total:
            raise Fault(f"{self.successful} of {self.total} shards answered")


class Hit(msgspec.Struct):
    sort: tuple[int]


class Hits(msgspec.Struct):
    hits: list[Hit] = []


class Page(msgspec.Struct):
    timed_out: bool
    shards: Shards = msgspec.field(name="_shards")
    hits: Hits = msgspec.field(default_factory=Hits)


class Counted(msgspec.Struct):
    count: int
    shards: Shards = msgspec.field(name="_shards")


class Refreshed(msgspec.Struct):
    shards: Shards = msgspec.field(name="_shards")


class Why(msgspec.Struct):
    type: str
    reason: str


class Outcome(msgspec.Struct):
    id: str = msgspec.field(name="_id")
    status: int
    error: Why | None = None


class Item(msgspec.Struct):
    index: Outcome


class Written(msgspec.Struct):
    items: list[Item]


def read(said: bytes, kind: type[Any]) -> Any:
    try:
        return msgspec.json.decode(said, type=kind)
    except msgspec.MsgspecError as fault:
        raise Fault(f"its answer can't be read: {fault}") from fault


def why(one: Outcome) -> str:
    return f"{one.status} {one.error.type}: {one.error.reason}" if one.error else str(one.status)
