"""A poll within one side: its frozen roll, who took part, and what was chosen.

Of a secret poll the last two are apart from the first moment: they share no key, no order and no
time. What was chosen lies in a table of the poll's own while it is open (`box`), and as the
published list of papers afterwards.
"""

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery

from negotiate import moment
from negotiate.law.tally import LEAST_COUNTED
from negotiate.law.words import Choice, Electorate, Means, Secrecy, Side, Word
from negotiate.people.models import SIDES, Seat


def _choices(*words: Word) -> list[tuple[str, str]]:
    return [(word.value, word.label) for word in words]


CHOICES = _choices(*Choice)


class Polls(models.QuerySet["Poll"]):
    def full(self) -> "Polls":
        """Those in which all have voted who can. Only open ones are counted; the others know."""
        voted = Turnout.objects.filter(poll=OuterRef("pk")).order_by().values("poll")
        count = Subquery(voted.annotate(count=Count("pk")).values("count"))
        return self.filter(Q(filled=True) | Q(state=Poll.State.OPEN) & Q(voters__lte=count))


class Poll(models.Model):
    """One side's question on one version. Figures are frozen when it closes. With a `ratification`
    it is one item of the draft, put to the congress or the staff and not to a side's delegates."""

    class State(models.TextChoices):
        OPEN = "open"
        CLOSED = "closed"
        VOID = "void"

    room = models.ForeignKey("negotiate.Room", models.PROTECT, related_name="polls")
    version = models.ForeignKey("negotiate.Version", models.PROTECT, related_name="polls")
    side = models.CharField(max_length=10, choices=SIDES)
    binding = models.BooleanField()
    electorate = models.CharField(
        max_length=10, choices=_choices(*Electorate), default=Electorate.DELEGATES.value
    )
    secrecy = models.CharField(
        max_length=10, choices=_choices(*Secrecy), default=Secrecy.SECRET.value
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    opened_at = models.DateTimeField(default=moment.now, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True)
    roll_size = models.PositiveIntegerField(default=0)
    voters = models.PositiveIntegerField(default=0)  # of the roll; in a ratification who has come
    filled = models.BooleanField(default=False)  # ended, and all voters had voted
    ratification = models.ForeignKey(
        "negotiate.Ratification", models.PROTECT, null=True, blank=True, related_name="polls"
    )
    box = models.CharField(max_length=40, blank=True)  # the table of a secret poll that is open
    yes = models.PositiveIntegerField(default=0)
    no = models.PositiveIntegerField(default=0)
    abstain = models.PositiveIntegerField(default=0)
    passed = models.BooleanField(null=True)
    verdict = models.CharField(max_length=200, blank=True)
    steps = models.JSONField(default=list)
    list_digest = models.CharField(max_length=64, blank=True)  # SHA-256 of the published list

    objects = Polls.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("room", "side"),
                condition=Q(state="open", ratification=None),
                name="poll_one_open_a_side",
            ),
            models.UniqueConstraint(
                fields=("ratification",),
                condition=Q(state="open"),
                name="poll_one_open_a_ratification",
            ),
            models.UniqueConstraint(
                fields=("ratification", "version"), name="poll_one_a_ratified_version"
            ),
        )

    def __str__(self) -> str:
        return f"{self.side} poll {self.pk}"

    @property
    def of(self) -> Side:
        return Side(self.side)

    @property
    def is_secret(self) -> bool:
        return self.secrecy == Secrecy.SECRET

    @property
    def cast(self) -> int:
        """How many have voted."""
        return self.turnout.count()

    @property
    def is_few(self) -> bool:
        """Whether so few voted in secret that the figures would tell who chose what: then it is
        only told whether it passed. Known for sure when the poll has closed."""
        return self.is_secret and self.yes + self.no + self.abstain < LEAST_COUNTED


class RollEntry(models.Model):
    """Who may vote in this poll, frozen when it opened."""

    poll = models.ForeignKey(Poll, models.PROTECT, related_name="roll", db_index=False)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("poll", "seat"), name="on_roll_once"),)

    def __str__(self) -> str:
        return f"{self.seat} on the roll of {self.poll}"


class Turnout(models.Model):
    """That somebody voted, by phone or on paper; never what."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="turnout", db_index=False)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    on_paper = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("poll", "seat"), name="voted_once"),)

    def __str__(self) -> str:
        return f"{self.seat} voted"


class BallotPaper(models.Model):
    """One line of a closed secret poll's published list: what was chosen; never by whom."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="papers", db_index=False)
    number = models.CharField(max_length=14)
    choice = models.CharField(max_length=10, choices=CHOICES)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("poll", "number"), name="ballot_paper_once"),
        )

    def __str__(self) -> str:
        return f"paper {self.number} of {self.poll}"


class RecordedVote(models.Model):
    """Who chose what in a poll with names. `press` counts the seat's presses, where more than one
    is allowed: a later press is never undone by an earlier one that arrives after it. `name` is
    written at the close: the published list keeps it, whatever is corrected afterwards."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="votes", db_index=False)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    number = models.CharField(max_length=14)
    choice = models.CharField(max_length=10, choices=CHOICES)
    press = models.PositiveIntegerField(default=1)
    name = models.CharField(max_length=50, db_default="")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("poll", "seat"), name="recorded_once"),)

    def __str__(self) -> str:
        return f"{self.seat} in {self.poll}"


class HandCount(models.Model):
    """Votes that no phone has cast, as the recorder counted them; they are merged into the poll's
    figures once both chiefs have confirmed them."""

    poll = models.OneToOneField(Poll, models.CASCADE, related_name="hand_count")
    means = models.CharField(max_length=10, choices=_choices(*Means))
    yes = models.PositiveIntegerField()
    no = models.PositiveIntegerField()
    abstain = models.PositiveIntegerField()
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)

    def __str__(self) -> str:
        return f"{self.means} count of {self.poll}"

    @property
    def cast(self) -> int:
        return self.yes + self.no + self.abstain


class CountConfirmation(models.Model):
    """A chief's word on a hand count as it stands. Another count leaves it behind."""

    count = models.ForeignKey(HandCount, models.CASCADE, related_name="confirmations")
    side = models.CharField(max_length=10, choices=SIDES)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("count", "side"), name="count_confirmed_once_a_side"),
        )

    def __str__(self) -> str:
        return f"{self.side} confirms {self.count}"
