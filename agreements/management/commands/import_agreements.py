"""`manage.py import_agreements ZIP --federation NAME`: old files by the thousand."""

import hashlib
from argparse import ArgumentParser
from io import BufferedReader
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from agreements.old.actions import begin
from agreements.old.bundle import Bundle
from agreements.old.models import Import, ImportLine
from agreements.old.particulars import read_lines
from agreements.old.settling import settle
from agreements.old.shown import Progress
from negotiate.law.refusal import Refused
from negotiate.people.models import Federation
from negotiate.people.office import Office


class Command(BaseCommand):
    help = (
        "Bring old agreements into the archive: a ZIP of a list (名单.xlsx or 名单.csv) and its "
        "files. Stopped at any moment it goes on when it is called again with the same ZIP; what "
        "is there already is never added twice. Exit status 1: the list could not be read."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("zip", type=Path)
        parser.add_argument("--federation", required=True, help="under which the enterprises are")

    def handle(self, *args: Any, **options: Any) -> None:
        federation = Federation.objects.filter(name=options["federation"]).first()
        if federation is None:
            raise CommandError(f"there is no federation {options['federation']}")
        try:
            with options["zip"].open("rb") as file:
                self._import(Office(federation), options["zip"].name, file)
        except (Refused, OSError) as fault:
            raise CommandError(str(fault)) from fault

    def _import(self, office: Office, name: str, file: BufferedReader) -> None:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        bundle = Bundle(file)
        begun = begin(office, name, digest, read_lines(bundle.list_file()))
        while settle(office, begun, lambda line: bundle.content(line.file)):
            self._say(Progress.of(begun))
        self._say(Progress.of(begun))
        for line in _wrong(begun):
            self.stdout.write(f"  {line.number} {line.file}: {line.why}")

    def _say(self, progress: Progress) -> None:
        bar = "#" * (30 * progress.settled // progress.total)
        self.stdout.write(
            f"[{bar:<30}] {progress.settled}/{progress.total}  added {progress.added}, "
            f"there already {progress.duplicate}, refused {progress.refused}"
        )


def _wrong(begun: Import) -> list[ImportLine]:
    states = (ImportLine.State.REFUSED, ImportLine.State.DUPLICATE)
    return list(begun.lines.filter(state__in=states).defer("content"))
