"""The ledger of terms, with every version put on the table."""

from django.db import models
from django.db.models import Q

from negotiate import moment
from negotiate.law import terms
from negotiate.law.words import Effect, Side, TermState
from negotiate.people.models import SIDES, Seat
from negotiate.rooms.models.room import AgendaItem


class Term(models.Model):
    """One structured point of a matter: agreed, deferred or withdrawn in the end."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="terms")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=40)
    kind = models.CharField(
        max_length=30, choices=[(k.code, k.label) for k in terms.KINDS.values()]
    )
    state = models.CharField(
        max_length=20,
        choices=[(s.value, s.label) for s in TermState],
        default=TermState.OPEN.value,
    )
    acclaimed = models.BooleanField(default=False)
    # What the proposer's form opens with (from a template): typed, not proposed, binding nobody.
    prefill = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ("item__position", "position")
        constraints = (
            models.UniqueConstraint(fields=("item", "position"), name="term_position_once"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def is_at(self) -> TermState:
        return TermState(self.state)


class Version(models.Model):
    """One version of a term, put on the table by one side. `digest` is what chiefs confirm."""

    class Gate(models.TextChoices):
        CLEAR = "clear"
        PENDING = "pending"
        PASSED = "passed"
        BARRED = "barred"

    term = models.ForeignKey(Term, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="versions")
    side = models.CharField(max_length=10, choices=SIDES)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="counters"
    )
    value = models.JSONField()
    digest = models.CharField(max_length=64)
    effect = models.CharField(max_length=10, choices=[(e.value, e.label) for e in Effect])
    gate = models.CharField(max_length=10, choices=Gate.choices)
    gate_reason = models.CharField(max_length=200, blank=True)
    both_would = models.BooleanField(default=False)  # accept it, if the other does
    at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("term", "number"), name="version_number_once"),
        )

    def __str__(self) -> str:
        return f"{self.term} v{self.number}"

    @property
    def of(self) -> Side:
        return Side(self.side)

    @property
    def is_through_gate(self) -> bool:
        return self.gate in (self.Gate.CLEAR, self.Gate.PASSED)

    def wording(self) -> terms.Wording:
        return terms.word(self.term.kind, self.term.title, self.value)


class Confirmation(models.Model):
    """A chief's word on one exact text. A new version leaves it behind with the old text.

    `package`: under which it was given; when that is broken the word is `void`."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="confirmations")
    side = models.CharField(max_length=10, choices=SIDES)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="confirmations")
    digest = models.CharField(max_length=64)
    package = models.ForeignKey(
        "negotiate.Package", models.PROTECT, null=True, blank=True, related_name="words"
    )
    void = models.BooleanField(default=False)
    at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("version", "side"), condition=Q(void=False), name="confirmed_once_a_side"
            ),
        )

    def __str__(self) -> str:
        return f"{self.side} confirms {self.version}"
