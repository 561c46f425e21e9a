"""`manage.py verify_record ROOM`: do the room's chain, its matters', its rules and files hold?"""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from negotiate.record.chain import faults
from negotiate.rooms import kept_rules
from negotiate.rooms.checks import evidence
from negotiate.rooms.models import Room


class Command(BaseCommand):
    help = (
        "Check a room's record entry by entry, and its paper's files against the record. "
        "Exit status 1 names what fails."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("room", type=int)

    def handle(self, *args: Any, **options: Any) -> None:
        room = Room.objects.select_related("book").filter(pk=options["room"]).first()
        if room is None:
            raise CommandError(f"there is no room {options['room']}")
        broken = False
        for name, holds, found in [*_chains(room), _rules(room), *_files(room)]:
            broken = broken or bool(found)
            for fault in found:
                self.stderr.write(f"{name}: {fault}")
            if not found:
                self.stdout.write(f"{name}: {holds}")
        if broken:
            sys.exit(1)


def _chains(room: Room) -> Iterator[tuple[str, str, list[str]]]:
    """Name, what to say if it holds, and what is wrong with it."""
    books = {f"room {room.pk}": room.book}
    for item in room.agenda.select_related("matter__book"):
        books[f"matter {item.matter_id}"] = item.matter.book
    for name, book in books.items():
        yield name, f"{book.length} entries hold, head {book.head}", list(map(str, faults(book)))


def _rules(room: Room) -> tuple[str, str, list[str]]:
    return "rules", "those that the room was made under", kept_rules.faults(room)


def _files(room: Room) -> Iterator[tuple[str, str, list[str]]]:
    for name, found in evidence(room).items():
        yield name, "the file is the one in the record", found
