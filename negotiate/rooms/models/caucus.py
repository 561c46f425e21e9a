"""What one side does by itself (休会商议). Nothing of it is in the book, and nothing outside this
file points to it, save that a term's version says when both chiefs would accept it.

Things are numbered within their own side: a key that all rooms share would tell the other side how
busy this one is.
"""

from django.db import models

from negotiate import moment
from negotiate.people.models import SIDES, Seat
from negotiate.rooms.models.ledger import Term, Version
from negotiate.rooms.models.room import Room


class Caucus(models.Model):
    """A side's own table in a room. `serial` grows with everything that changes there, and is all
    that the side's phones ask for."""

    room = models.ForeignKey(Room, models.PROTECT, related_name="caucuses")
    side = models.CharField(max_length=10, choices=SIDES)
    serial = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("room", "side"), name="caucus_once_a_side"),)

    def __str__(self) -> str:
        return f"{self.side} of {self.room}"


class OfCaucus(models.Model):
    """One thing on it. `by` still names its author when the seat is gone."""

    number = models.PositiveIntegerField()
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, related_name="+")
    by = models.CharField(max_length=50)
    at = models.DateTimeField(default=moment.now)

    class Meta:
        abstract = True
        ordering = ("-number",)

    def __str__(self) -> str:
        return f"{self.number} by {self.by}"


class CaucusNote(OfCaucus):
    caucus = models.ForeignKey(Caucus, models.PROTECT, related_name="notes")
    text = models.CharField(max_length=300)

    class Meta(OfCaucus.Meta):
        constraints = (
            models.UniqueConstraint(fields=("caucus", "number"), name="note_number_once"),
        )


class CaucusDraft(OfCaucus):
    """A version of a term as somebody is filling it in: `raw` is the sheet as it was typed."""

    caucus = models.ForeignKey(Caucus, models.PROTECT, related_name="drafts")
    term = models.ForeignKey(Term, models.PROTECT, related_name="+")
    raw = models.JSONField()

    class Meta(OfCaucus.Meta):
        constraints = (
            models.UniqueConstraint(fields=("caucus", "number"), name="caucus_draft_number_once"),
        )


class StrawPoll(OfCaucus):
    """A question of a side to itself, without a roll; it binds nobody. `counts` stand in the order
    of `options` (none: yes, no, abstain); after the end they are zero if they may not be told."""

    caucus = models.ForeignKey(Caucus, models.PROTECT, related_name="polls")
    question = models.CharField(max_length=100)
    options = models.JSONField(default=list)
    counts = models.JSONField()
    voted = models.PositiveSmallIntegerField(default=0)
    ended = models.BooleanField(default=False)
    told = models.BooleanField(default=False)

    class Meta(OfCaucus.Meta):
        constraints = (
            models.UniqueConstraint(fields=("caucus", "number"), name="straw_poll_number_once"),
        )


class StrawMark(models.Model):
    """That somebody has voted; what, is only in the poll's counts."""

    poll = models.ForeignKey(StrawPoll, models.CASCADE, related_name="marks")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("poll", "seat"), name="straw_mark_once"),)

    def __str__(self) -> str:
        return f"{self.seat} has voted in {self.poll}"


class WouldAccept(models.Model):
    """A chief would accept this version if the other side's does: his secret, until both have said
    it. Then it is forgotten, and the version says so."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    side = models.CharField(max_length=10, choices=SIDES)
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("version", "side"), name="would_accept_once_a_side"),
        )

    def __str__(self) -> str:
        return f"{self.side} would accept {self.version}"
