"""A search engine beside the database, OpenSearch or Elasticsearch, over the REST that both speak:
one of its indexes made, filled, asked and dropped. Every call raises Fault.

It is fed the same numbers as the database's own index, and has the rows that are no longer there.

Keys never change and each document has its own, so that pages in their order need no point in time
(for which the two engines have different addresses): whatever is refreshed between two pages, each
key is looked at once, as a row of a database is. The engine shows nothing by itself
(refresh_interval), only what `refresh` has shown; who hands rows over refreshes, and forgets them
only then.

A document's version is its card's serial: what comes late and is older changes nothing; what comes
twice is the same. Written are documents under an alias that is required: the engine would make an
index that is not there by itself, and that would be another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec
import numpy as np
from django.conf import settings

from agreements.archive.bulk import Keys
from agreements.archive.index.asking import LINES, Asking, Fault
from agreements.archive.index.base import Query, Row
from agreements.archive.index.engine_answers import Counted, Page, Refreshed, Written, read, why
from agreements.archive.index.sqlite import line, token

PAGE: Final = 10_000  # keys: the most that an engine gives at once, unless it is told otherwise
PATIENCE: Final = 60  # seconds that it may take for what nobody waits for
NOT_THERE: Final = 404
MADE: Final = {
    "settings": {"index": {"refresh_interval": "-1"}},
    "mappings": {
        "dynamic": "strict",
        "_source": {"enabled": False},
        "properties": {
            "key": {"type": "long"},
            "codes": {
                "type": "text", "analyzer": "whitespace", "index_options": "docs", "norms": False,
            },
        },
    },
}  # fmt: skip


class Handed(NamedTuple):
    """A row, and the serial that its card had when it was written."""

    row: Row
    serial: int


class Engine:
    """`name`: of the index."""

    def __init__(self, name: str) -> None:
        self.name, self._rows = name, f"/{name}-rows"

    def make(self) -> None:
        """Make the index, if it is not there."""
        with Asking(PATIENCE) as asking:
            try:
                asking.ask("PUT", f"/{self.name}", _json(MADE | {"aliases": {self._rows[1:]: {}}}))
            except Fault as fault:
                if "resource_already_exists_exception" not in str(fault):
                    raise
            said = asking.ask("GET", f"/{self.name}/_settings/index.replication.type")
        if b'"SEGMENT"' in said:
            # OpenSearch's other way: its replicas show what was written some time after a refresh.
            raise Fault(
                "the engine replicates by segments: index.replication.type has to be DOCUMENT"
            )

    def drop(self) -> None:
        """Drop the index, if it is there."""
        with Asking(PATIENCE) as asking:
            try:
                asking.ask("DELETE", f"/{self.name}")
            except Fault as fault:
                if fault.status != NOT_THERE:
                    raise

    def write(self, rows: Sequence[Handed]) -> dict[int, str]:
        """Hand rows over; give the keys of those that were not taken, and why."""
        lines = b"".join(part for one in rows for part in _document(one))
        told = "errors,items.index._id,items.index.status,items.index.error"
        with Asking(PATIENCE) as asking:
            path = f"{self._rows}/_bulk?require_alias=true&filter_path={told}"
            said = read(asking.ask("POST", path, lines, LINES), Written)
        outcomes = [item.index for item in said.items]
        if [one.id for one in outcomes] != [str(one.row.key) for one in rows]:
            raise Fault("it answers for other documents than it was given")
        return {int(one.id): why(one) for one in outcomes if one.status not in (200, 201)}

    def refresh(self) -> None:
        """Let everything be found that was written."""
        with Asking(PATIENCE) as asking:
            said = read(asking.ask("POST", f"{self._rows}/_refresh"), Refreshed)
        if said.shards.failed:  # copies that are nowhere yet show all when they are there
            raise Fault(f"{said.shards.failed} shards were not refreshed")

    def count(self) -> int:
        """Give how many documents can be found."""
        with Asking(PATIENCE) as asking:
            said = read(asking.ask("GET", f"{self._rows}/_count"), Counted)
        said.shards.require_whole()
        count: int = said.count
        return count

    def matching(self, query: Query) -> Keys:
        """Give the keys of all documents that the query asks for."""
        pages: list[Keys] = []
        with Asking(settings.SEARCH_ENGINE_SECONDS) as asking:
            while not pages or len(pages[-1]) == PAGE:
                body = _json(_search(query, pages[-1] if pages else None))
                pages.append(self._page(asking, body))
        keys = np.concatenate(pages)
        if np.any(keys[1:] <= keys[:-1]):
            raise Fault("its keys are in no order")
        return keys

    def _page(self, asking: Asking, body: bytes) -> Keys:
        told = "timed_out,_shards,hits.hits.sort"
        path = f"{self._rows}/_search?allow_partial_search_results=false&filter_path={told}"
        said = read(asking.ask("POST", path, body), Page)
        if said.timed_out:
            raise Fault("it did not come to an end in time")
        said.shards.require_whole()
        return np.fromiter((hit.sort[0] for hit in said.hits.hits), np.int64)


def _search(query: Query, before: Keys | None) -> dict[str, Any]:
    filters: list[Mapping[str, Any]] = [
        {"term": {"codes": one}} for one in sorted(map(token, query.every))
    ]
    filters += [{"terms": {"codes": sorted(map(token, several))}} for several in query.any_of]
    return {
        "query": {"bool": {"filter": filters}},
        "sort": [{"key": "asc"}],
        "size": PAGE,
        "stored_fields": "_none_",
        "track_total_hits": False,
        "timeout": f"{settings.SEARCH_ENGINE_SECONDS}s",
    } | ({} if before is None else {"search_after": [int(before[-1])]})


def _document(one: Handed) -> Iterable[bytes]:
    key = one.row.key
    act = {"_id": str(key), "version": one.serial, "version_type": "external_gte"}
    yield _json({"index": act}) + b"\n"
    yield _json({"key": key, "codes": line(sorted(one.row.codes))}) + b"\n"


_json = msgspec.json.encode
