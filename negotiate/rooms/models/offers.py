"""The offer (要约书) and the reply to it (应约书), and whom the chiefs want as recorder."""

from django.db import models

from negotiate.law.refusal import N_
from negotiate.law.words import Side
from negotiate.law.words.word import Word
from negotiate.people.models import SIDES, Seat
from negotiate.rooms.models.room import Room


class Reply(Word):
    """What the other side answers to an offer."""

    AGREE = "agree", N_("同意协商")
    CHANGES = "changes", N_("同意协商，有不同意见")
    REFUSE = "refuse", N_("不同意协商")


class Offer(models.Model):
    """A demand to negotiate, as it was sent, and what became of it. None is ever changed: a new
    one has the next number. `matters`: their titles then. `sent_by` and `answered_by` are names.

    `received_at` starts the time for the reply. `received_how` is empty where the other side's
    chief has signed for it here; else how it was delivered, as the desk says.
    """

    room = models.ForeignKey(Room, models.PROTECT, related_name="offers")
    number = models.PositiveSmallIntegerField()
    side = models.CharField(max_length=10, choices=SIDES)
    matters = models.JSONField()
    purpose = models.CharField(max_length=300)
    basis = models.CharField(max_length=200)
    at = models.DateTimeField()
    place = models.CharField(max_length=100)
    representatives = models.PositiveSmallIntegerField()
    materials = models.CharField(max_length=500, blank=True)
    materials_due = models.DateField(null=True, blank=True)
    sent_at = models.DateTimeField()
    sent_by = models.CharField(max_length=50)
    received_at = models.DateTimeField(null=True, blank=True)
    received_by = models.CharField(max_length=50, blank=True)
    received_how = models.CharField(max_length=100, blank=True)
    reply = models.CharField(max_length=10, choices=[(r.value, r.label) for r in Reply], blank=True)
    answer = models.CharField(max_length=500, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=50, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("room", "number"), name="offer_number_once"),
        )

    def __str__(self) -> str:
        return f"offer {self.number} of {self.room}"

    @property
    def of(self) -> Side:
        return Side(self.side)


class RecorderWord(models.Model):
    """Whom a side's chief wants to keep the record: agreed when both name the same seat."""

    room = models.ForeignKey(Room, models.PROTECT, related_name="recorder_words")
    side = models.CharField(max_length=10, choices=SIDES)
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="recorder_words")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("room", "side"), name="recorder_word_once_a_side"),
        )

    def __str__(self) -> str:
        return f"{self.side}: {self.seat}"
