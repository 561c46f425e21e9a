"""The talks beside the terms' own course: who speaks, what is bound together, what one side has
asked the other."""

from django.db import models
from django.db.models import Q

from negotiate import moment
from negotiate.law.words import Side
from negotiate.people.models import SIDES, Seat
from negotiate.rooms.models.ledger import Term, Version
from negotiate.rooms.models.room import Room


class SpeechTurn(models.Model):
    """A wish to speak, and what became of it. Waiting until it is given or ended; whoever is given
    the floor speaks until it is ended."""

    room = models.ForeignKey(Room, models.PROTECT, related_name="turns")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="turns")
    side = models.CharField(max_length=10, choices=SIDES)
    minutes = models.PositiveSmallIntegerField(default=0)  # 0: not given yet
    asked_at = models.DateTimeField(default=moment.now, editable=False)
    given_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("seat",), condition=Q(ended_at=None), name="on_the_floor_list_once"
            ),
            models.UniqueConstraint(
                fields=("room",),
                condition=Q(ended_at=None) & ~Q(given_at=None),
                name="one_speaks_at_a_time",
            ),
        )

    def __str__(self) -> str:
        return f"{self.seat} {'speaks' if self.given_at else 'waits'}"

    @property
    def of(self) -> Side:
        return Side(self.side)


class Package(models.Model):
    """Versions of several terms, all or nothing. It stands until it is agreed or broken."""

    room = models.ForeignKey(Room, models.PROTECT, related_name="packages")
    number = models.PositiveSmallIntegerField()
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="packages")
    side = models.CharField(max_length=10, choices=SIDES)
    at = models.DateTimeField(default=moment.now, editable=False)
    agreed_at = models.DateTimeField(null=True, blank=True)
    broken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("room", "number"), name="package_number_once"),
        )

    def __str__(self) -> str:
        return f"package {self.number} of {self.room}"


class Bound(models.Model):
    """One version in a package. `holds` until the package is broken."""

    package = models.ForeignKey(Package, models.PROTECT, related_name="bound")
    term = models.ForeignKey(Term, models.PROTECT, related_name="bound")
    version = models.ForeignKey(Version, models.PROTECT, related_name="bound")
    holds = models.BooleanField(default=True)

    class Meta:
        ordering = ("term__item__position", "term__position")
        constraints = (
            models.UniqueConstraint(
                fields=("term",), condition=Q(holds=True), name="in_one_package_at_a_time"
            ),
        )

    def __str__(self) -> str:
        return f"{self.version} in {self.package}"


class InformationRequest(models.Model):
    """What one side wants to know of the other, by when; and what became of it: answered, or
    promised by a day and answered then."""

    room = models.ForeignKey(Room, models.PROTECT, related_name="requests")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="requests")
    side = models.CharField(max_length=10, choices=SIDES)  # who asks
    question = models.CharField(max_length=500)
    due = models.DateField()
    at = models.DateTimeField(default=moment.now, editable=False)
    promised_for = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=1000, blank=True)
    answered_by = models.ForeignKey(
        Seat, models.PROTECT, null=True, blank=True, related_name="answers"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.question

    @property
    def of(self) -> Side:
        return Side(self.side)
