"""What becomes of a contract: its draft, its filing, an objection, its publication, its end, and
the negotiation that follows it."""

from django.db import models
from django.db.models import Q

from negotiate.law.words import Action
from negotiate.matters.models import Matter
from negotiate.people.models import SIDES, Seat
from negotiate.rooms.models.ledger import Term
from negotiate.rooms.models.room import Room


class Draft(models.Model):
    """One text of the contract, from summing-up on, and for how long it is to hold (both days
    included). `digest`: of the whole text, as agreements has frozen it; what chiefs initial, a
    congress ratifies and chiefs sign. One that was rejected or objected to stays beside the next.
    """

    room = models.ForeignKey(Room, models.PROTECT, related_name="drafts")
    number = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    digest = models.CharField(max_length=64, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    effective_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("room", "number"), name="draft_number_once"),
            models.CheckConstraint(
                condition=Q(ends_on__gt=models.F("starts_on")), name="draft_ends_after_start"
            ),
        )

    def __str__(self) -> str:
        return f"draft {self.number} of {self.room}"


class Filing(models.Model):
    """The contract before the authority. `enclosed`: the papers that went with it. The time for
    objections runs from `received_on`, which is the authority's day of receipt."""

    draft = models.OneToOneField(Draft, models.PROTECT, related_name="filing")
    filed_on = models.DateField()
    authority = models.CharField(max_length=100)
    copies = models.PositiveSmallIntegerField()
    enclosed = models.JSONField()
    received_on = models.DateField(null=True, blank=True)
    receipt = models.CharField(max_length=100, blank=True)

    def __str__(self) -> str:
        return f"filing of {self.draft}"


class Objection(models.Model):
    """What the authority objects to, and in which terms."""

    filing = models.OneToOneField(Filing, models.PROTECT, related_name="objection")
    objected_on = models.DateField()
    text = models.CharField(max_length=500)
    terms = models.ManyToManyField(Term, related_name="objections")

    def __str__(self) -> str:
        return f"objection to {self.filing.draft}"


class Publication(models.Model):
    """Where all the workers can read the contract, and since when."""

    draft = models.OneToOneField(Draft, models.PROTECT, related_name="publication")
    published_on = models.DateField()
    place = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"publication of {self.draft}"


class EndWord(models.Model):
    """One chief's word that the contract shall end before its day; it needs both."""

    room = models.ForeignKey(Room, models.PROTECT, related_name="end_words")
    side = models.CharField(max_length=10, choices=SIDES)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)
        constraints = (
            models.UniqueConstraint(fields=("room", "side"), name="end_word_once_a_side"),
        )

    def __str__(self) -> str:
        return f"{self.side} would end {self.room}"


class FollowUp(models.Model):
    """A matter that amends or renews a room's contract: what is booked for it starts from there."""

    room = models.ForeignKey(Room, models.PROTECT, related_name="follow_ups")
    matter = models.OneToOneField(Matter, models.PROTECT, related_name="follow_up")
    kind = models.CharField(
        max_length=10, choices=[(a.value, a.label) for a in (Action.AMEND, Action.RENEW)]
    )
    side = models.CharField(max_length=10, choices=SIDES)
    reason = models.CharField(max_length=200)
    on = models.DateField()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.kind} of {self.room}"
