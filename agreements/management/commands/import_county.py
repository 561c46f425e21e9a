"""`manage.py import_county FILE`: bring in what export_county wrote."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile
from zlib import error as BadPacking

from django.core.management.base import BaseCommand, CommandError

from agreements.county.actions import bring_in
from agreements.county.source import Source
from agreements.county.values import Unreadable
from agreements.management.progress import Progress


class Command(BaseCommand):
    help = (
        "Bring a county's agreements in, all or nothing, into a database that has none of them. "
        "What is there already is never changed. With a root that is not trusted here yet: "
        "--trust and its fingerprint. docs/county-format.md"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--trust", action="append", default=[], metavar="FINGERPRINT",
            help="of a root under which the papers were signed, compared with whoever signed them",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with ZipFile(options["file"]) as packed:
                new = bring_in(Source(packed), options["trust"], Progress(self.stdout))
        except (Unreadable, OSError, BadZipFile, BadPacking, EOFError) as fault:
            raise CommandError(f"nothing was imported: {fault}") from fault
        self.stdout.write(f"{new} rows imported" if new else "all of it is here already")
