"""The paper signed in ink, as it was photographed or scanned back, and what people found when they
compared it with the text."""

from django.db import models

from agreements.papers.models import Paper
from negotiate import moment
from negotiate.people.models import Seat


class Scans(models.QuerySet["Scan"]):
    def accepted(self) -> "Scans":
        """Those that are the proof of ink, and drafts no more."""
        return self.filter(accepted_at__isnull=False)


class Scan(models.Model):
    """The scan of one paper: a draft until somebody accepts it, then the proof of ink. `edition`
    grows whenever a file comes, goes or is replaced: what was found equal before has to be looked
    at again. `signers`: the names of those whose hands were found on it."""

    paper = models.OneToOneField(Paper, models.CASCADE, related_name="scan")
    edition = models.PositiveIntegerField(default=1)
    signers = models.JSONField(default=list)
    uploaded_by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)
    accepted_by = models.ForeignKey(Seat, models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True)

    objects = Scans.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(accepted_by=None, accepted_at=None)
                | models.Q(accepted_by__isnull=False, accepted_at__isnull=False),
                name="scan_accepted_as_a_whole",
            ),
        )

    def __str__(self) -> str:
        return f"scan of {self.paper}"

    @property
    def is_draft(self) -> bool:
        return self.accepted_at is None


class ScanFile(models.Model):
    """One photograph, or a PDF, byte for byte as it came."""

    scan = models.ForeignKey(Scan, models.CASCADE, related_name="files")
    position = models.PositiveSmallIntegerField()
    content = models.BinaryField()
    media_type = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    uploaded_by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now, editable=False)

    class Meta:
        ordering = ("position", "pk")
        constraints = (models.UniqueConstraint(fields=("scan", "sha256"), name="scan_file_once"),)

    def __str__(self) -> str:
        return f"{self.position} of {self.scan}"


class ScanPicture(models.Model):
    """A page of a file as it is shown: upright, and no larger than a screen has use for. JPEG."""

    file = models.ForeignKey(ScanFile, models.CASCADE, related_name="pictures")
    number = models.PositiveSmallIntegerField()
    content = models.BinaryField()

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("file", "number"), name="scan_picture_once"),
        )

    def __str__(self) -> str:
        return f"page {self.number} of {self.file}"


class Finding(models.Model):
    """What one person found at one point of the paper: that the scan agrees with the text, or in
    what it `differs`; looked at on this `edition` of the scan."""

    scan = models.ForeignKey(Scan, models.CASCADE, related_name="findings")
    point = models.CharField(max_length=20)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    differs = models.CharField(max_length=200, blank=True)
    edition = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            models.UniqueConstraint(fields=("scan", "point", "seat"), name="found_once"),
        )

    def __str__(self) -> str:
        return f"{self.point} of {self.scan}: {self.differs or 'agrees'}"

    @property
    def agrees(self) -> bool:
        return not self.differs
