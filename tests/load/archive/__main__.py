"""`python -m tests.load.archive [--size N] [--services] [--database URL] [--json FILE]`: what a
search in a large archive costs (docs/archive.md).

Makes a seeded corpus (tests/load/corpus) in SQLite, or with --services in a PostgreSQL of its own,
and measures; a --database that has agreements is measured as it is. Ends with status 1 if a page
fails, not for a bar that was missed.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import secrets
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django

from tests.services import postgresql


@contextlib.contextmanager
def database(words: argparse.Namespace) -> Iterator[str]:
    """Give the address of the database that is measured; one of our own is gone afterwards."""
    if words.database:
        yield words.database
        return
    with tempfile.TemporaryDirectory(prefix="archive-", ignore_cleanup_errors=True) as folder:
        if not words.services:
            yield f"sqlite:///{folder}/corpus.sqlite3"
            return
        with postgresql(Path(folder), durable=True) as service:
            yield service.url


def measured(size: int, scans: int) -> dict[str, Any]:
    """Fill the database if it is empty, and measure everything."""
    from django.core.management import call_command
    from django.db import connection

    from agreements.archive.models import Card
    from negotiate.serve import collect_less
    from tests.load.archive import pages, report, writing
    from tests.load.corpus.__main__ import fill_database

    call_command("migrate", verbosity=0)
    if not Card.objects.exists():
        fill_database(size, "corpus")
    columns = writing.held()
    collect_less()
    times = pages.measure(scans=scans)
    found = {"columns": columns, "index_mb": writing.index_mb(), "indexing": writing.indexing()}
    told = report.figures(connection.vendor, times, found)
    print(report.table(told), report.by_class(times), sep="\n\n")
    return {
        **found,
        "figures": {figure.says: figure.value for figure in told},
        "classes": {kind: each.said() for kind, each in times.items()},
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.load.archive", description=__doc__)
    parser.add_argument("--size", type=int, default=100_000, help="agreements")
    parser.add_argument("--services", action="store_true", help="on PostgreSQL")
    parser.add_argument("--database", help="the address of one that is kept")
    parser.add_argument("--scans", type=int, default=2, help="searches by LIKE, of each class")
    parser.add_argument("--json", type=Path)
    words = parser.parse_args()
    with database(words) as address:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "negotiate.settings",
            "MODE": "demo",
            "SECRET_KEY": secrets.token_urlsafe(50),
            "DATABASE_URL": address,
            "ALLOWED_HOSTS": "testserver",
            "PUBLIC_ORIGINS": "http://testserver",
        }
        django.setup()
        found = measured(words.size, words.scans)
    if words.json:
        words.json.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
