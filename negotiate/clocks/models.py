"""A clock: a time that one act started and another one meets."""

from datetime import date

from django.db import models
from django.db.models import Q

from negotiate.law.clocks import Stop
from negotiate.law.profiles import Duration
from negotiate.law.words import ClockKind, Count


class Clocks(models.QuerySet["Clock"]):
    def going(self) -> "Clocks":
        """Those that nothing has met yet; a stopped one too."""
        return self.filter(state__in=Clock.GOING)

    def running(self) -> "Clocks":
        return self.filter(state=Clock.State.RUNNING)


class Clock(models.Model):
    """One time, in one room.

    `about`: the key of the one thing it is about (a vacant seat, a question asked), 0 for the
    negotiation as a whole. `started_by`: the number of the entry in the room's book that started
    it. `amount` of `count` is the law's; without, the parties have set the day. Renewal and
    materials are counted back: renewal can be asked from `started_on` until the contract ends on
    `due`. `stops`: from when to when it did not run. `covered`: whether the holidays that the day
    hangs on are published. `late`: its day was over before it was met.
    """

    class State(models.TextChoices):
        RUNNING = "running"
        PAUSED = "paused"
        MET = "met"
        VOID = "void"

    GOING = (State.RUNNING, State.PAUSED)

    room = models.ForeignKey("negotiate.Room", models.PROTECT, related_name="clocks")
    kind = models.CharField(max_length=20, choices=[(k.value, k.label) for k in ClockKind])
    about = models.PositiveBigIntegerField(default=0)
    started_by = models.PositiveIntegerField()
    started_on = models.DateField()
    amount = models.PositiveSmallIntegerField(null=True, blank=True)
    count = models.CharField(max_length=20, choices=[(c.value, c.label) for c in Count], blank=True)
    article = models.CharField(max_length=200, blank=True)
    verified = models.BooleanField(default=True)
    covered = models.BooleanField(default=True)
    due = models.DateField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.RUNNING)
    stops = models.JSONField(default=list, blank=True)
    paused_on = models.DateField(null=True, blank=True)
    met_on = models.DateField(null=True, blank=True)
    late = models.BooleanField(default=False)
    reminded_on = models.DateField(null=True, blank=True)

    objects = Clocks.as_manager()

    class Meta:
        ordering = ("due", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("room", "kind", "about"),
                condition=Q(state__in=("running", "paused")),
                name="clock_goes_once",
            ),
        )
        indexes = (
            models.Index(fields=("due",), condition=Q(state="running"), name="clock_by_day"),
        )

    def __str__(self) -> str:
        return f"{self.kind} of {self.room} by {self.due}"

    @property
    def of_kind(self) -> ClockKind:
        return ClockKind(self.kind)

    @property
    def duration(self) -> Duration | None:
        """What the law gives; None where the parties have set the day."""
        if self.amount is None:
            return None
        return Duration(self.amount, Count(self.count), self.article, self.verified)

    @property
    def stopped(self) -> list[Stop]:
        return [(date.fromisoformat(off), date.fromisoformat(on)) for off, on in self.stops]

    def facts(self) -> dict[str, str | int]:
        """What the record keeps of it."""
        return {
            "clock": self.kind,
            "about": self.about,
            "started_by": self.started_by,
            "due": self.due.isoformat(),
            "article": self.article,
        }
