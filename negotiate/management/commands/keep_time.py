"""`manage.py keep_time`: what time drives, in one run; docs/production.md has a timer for it."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from negotiate.rooms.actions.keeping import FAILED, keep_time


class Command(BaseCommand):
    help = (
        "Let contracts take effect, end or give way, say what is overdue, and remind of what "
        "comes. Safe to run at any time, twice, or by two machines at once."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        done = keep_time()
        for name, times in sorted(done.items()):
            self.stdout.write(f"{name}: {times}")
        if done[FAILED]:
            sys.exit(1)
