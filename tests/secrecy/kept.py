"""What a database keeps, as an adversary with every right on it and on its files reads it: the
orders in which a poll's papers can be put by the traces that they left.

Not the write-ahead log of PostgreSQL, of which docs/secrecy.md says that it tells everything.
"""

import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from django.db import connection

from tests.secrecy.pages import Row, rows

Order = list[str]  # numbers of papers, the one that is taken for the first to come in front
_BOX = re.compile("box_[0-9a-f]{16}")  # another name for every poll
_NUMBER = re.compile(rb"[A-Z2-7]{4}-[A-Z2-7]{4}")


def orders(numbers: Collection[str]) -> dict[str, Order]:
    """By each trace: the order in which it puts these papers. Only traces that have them all."""
    wanted = set(numbers)
    found = {"published": sorted(wanted)}
    for name, file in files().items():
        places = _all(file, wanted)
        found[f"{name}: first place"] = list(dict.fromkeys(places))
        found[f"{name}: from the end"] = list(dict.fromkeys(places[::-1]))
        found[f"{name}: last place"] = found[f"{name}: from the end"][::-1]
    if connection.vendor == "postgresql":
        for name, file in _heaps().items():
            found |= {f"{name}: {key}": order for key, order in _by_rows(file, wanted)}
    return {trace: order for trace, order in found.items() if set(order) == wanted}


def dump() -> dict[str, list[str]]:
    """Every row of every table, as text, by its table."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        if connection.vendor == "sqlite":  # an index over words has no rows, but tables of its own
            cursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'")
            without = {name for (name,) in cursor.fetchall()}
            tables = [table for table in tables if table not in without]
        found = {}
        for table in tables:
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608
            found[table] = [repr(row) for row in cursor.fetchall()]
    return found


def files() -> dict[str, bytes]:
    """Every file of the database by what lies in it, written down as far as the engine has."""
    return _files_of_postgresql() if connection.vendor == "postgresql" else _files_of_sqlite()


def checkpoint() -> None:
    """Have SQLite write its log into the main file, as it does by itself every now and then."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def order_in_wal(numbers: Collection[str]) -> Order:
    """The order in which PostgreSQL's write-ahead log first names these papers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM pg_ls_waldir() ORDER BY name")
        segments = []
        for (name,) in cursor.fetchall():
            cursor.execute("SELECT pg_read_binary_file(%s, true)", [f"pg_wal/{name}"])
            segments.append(bytes(cursor.fetchone()[0] or b""))
    return list(dict.fromkeys(_all(b"".join(segments), set(numbers))))


def _all(file: bytes, wanted: set[str]) -> list[str]:
    return [word for word in (m.decode() for m in _NUMBER.findall(file)) if word in wanted]


def _by_rows(file: bytes, wanted: set[str]) -> Iterator[tuple[str, Order]]:
    """The rows that carry numbers, dead or alive, by what the engine wrote on them."""
    keys: dict[str, Callable[[Row], tuple[int, ...]]] = {
        "xmin": lambda row: (row.xmin, row.block, row.item),
        "xmax": lambda row: (row.xmax, row.block, row.item),
        "ctid": lambda row: (row.block, row.item),
    }
    told = [(row, _all(row.body, wanted)) for row in rows(file)]
    for key, by in keys.items():
        marked = sorted(((by(row), n) for row, numbers in told for n in numbers))
        yield key, list(dict.fromkeys(number for _, number in marked))


def _files_of_sqlite() -> dict[str, bytes]:
    name = Path(str(connection.settings_dict["NAME"]))
    kept = [(part, name.with_name(name.name + part)) for part in ("", "-wal", "-shm")]
    return {f"sqlite{part}": path.read_bytes() for part, path in kept if path.exists()}


def _files_of_postgresql() -> dict[str, bytes]:
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute("SELECT 'base/' || oid FROM pg_database WHERE datname = current_database()")
        (folder,) = cursor.fetchone()
        cursor.execute("SELECT pg_relation_filenode(oid), relname FROM pg_class")
        names = {str(node): name for node, name in cursor.fetchall()}
        cursor.execute("SELECT name FROM pg_ls_dir(%s) AS name", [folder])
        found: dict[str, bytes] = {}
        for (file,) in cursor.fetchall():
            cursor.execute("SELECT pg_read_binary_file(%s, true)", [f"{folder}/{file}"])
            content = cursor.fetchone()[0]
            node, _, part = file.partition("_")
            name = _BOX.sub("box", names.get(node, f"unknown {len(found)}"))
            found[f"{name} {part}".strip()] = bytes(content or b"")
        return found


def _heaps() -> dict[str, bytes]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relkind IN ('r', 't')")
        heaps = {_BOX.sub("box", name) for (name,) in cursor.fetchall()}
    return {name: file for name, file in files().items() if name in heaps}
