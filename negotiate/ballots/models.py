"""A poll within one side. Who took part and what was chosen are apart from the first moment:
the two tables share no key, no order and no time."""

from django.db import models
from django.db.models import Count, F, Q

from negotiate.law.words import Choice, Side
from negotiate.people.models import SIDES, Seat


class Polls(models.QuerySet["Poll"]):
    def full(self) -> "Polls":
        """Those in which the whole roll has voted. A full box never becomes less full."""
        return self.annotate(voted=Count("turnout")).filter(voted__gte=F("roll_size"))


class Poll(models.Model):
    """One side's question on one version. Figures are frozen when it closes."""

    class State(models.TextChoices):
        OPEN = "open"
        CLOSED = "closed"
        VOID = "void"

    room = models.ForeignKey("negotiate.Room", models.PROTECT, related_name="polls")
    version = models.ForeignKey("negotiate.Version", models.PROTECT, related_name="polls")
    side = models.CharField(max_length=10, choices=SIDES)
    binding = models.BooleanField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    opened_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    roll_size = models.PositiveIntegerField(default=0)
    yes = models.PositiveIntegerField(default=0)
    no = models.PositiveIntegerField(default=0)
    abstain = models.PositiveIntegerField(default=0)
    passed = models.BooleanField(null=True)
    verdict = models.CharField(max_length=200, blank=True)
    steps = models.JSONField(default=list)

    objects = Polls.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("room", "side"),
                condition=Q(state="open"),
                name="poll_one_open_a_side",
            ),
        )

    def __str__(self) -> str:
        return f"{self.side} poll {self.pk}"

    @property
    def of(self) -> Side:
        return Side(self.side)

    @property
    def cast(self) -> int:
        """How many have voted. The roll is small or the poll closed: counting is cheap."""
        return self.turnout.count()


class RollEntry(models.Model):
    """Who may vote in this poll, frozen when it opened."""

    poll = models.ForeignKey(Poll, models.PROTECT, related_name="roll")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("poll", "seat"), name="on_roll_once"),)

    def __str__(self) -> str:
        return f"{self.seat} on the roll of {self.poll}"


class Turnout(models.Model):
    """That somebody voted; never what."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="turnout")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("poll", "seat"), name="voted_once"),)

    def __str__(self) -> str:
        return f"{self.seat} voted"


class BallotPaper(models.Model):
    """What was chosen; never by whom. Its key is the random number that the phone made."""

    key = models.CharField(max_length=32, primary_key=True)
    poll = models.ForeignKey(Poll, models.CASCADE, related_name="papers")
    choice = models.CharField(max_length=10, choices=[(c.value, c.label) for c in Choice])

    def __str__(self) -> str:
        return f"paper of {self.poll}"
