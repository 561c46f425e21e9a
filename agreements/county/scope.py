"""What belongs to a county: its federations, their enterprises, and the rooms that an agreement
came from. Rooms that came to none stay where they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Exists, OuterRef, Q, QuerySet

from agreements.archive.models import Card
from agreements.old.models import Import, ImportLine, OldPaper
from agreements.signing.models import Certificate
from negotiate.people.models import Enterprise, Federation, Seat
from negotiate.record.models import Book
from negotiate.rooms.models import Room


@dataclass(frozen=True)
class County:
    federation: Federation

    @cached_property
    def reach(self) -> list[int]:
        """The keys of its own federations."""
        return self.federation.reach()

    @cached_property
    def lineage(self) -> list[int]:
        """The same, and those above it: rules and layouts may be theirs."""
        return sorted({*self.reach, *(one.pk for one in self.federation.upwards())})

    @cached_property
    def enterprises(self) -> QuerySet[Enterprise]:
        return self.federation.under()

    @property
    def rooms(self) -> QuerySet[Room]:
        agreed = Card.objects.filter(paper__room=OuterRef("pk"))
        return Room.objects.filter(Exists(agreed), enterprise__in=self.enterprises)

    @property
    def seats(self) -> QuerySet[Seat]:
        """Those at the table, whoever has left it since; not the staff on its roll."""
        return Seat.objects.filter(room__in=self.rooms).exclude(pk__in=Seat.objects.staff())

    @property
    def books(self) -> QuerySet[Book]:
        return Book.objects.filter(
            Q(room__in=self.rooms)
            | Q(matter__agenda_item__room__in=self.rooms)
            | Q(county_profile__federation__in=self.lineage)
            | Q(county_layouts__federation__in=self.lineage)
            | Q(old_import__federation__in=self.reach)
        )

    @property
    def imports(self) -> QuerySet[Import]:
        """Those of old files for its own enterprises: whoever brings one has them in reach."""
        return Import.objects.filter(federation__in=self.reach)

    @property
    def old_papers(self) -> QuerySet[OldPaper]:
        """Of its own imports for its own enterprises. What a federation above brought stands in
        that one's book, among what others have; it stays there."""
        brought = OldPaper.objects.filter(added_by__in=self.imports)
        return brought.filter(enterprise__in=self.enterprises)

    @property
    def import_lines(self) -> QuerySet[ImportLine]:
        """Those that name no paper which stays behind."""
        stays = Q(paper__isnull=False) & ~Q(paper__in=self.old_papers)
        return ImportLine.objects.filter(of__in=self.imports).exclude(stays)

    @property
    def left_behind(self) -> int:
        """How many old files of its enterprises others have brought."""
        of_others = OldPaper.objects.exclude(added_by__in=self.imports)
        return of_others.filter(enterprise__in=self.enterprises).count()

    @property
    def cards(self) -> QuerySet[Card]:
        return Card.objects.filter(Q(paper__room__in=self.rooms) | Q(old__in=self.old_papers))

    @property
    def certificates(self) -> QuerySet[Certificate]:
        return Certificate.objects.filter(paper__room__in=self.rooms)
