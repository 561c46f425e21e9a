"""The draft before those whom it binds: how a congress or a whole staff has voted on it."""

from typing import Any

from django.db import models
from django.db.models import Q

from negotiate.law.tally import BallotRule, Base, Threshold
from negotiate.law.words import Electorate
from negotiate.people.models import Seat
from negotiate.rooms.models.room import Room
from negotiate.rooms.models.sector import BoundEnterprise

BODIES = (Electorate.CONGRESS, Electorate.STAFF)


class Ratifications(models.QuerySet["Ratification"]):
    def standing(self) -> "Ratifications":
        """Those that decide about the draft now: not given up, and not concluded."""
        return self.filter(concluded_at=None).exclude(state=Ratification.State.VOID)


class Ratification(models.Model):
    """One attempt to have the draft passed: by the congress or the whole staff of the enterprise or
    sector, or of one `bound` enterprise, whose vote then is one of a set that all must pass.

    `rule` is the place's as it stood when this was opened. `roll_size` and `present` are frozen
    when the first item opens, and `roll_digest` is the SHA-256 of that roll. `on_paper`: voted
    elsewhere, and entered by the desk from the paper whose SHA-256 is `scan`; without a digest its
    roll was not enrolled here, but declared. An attempt stays as it was when another follows it.
    """

    class State(models.TextChoices):
        GATHERING = "gathering"
        VOTING = "voting"
        PASSED = "passed"
        REJECTED = "rejected"
        VOID = "void"

    room = models.ForeignKey(Room, models.PROTECT, related_name="ratifications")
    bound = models.ForeignKey(
        BoundEnterprise, models.PROTECT, null=True, blank=True, related_name="ratifications"
    )
    attempt = models.PositiveSmallIntegerField()
    body = models.CharField(max_length=10, choices=[(b.value, b.label) for b in BODIES])
    rule = models.JSONField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.GATHERING)
    roll_size = models.PositiveIntegerField(default=0)
    roll_digest = models.CharField(max_length=64, blank=True)
    present = models.PositiveIntegerField(default=0)
    called_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    on_paper = models.BooleanField(default=False)
    held_on = models.DateField(null=True, blank=True)
    entered_by = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")
    scan = models.CharField(max_length=64, blank=True)
    notes = models.CharField(max_length=200, blank=True)
    concluded_at = models.DateTimeField(null=True, blank=True)
    resolution = models.TextField(blank=True)
    digest = models.CharField(max_length=64, blank=True)  # SHA-256 of the resolution

    objects = Ratifications.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("room", "bound", "attempt"), name="ratification_attempt_once"
            ),
            models.UniqueConstraint(
                fields=("room", "attempt"),
                condition=Q(bound=None),
                name="ratification_attempt_of_room_once",
            ),
        )

    def __str__(self) -> str:
        return f"ratification {self.pk} of {self.room}"

    @property
    def by(self) -> Electorate:
        return Electorate(self.body)

    @property
    def counted_by(self) -> BallotRule:
        return rule_from(self.rule)

    @property
    def is_declared(self) -> bool:
        """Whether the size of its roll is only what somebody said."""
        return self.on_paper and not self.roll_digest

    @property
    def is_decided(self) -> bool:
        return self.state in (self.State.PASSED, self.State.REJECTED)


def rule_from(plain: dict[str, Any]) -> BallotRule:
    """How it is counted, from `Ratification.rule`: against the whole roll, whatever the place."""
    share = plain["attendance"]
    return BallotRule(
        Threshold(plain["threshold"]), Base.ROLL, (share[0], share[1]) if share else None
    )
