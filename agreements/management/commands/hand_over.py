"""`manage.py hand_over`: give the search engine what it does not have yet; docs/production.md has a
timer for it."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from agreements.archive.engines import hand_over
from agreements.archive.index.asking import Fault


class Command(BaseCommand):
    help = (
        "Give the search engine the agreements that it does not have yet, and take them out of "
        "the database's own index. Safe to run at any time, twice, or by two machines at once; "
        "until it has run they are found all the same. Exit status 1: something was not taken."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            taken, refused = hand_over()
        except Fault as fault:
            raise CommandError(f"the search engine: {fault}") from None
        if taken:
            self.stdout.write(f"{taken} agreements handed over")
        for key, why in refused.items():
            self.stderr.write(f"{key} was not taken: {why}")
        if refused:
            sys.exit(1)
