"""Who signed which text, how; and the scan of a paper signed in ink."""

from django.db import models

from agreements.papers.models import Paper
from negotiate import moment
from negotiate.people.models import Seat


class Signature(models.Model):
    """One person's hand on one exact text: `digest` is the paper's at that moment."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="signatures")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="signatures")
    digest = models.CharField(max_length=64)
    strokes = models.TextField()
    strokes_digest = models.CharField(max_length=64)
    image = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)
        constraints = (models.UniqueConstraint(fields=("paper", "seat"), name="signed_once"),)

    def __str__(self) -> str:
        return f"{self.seat} signed {self.paper}"


class Initial(models.Model):
    """One chief's word on the draft of a contract: this text, by its digest, goes before those whom
    it binds."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="initials")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)
        constraints = (models.UniqueConstraint(fields=("paper", "seat"), name="initialled_once"),)

    def __str__(self) -> str:
        return f"{self.seat} initialled {self.paper}"


class Scan(models.Model):
    """The paper signed in ink, as a picture or PDF, and whose hands it bears."""

    paper = models.OneToOneField(Paper, models.CASCADE, related_name="scan")
    content = models.BinaryField()
    media_type = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    signers = models.JSONField()
    uploaded_by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)

    def __str__(self) -> str:
        return f"scan of {self.paper}"
