"""`manage.py verify_record ROOM`: do the room's chain, its matters', its rules and files hold?
`--county NAME`: do a county's books, its rules, minimum wages and layouts by them? `--all`:
everything."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from negotiate.matters.models import Matter, TermTemplate
from negotiate.people.models import Federation
from negotiate.places import kept
from negotiate.places.checks import kept_besides
from negotiate.places.models import CountyProfile
from negotiate.record import days
from negotiate.record.chain import faults
from negotiate.record.models import Book
from negotiate.rooms import kept_rules
from negotiate.rooms.checks import evidence
from negotiate.rooms.models import Room

Check = tuple[str, str, list[str]]  # its name, what to say if it holds, and what is wrong


class Command(BaseCommand):
    help = (
        "Check a room's record entry by entry, and its paper's files against the record; or a "
        "county's books, and its rules, minimum wages and layouts against them; or all there is. "
        "Exit status 1 names what fails."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("room", type=int, nargs="?")
        what.add_argument("--county", metavar="NAME", help="the federation whose they are")
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
    counties = Federation.objects.order_by("pk")
    if asked["all"]:
        for room in rooms:
            yield from _of_room(room)
        for county in counties:
            yield from _of_county(county)
        yield from _of_the_rest()
    elif asked["county"] is not None:
        found = list(_of_county(_only(counties.filter(name=asked["county"]), asked)))
        yield from found or [_only(found, asked)]
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


def _of_county(federation: Federation) -> Iterator[Check]:
    county = CountyProfile.objects.filter(federation=federation).select_related("book").first()
    if county is not None:
        yield _chain(f"book of {federation}", county.book)
        yield f"rules of {federation}", "they stand as in the book", list(kept.faults(county))
    for name, found in kept_besides(federation).items():
        yield name, "it holds, and stands as in the book", found


def _of_the_rest() -> Iterator[Check]:
    """What no room has taken up."""
    for matter in Matter.objects.filter(agenda_item=None).select_related("book").order_by("pk"):
        yield _chain(f"matter {matter.pk}", matter.book)
    yield "daily heads", "every chain has the heads that were published", list(days.faults())
    for template in TermTemplate.objects.select_related("book").order_by("pk"):
        yield _chain(f"template {template.pk}", template.book)


def _chain(name: str, book: Book) -> Check:
    return name, f"{book.length} entries hold, head {book.head}", list(map(str, faults(book)))
