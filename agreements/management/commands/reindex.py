"""manage.py reindex: write the archive's index anew, while it is searched and written to."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from agreements.archive.index.asking import Fault
from agreements.archive.rebuilding import Superseded, reindex


class Command(BaseCommand):
    help = (
        "Write the archive's index anew, after an upgrade that says so. Searches are answered and "
        "papers signed meanwhile. If it is killed, run it again: it goes on. Two share the work."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--to-database", action="store_true", help="take the index back from the search engine"
        )
        parser.add_argument("--anew", action="store_true", help="go on with nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        shares = set[int]()

        def tell(done: int, of: int) -> None:
            """Each hundredth part once."""
            share = 100 * done // of
            if share not in shares:
                shares.add(share)
                self.stdout.write(f"{done}/{of}")
                self.stdout.flush()

        try:
            into = False if options["to_database"] else None
            papers = reindex(tell, into_engine=into, anew=options["anew"])
        except Fault as fault:
            raise CommandError(f"the search engine: {fault}") from None
        except Superseded:
            raise CommandError("another version of the program has begun it anew") from None
        self.stdout.write(f"{papers} papers indexed")
