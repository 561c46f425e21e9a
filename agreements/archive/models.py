"""The card that ties a place in the index to a paper."""

from datetime import UTC, datetime, timedelta

from django.db import models

from agreements.papers.models import Paper

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ROOM = 20  # bits that keep papers of one millisecond apart
LAST = 2**63 - 1  # the databases' largest key


def first_key(at: datetime) -> int:
    """Give the smallest key of the millisecond of `at`, within what the databases can hold."""
    return max(0, min(_milliseconds(at) << ROOM, LAST))


def last_key(at: datetime) -> int:
    """Give the greatest key of the millisecond of `at`, within the same limits."""
    return max(0, min((_milliseconds(at) + 1 << ROOM) - 1, LAST))


def _milliseconds(at: datetime) -> int:
    return (at - EPOCH) // timedelta(milliseconds=1)


class Card(models.Model):
    """One complete paper in the archive. Its key grows with the time of completion (to the
    millisecond) and then with the paper's own key, so the index gives the newest papers first."""

    key = models.BigIntegerField(primary_key=True)
    paper = models.OneToOneField(Paper, models.PROTECT, related_name="card")

    class Meta:
        ordering = ("-key",)

    def __str__(self) -> str:
        return f"card of {self.paper}"


def key_of(paper: Paper) -> int:
    """Give a complete paper its key. Raises ValueError for any other."""
    if paper.completed_at is None:
        raise ValueError("Only a complete paper has a place in the archive.")
    return first_key(paper.completed_at) + paper.pk % (1 << ROOM)
