"""Talks that have stopped, and what the coordination by the authorities came to."""

from django.db import models
from django.db.models import Q

from negotiate.rooms.models.room import Room


class Deadlock(models.Model):
    """`worker_last`, `employer_last`: what each side offered last. `closed_at`: the coordination
    is over; its `result` was recorded, or the talks were ended."""

    room = models.ForeignKey(Room, models.PROTECT, related_name="deadlocks")
    reason = models.CharField(max_length=200)
    worker_last = models.CharField(max_length=200)
    employer_last = models.CharField(max_length=200)
    at = models.DateTimeField()
    extended_at = models.DateTimeField(null=True, blank=True)
    coordinator = models.CharField(max_length=50, blank=True)
    result = models.CharField(max_length=500, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("room",), condition=Q(closed_at=None), name="deadlocked_once_at_a_time"
            ),
        )

    def __str__(self) -> str:
        return f"{self.room} deadlocked"
