"""manage.py reindex: write the archive's index anew."""

from typing import Any

from django.core.management.base import BaseCommand

from agreements.archive.actions import reindex


class Command(BaseCommand):
    help = "Write the archive's index anew from the papers; searches go on meanwhile."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{reindex()} papers indexed")
