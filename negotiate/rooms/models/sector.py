"""Who is bound by an agreement of a sector or a region."""

from django.db import models

from negotiate.people.models import Seat
from negotiate.rooms.models.room import Room


class BoundEnterprise(models.Model):
    """One enterprise that a sectoral or regional agreement will bind: it has given the employer
    side its mandate. `head_count`: its workers."""

    room = models.ForeignKey(Room, models.PROTECT, related_name="bound")
    name = models.CharField(max_length=100)
    head_count = models.PositiveIntegerField()
    mandated_by = models.CharField(max_length=50)
    mandated_on = models.DateField()
    mandate = models.CharField(max_length=200)
    represented_by = models.ForeignKey(
        Seat, models.PROTECT, null=True, blank=True, related_name="mandates"
    )

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("room", "name"), name="bound_once"),)

    def __str__(self) -> str:
        return self.name
