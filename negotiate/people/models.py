"""Federations, enterprises, accounts, persons, and their seats in a room."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q

from negotiate.law import stages
from negotiate.law.words import (
    OF_A_SIDE,
    SEATED,
    Action,
    Capacity,
    Scope,
    Side,
    TermState,
)
from negotiate.people.industries import Industry
from negotiate.people.reach import reach_of

SIDES = [(side.value, side.label) for side in Side]
CAPACITIES = [(c.value, c.label) for c in (*SEATED, Capacity.STAFF)]


class Federation(models.Model):
    """A federation of trade unions (总工会): a county's, or a township's below it."""

    name = models.CharField(max_length=100, unique=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )

    def __str__(self) -> str:
        return self.name

    def upwards(self) -> Iterator["Federation"]:
        """This federation and those above it, the nearest first."""
        seen: list[int] = []
        one: Federation | None = self
        while one and one.pk not in seen:
            seen.append(one.pk)
            yield one
            one = one.parent

    def reach(self) -> list[int]:
        """Its own key and those of every federation under it."""
        return reach_of(self.pk)

    def under(self) -> models.QuerySet["Enterprise"]:
        """Every enterprise under it, or under a federation under it."""
        return Enterprise.objects.filter(federation__in=self.reach())


class Enterprise(models.Model):
    """One enterprise; or the enterprises of a sector or a region, where they negotiate as one with
    the union of that sector or region."""

    name = models.CharField(max_length=100, unique=True)
    scope = models.CharField(
        max_length=10,
        choices=[(s.value, s.label) for s in Scope],
        default=Scope.ENTERPRISE.value,
    )
    federation = models.ForeignKey(Federation, models.PROTECT, related_name="enterprises")
    industry = models.CharField(max_length=2, choices=Industry.choices, blank=True)

    def __str__(self) -> str:
        return self.name


class Account(AbstractUser):
    """Who signs in with a password: a union chair of one enterprise, or a federation's officer."""

    first_name: None = None  # type: ignore[assignment]
    last_name: None = None  # type: ignore[assignment]
    name = models.CharField(max_length=50)
    enterprise = models.ForeignKey(
        Enterprise, models.PROTECT, null=True, blank=True, related_name="accounts"
    )
    federation = models.ForeignKey(
        Federation, models.PROTECT, null=True, blank=True, related_name="accounts"
    )
    calendar_serial = models.PositiveIntegerField(default=1)  # of the address of its deadlines

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(enterprise=None) | Q(federation=None), name="account_one_office"
            ),
        )

    def __str__(self) -> str:
        return self.name or self.username

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name

    def enterprises(self) -> models.QuerySet[Enterprise]:
        """The enterprises whose agreements this account may read; none for anybody else."""
        if self.enterprise_id:
            return Enterprise.objects.filter(pk=self.enterprise_id)
        if self.federation:
            return self.federation.under()
        return Enterprise.objects.none()


class Person(models.Model):
    """Somebody who can take a seat. The staff number tells two of the same name apart."""

    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="persons")
    name = models.CharField(max_length=50)
    staff_number = models.CharField(max_length=30, blank=True)
    post = models.CharField(max_length=50, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("enterprise", "name", "staff_number"), name="person_once"
            ),
        )
        indexes = (models.Index(fields=("enterprise", "staff_number"), name="person_by_number"),)

    def __str__(self) -> str:
        return self.name


class Seats(models.QuerySet["Seat"]):
    def at_table(self) -> "Seats":
        """Those who hold the meeting, and have not left it: everybody but the staff on its roll,
        who may be thousands."""
        return self.exclude(capacity=Capacity.STAFF.value).filter(left_at=None)

    def staff(self) -> "Seats":
        return self.filter(capacity=Capacity.STAFF.value)


class Seat(models.Model):
    """This person, in this room, on this side, in this capacity: the actor of every action.

    A link opens the seat as long as its serial is the seat's own; the first device that enters
    is bound to it. Re-issuing the link raises the serial, and link and device die at once.
    """

    room = models.ForeignKey("negotiate.Room", models.PROTECT, related_name="seats")
    person = models.ForeignKey(Person, models.PROTECT, related_name="seats")
    side = models.CharField(max_length=10, choices=SIDES, blank=True)
    capacity = models.CharField(max_length=20, choices=CAPACITIES)
    presides = models.BooleanField(default=False)
    outside = models.BooleanField(default=False)
    woman = models.BooleanField(default=False)
    front_line = models.BooleanField(default=False)
    in_congress = models.BooleanField(default=False)  # a delegate of the workers' congress
    bound = models.ForeignKey(  # of several enterprises that negotiate together, this one's
        "negotiate.BoundEnterprise", models.PROTECT, null=True, blank=True, related_name="members"
    )
    produced = models.CharField(max_length=200, blank=True)  # elected where, when, with which votes
    delegation = models.CharField(max_length=200, blank=True)  # an expert's: by whom, for what
    left_at = models.DateTimeField(null=True, blank=True)
    account = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="seats"
    )
    arrived_at = models.DateTimeField(null=True, blank=True)
    remote = models.BooleanField(default=False)
    link_serial = models.PositiveIntegerField(default=1)
    device = models.CharField(max_length=32, blank=True)
    code = models.CharField(max_length=128, blank=True)
    second_device_at = models.DateTimeField(null=True, blank=True)

    objects = Seats.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("room", "person"), name="seat_one_side_a_person"),
            models.UniqueConstraint(
                fields=("room", "side"),
                condition=Q(capacity=Capacity.CHIEF.value, left_at=None),
                name="seat_one_chief_a_side",
            ),
            models.CheckConstraint(
                condition=~Q(capacity__in=[c.value for c in OF_A_SIDE]) | ~Q(side=""),
                name="seat_speaker_has_side",
            ),
            models.CheckConstraint(
                condition=~Q(capacity=Capacity.STAFF.value) | Q(side=Side.WORKER.value),
                name="seat_staff_are_workers",
            ),
            models.CheckConstraint(
                condition=~Q(capacity=Capacity.RECORDER.value) | Q(side=""),
                name="seat_recorder_of_no_side",
            ),
            models.CheckConstraint(
                condition=~Q(capacity=Capacity.CHIEF.value, outside=True),
                name="seat_chief_is_insider",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person} ({self.get_capacity_display()})"

    @property
    def capacities(self) -> frozenset[Capacity]:
        """All that the law's table may ask of this seat. Who came by an account keeps the desk."""
        also = {Capacity.PRESIDING: self.presides, Capacity.ORGANISER: self.account_id is not None}
        return frozenset({Capacity(self.capacity), *(c for c, has in also.items() if has)})

    @property
    def of(self) -> Side | None:
        return Side(self.side) if self.side else None

    @property
    def is_chief(self) -> bool:
        return self.capacity == Capacity.CHIEF

    @property
    def keeps_desk(self) -> bool:
        """Whether this seat gives out the others' links, at whatever stage: who presides under the
        simplified procedure, the organiser under the ordinary one."""
        room: Any = self.room
        return not stages.who(room.goes_by, Action.REISSUE).isdisjoint(self.capacities)

    def may(self, action: Action, term: TermState | None = None) -> bool:
        """Whether the law's table lets this seat do it, at the stage its room was read at."""
        room: Any = self.room
        return stages.allows(room.goes_by, action, self.capacities, room.is_at, term)

    def actor(self) -> dict[str, Any]:
        """Who did it, as the record keeps it: readable even when every other table is gone."""
        return {
            "seat": self.pk,
            "name": self.person.name,
            "side": self.side,
            "capacity": self.capacity,
            "presides": self.presides,
        }
