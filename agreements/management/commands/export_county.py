"""`manage.py export_county NAME FILE`: everything of a county's archive, in an open format."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from agreements.county.scope import County
from agreements.county.values import Unreadable
from agreements.county.writing import export
from agreements.management.progress import Progress
from negotiate.people.models import Federation


class Command(BaseCommand):
    help = (
        "Write all agreements of a federation and those under it, with all that proves them, into "
        "one file that import_county reads, and others too: docs/county-format.md. No accounts, "
        "links, devices or ballots are in it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="the federation's")
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        federation = Federation.objects.filter(name=options["name"]).first()
        if federation is None:
            raise CommandError(f"there is no federation {options['name']}")
        county = County(federation)
        path: Path = options["file"]
        part = path.with_name(f"{path.name}.part")
        try:
            with part.open("xb") as out:
                rows = export(county, out, Progress(self.stdout))
            part.rename(path)
        except (Unreadable, OSError) as fault:
            part.unlink(missing_ok=True)
            raise CommandError(f"{fault}; nothing was written") from fault
        self.stdout.write(f"{rows['cards']} agreements, {sum(rows.values())} rows: {path}")
        if left := county.left_behind:
            self.stdout.write(f"{left} old files that others brought are not in it")
