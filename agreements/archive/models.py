"""The card that ties a place in the index to a paper."""

from datetime import date

from django.db import models

from agreements.papers.models import Paper

PLACES = 16  # bits: 65,536 papers a day


def first_key(day: date) -> int:
    """Give the smallest key of a day."""
    return day.toordinal() << PLACES


def last_key(day: date) -> int:
    """Give the greatest key of a day."""
    return first_key(day) + (1 << PLACES) - 1


class Card(models.Model):
    """One complete paper in the archive. Its key grows with the day of completion, and within a
    day with the order of completion: the index gives the newest papers first and knows days.
    Keys that follow each other closely keep the index five times smaller than points of time."""

    key = models.BigIntegerField(primary_key=True)
    paper = models.OneToOneField(Paper, models.PROTECT, related_name="card")

    class Meta:
        ordering = ("-key",)

    def __str__(self) -> str:
        return f"card of {self.paper}"
