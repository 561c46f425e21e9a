"""`manage.py verify_paper FILE`: is it genuine? `--bundle OUT`: what others need to ask that."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from agreements.checking.register import all_registered, bundle
from agreements.verifying.kept import written
from agreements.verifying.told import told
from agreements.verifying.verify import verify


class Command(BaseCommand):
    help = (
        "Check a paper against the register. Exit status 1: it is not genuine. With --bundle, "
        "write what `python -m agreements.verifying FILE OUT` needs where there is no database."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("file", type=Path, nargs="?")
        what.add_argument("--bundle", type=Path, metavar="OUT")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["bundle"]:
            options["bundle"].write_text(written(bundle(), all_registered()), "utf-8")
            return
        try:
            content = options["file"].read_bytes()
        except OSError as fault:
            raise CommandError(f"cannot be read: {fault}") from fault
        report = verify(content, bundle())
        self.stdout.write(told(report))
        if not report.answer.is_good:
            sys.exit(1)
