"""A paper: frozen as text when the talks are summed up, as bytes when the last hand has signed."""

from django.db import models

from negotiate.law.refusal import N_
from negotiate.matters.models import Matter
from negotiate.people.models import Enterprise
from negotiate.rooms.models import Room


class Papers(models.QuerySet["Paper"]):
    def of_room(self, room_id: int) -> "Papers":
        """The newest first: it is what the room's pages show and its signers sign."""
        return self.filter(room=room_id).order_by("-pk")


class Paper(models.Model):
    """A paper of one room: its minutes, or one text of its contract. The newest counts; one before
    it was left behind by the talks, or rejected, or objected to, and stays. `frozen` is the whole
    text (MinutesText or ContractText as JSON), who signs it, its lines as they are shown and, in a
    county's own layout, as they are printed for ink; `digest`: the hash of the lines shown, what
    every signature is given to. `prepared` is the file with all hands in it that waits for digital
    signatures from phones. `layout`: the county's own that it is written in, from its freezing to
    its end; ours, if none. `docx` and `sha256` are set together, once, and served for ever; a paper
    is complete exactly when it has them. A contract holds from `starts_on` to `ends_on`, both
    included."""

    class Kind(models.TextChoices):
        MINUTES = "minutes", N_("会议纪要")
        CONTRACT = "contract", N_("集体合同")

    class Grade(models.TextChoices):
        B = "B"
        C = "C"

    room = models.ForeignKey(Room, models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.MINUTES)
    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="papers")
    matter_kind = models.CharField(max_length=20, choices=Matter._meta.get_field("kind").choices)
    title = models.CharField(max_length=200)  # the enterprise's 100, the matter's 60, and ours
    number = models.CharField(max_length=40)
    frozen = models.JSONField()
    digest = models.CharField(max_length=64)
    layout = models.ForeignKey(
        "agreements.Layout", models.PROTECT, null=True, blank=True, related_name="papers"
    )
    grade = models.CharField(max_length=1, choices=Grade.choices, blank=True)
    prepared = models.BinaryField(null=True)
    prepared_at = models.DateTimeField(null=True, blank=True)
    docx = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    objects = Papers.as_manager()

    class Meta:
        ordering = ("-completed_at", "-pk")
        indexes = (models.Index(fields=("sha256",), name="paper_by_sha256"),)
        constraints = (
            models.UniqueConstraint(fields=("enterprise", "number"), name="paper_number_once"),
            models.CheckConstraint(
                condition=models.Q(docx=None, sha256="", completed_at=None, grade="")
                | models.Q(docx__isnull=False, completed_at__isnull=False)
                & ~models.Q(sha256="")
                & ~models.Q(grade=""),
                name="paper_complete_as_a_whole",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def is_complete(self) -> bool:
        return self.completed_at is not None

    @property
    def awaits_no_hand(self) -> bool:
        """All have signed, on phones and with their keys, or in ink: what is awaited is the word of
        the time authority."""
        if self.prepared is None or self.is_complete:
            return False
        return not self.certificates.filter(value=None).exists()

    @property
    def is_contract(self) -> bool:
        return self.kind == self.Kind.CONTRACT


class PaperNumber(models.Model):
    """The last number given to a paper of one enterprise in one year. It only grows: a draft that
    was dropped has been shown, and may have been printed, under its number."""

    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("enterprise", "year"), name="paper_numbers_of_year"),
        )

    def __str__(self) -> str:
        return f"{self.enterprise} {self.year}: {self.last}"
