"""manage.py reindex: write the archive's index anew, while it is searched and written to."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from agreements.archive.rebuilding import Superseded, reindex


class Command(BaseCommand):
    help = (
        "Write the archive's index anew, after an upgrade that says so. Searches are answered and "
        "papers signed meanwhile. If it is killed, run it again: it goes on. Two share the work."
    )

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
            papers = reindex(tell)
        except Superseded:
            raise CommandError("another version of the program has begun it anew") from None
        self.stdout.write(f"{papers} papers indexed")
