"""Old files, and the imports that brought them: what each line of a list has come to."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.db.models import Count, Q

from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Contract
from negotiate.people.models import Account, Enterprise, Federation
from negotiate.record.models import Book

MINUTES: Final = "minutes"
KINDS: Final = ((MINUTES, N_("会议纪要")), *((one.value, one.label) for one in Contract))


class Import(models.Model):
    """One list with its files, begun by an officer, or by whoever runs the server (`account` is
    empty). `sha256` is of the list, or of the ZIP in which it came: brought again, it goes on where
    it stopped. What it adds stands in `book`."""

    federation = models.ForeignKey(Federation, models.PROTECT, related_name="imports")
    account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    book = models.OneToOneField(Book, models.PROTECT, related_name="old_import")
    name = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    total = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(fields=("federation", "sha256"), name="import_list_once"),
        )

    def __str__(self) -> str:
        return self.name

    def counts(self) -> dict[str, int]:
        """How many lines are in each state."""
        counted = dict(self.lines.order_by().values_list("state").annotate(Count("pk")))
        return {state: counted.get(state, 0) for state in ImportLine.State.values}


class OldPaper(models.Model):
    """An agreement that was made before this product: the file as it came, and what could be read
    in it. A picture has no text, and nobody can search it. Its clauses are those
    that the text itself is divided into only once a person has confirmed them. Of contracts alone
    the days are known from which and until which they hold, both included."""

    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="old_papers")
    added_by = models.ForeignKey(Import, models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=20, choices=KINDS)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    name = models.CharField(max_length=150)
    media_type = models.CharField(max_length=100)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64, db_index=True)
    text = models.TextField(blank=True)
    has_text = models.BooleanField()
    is_cut = models.BooleanField(default=False)
    confirmed_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("enterprise", "sha256"), name="old_paper_once"),
            models.CheckConstraint(
                condition=Q(confirmed_by=None, confirmed_at=None)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="old_paper_confirmed_as_a_whole",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_searched(self) -> bool:
        """Whether words of the file itself are found, not only those of its card."""
        return self.has_text or self.is_confirmed

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_at is not None

    @property
    def is_contract(self) -> bool:
        return self.kind != MINUTES


class ImportLine(models.Model):
    """One line of a list: its cells as they came, and what has become of its file. `content` waits
    to be read, and is empty before it was brought and after. `sentence` and `figures` say what is
    wrong, or worth knowing, as a refusal does."""

    class State(models.TextChoices):
        AWAITED = "awaited", N_("等文件")
        BROUGHT = "brought", N_("待导入")
        ADDED = "added", N_("已导入")
        DUPLICATE = "duplicate", N_("重复")
        REFUSED = "refused", N_("有问题")

    of = models.ForeignKey(Import, models.PROTECT, related_name="lines")
    number = models.PositiveIntegerField()
    file = models.CharField(max_length=150)
    cells = models.JSONField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.AWAITED)
    content = models.BinaryField(null=True)
    sentence = models.CharField(max_length=200, blank=True)
    figures = models.JSONField(default=dict)
    paper = models.ForeignKey(OldPaper, models.PROTECT, null=True, related_name="lines")

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("of", "number"), name="import_line_once"),
            models.CheckConstraint(
                condition=~Q(state="added") | Q(paper__isnull=False), name="import_line_added"
            ),
            models.CheckConstraint(
                condition=Q(state="brought", content__isnull=False)
                | ~Q(state="brought") & Q(content=None),
                name="import_line_content_waits",
            ),
        )
        indexes = (
            models.Index(fields=("of", "state", "number"), name="import_line_by_state"),
            models.Index(fields=("of", "file"), name="import_line_by_file"),
        )

    def __str__(self) -> str:
        return f"{self.number}: {self.file}"

    @property
    def why(self) -> Refused | None:
        """What there is to say about it."""
        return Refused(self.sentence, **self.figures) if self.sentence else None
