"""What is said about the minutes of a sitting, which themselves are drawn from the record."""

from django.db import models

from negotiate import moment
from negotiate.people.models import Seat
from negotiate.rooms.models.room import Room


class Correction(models.Model):
    """What the recorder sets right in the sentence of one entry of the record. The sentence stays
    visible beside it."""

    room = models.ForeignKey(Room, models.PROTECT, related_name="corrections")
    entry = models.PositiveIntegerField()
    text = models.CharField(max_length=500)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.text


class Approval(models.Model):
    """Somebody's name under the minutes of a sitting, as they read then (`digest`). A correction
    afterwards leaves it behind: it is asked for anew."""

    room = models.ForeignKey(Room, models.PROTECT, related_name="approvals")
    sitting = models.PositiveSmallIntegerField()
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    at = models.DateTimeField(default=moment.now)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("room", "sitting", "seat", "digest"), name="minutes_approved_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.seat} on sitting {self.sitting}"
