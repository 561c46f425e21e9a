"""`manage.py verify_record ROOM`: does the room's chain, and its matters', hold?"""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from negotiate.record.chain import faults
from negotiate.rooms.models import Room


class Command(BaseCommand):
    help = "Check a room's record entry by entry. Exit status 1 names the first rows that fail."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("room", type=int)

    def handle(self, *args: Any, **options: Any) -> None:
        room = Room.objects.select_related("book").filter(pk=options["room"]).first()
        if room is None:
            raise CommandError(f"there is no room {options['room']}")
        books = {f"room {room.pk}": room.book}
        for item in room.agenda.select_related("matter__book"):
            books[f"matter {item.matter_id}"] = item.matter.book
        broken = False
        for name, book in books.items():
            found = list(faults(book))
            broken = broken or bool(found)
            for fault in found:
                self.stderr.write(f"{name}: {fault}")
            if not found:
                self.stdout.write(f"{name}: {book.length} entries hold, head {book.head}")
        if broken:
            sys.exit(1)
