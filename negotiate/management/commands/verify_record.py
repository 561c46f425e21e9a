"""`manage.py verify_record ROOM`: do the room's chain, its matters', its rules and files hold?
`--county NAME`: do a county's book, and its rules and minimum wages by it? `--all`: everything."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from negotiate.matters.models import Matter, TermTemplate
from negotiate.places import kept
from negotiate.places.models import CountyProfile
from negotiate.record.chain import faults
from negotiate.record.models import Book
from negotiate.rooms import kept_rules
from negotiate.rooms.checks import evidence
from negotiate.rooms.models import Room

Check = tuple[str, str, list[str]]  # its name, what to say if it holds, and what is wrong


class Command(BaseCommand):
    help = (
        "Check a room's record entry by entry, and its paper's files against the record; or a "
        "county's book, and what stands in its rules and minimum wages against it; or all there "
        "is. Exit status 1 names what fails."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("room", type=int, nargs="?")
        what.add_argument("--county", metavar="NAME", help="the federation whose rules they are")
        what.add_argument("--all", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        broken = False
        for name, holds, found in _checks(options):
            broken = broken or bool(found)
            for fault in found:
                self.stderr.write(f"{name}: {fault}")
            if not found:
                self.stdout.write(f"{name}: {holds}")
        if broken:
            sys.exit(1)


def _checks(asked: dict[str, Any]) -> Iterator[Check]:
    rooms = Room.objects.select_related("book").order_by("pk")
    counties = CountyProfile.objects.select_related("book", "federation").order_by("pk")
    if asked["all"]:
        for room in rooms:
            yield from _of_room(room)
        for county in counties:
            yield from _of_county(county)
        yield from _of_the_rest()
    elif asked["county"] is not None:
        yield from _of_county(_only(counties.filter(federation__name=asked["county"]), asked))
    else:
        yield from _of_room(_only(rooms.filter(pk=asked["room"]), asked))


def _only(found: Any, asked: dict[str, Any]) -> Any:
    for one in found:
        return one
    if asked["county"] is not None:
        raise CommandError(f"there are no rules of {asked['county']}")
    raise CommandError(f"there is no room {asked['room']}")


def _of_room(room: Room) -> Iterator[Check]:
    yield _chain(f"room {room.pk}", room.book)
    for item in room.agenda.select_related("matter__book"):
        yield _chain(f"matter {item.matter_id}", item.matter.book)
    yield f"rules of room {room.pk}", "those that it was made under", kept_rules.faults(room)
    for name, found in evidence(room).items():
        yield name, "the file is the one in the record", found


def _of_county(county: CountyProfile) -> Iterator[Check]:
    name = county.federation.name
    yield _chain(f"book of {name}", county.book)
    yield f"rules of {name}", "they stand as in the book", list(kept.faults(county))


def _of_the_rest() -> Iterator[Check]:
    """What no room has taken up."""
    for matter in Matter.objects.filter(agenda_item=None).select_related("book").order_by("pk"):
        yield _chain(f"matter {matter.pk}", matter.book)
    for template in TermTemplate.objects.select_related("book").order_by("pk"):
        yield _chain(f"template {template.pk}", template.book)


def _chain(name: str, book: Book) -> Check:
    return name, f"{book.length} entries hold, head {book.head}", list(map(str, faults(book)))
