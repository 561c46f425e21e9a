"""The index, kept by whichever database is in use; both answer alike."""

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from agreements.archive.bulk import Keys
from agreements.archive.index.base import LIVE, NEXT, Busy, Index, Query, Row
from agreements.archive.index.postgresql import PostgreSQL
from agreements.archive.index.sqlite import SQLite

__all__ = ["LIVE", "NEXT", "Busy", "Keys", "Query", "Row", "index", "index_of"]

BACKENDS: dict[str, type[Index]] = {"sqlite": SQLite, "postgresql": PostgreSQL}


def index(table: str = LIVE) -> Index:
    """Give the index of the database in use."""
    return BACKENDS[connection.vendor](connection, table)


def index_of(other: BaseDatabaseWrapper) -> Index:
    """Give the index of the database that a migration works on."""
    return BACKENDS[other.vendor](other)
