"""What the archive keeps of an agreement: its card, its clauses, and the figures in them."""

from datetime import date

import numpy as np
from django.db import models
from numpy.typing import NDArray

from agreements.archive.fields import Normalised
from agreements.old.models import OldPaper
from agreements.papers.models import Paper
from agreements.papers.standing import Standing
from negotiate.law import terms
from negotiate.law.refusal import N_
from negotiate.law.words import Procedure
from negotiate.matters.models import Matter
from negotiate.people.industries import Industry
from negotiate.people.models import Enterprise, Federation

PLACES = 16  # bits: 65,536 papers a day


def first_key(day: date) -> int:
    """Give the smallest key of a day."""
    return day.toordinal() << PLACES


def last_key(day: date) -> int:
    """Give the greatest key of a day."""
    return first_key(day) + (1 << PLACES) - 1


def years(keys: NDArray[np.int64]) -> NDArray[np.int16]:
    """Give the year of each key's day."""
    days = (keys >> PLACES) - date(1970, 1, 1).toordinal()
    since = days.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64)
    return (since + 1970).astype(np.int16)


class Card(models.Model):
    """One agreement in the archive, with all that it is found, counted and filtered by.

    Its key grows with the day of signing, and within a day with the order of arrival: the index
    gives the newest first and knows days. Keys that follow each other closely keep the index five
    times smaller than points of time. `serial` grows over the whole archive with every change of
    any card, so that whoever keeps columns of them reads only what is new. `names`: the
    enterprise and those who signed, a line each, as they were called then. `federation` and
    `industry` follow the enterprise. `published_on`: since when anybody may read it.

    It is of a paper that was made here, or of an old file; of this nobody knows by which procedure
    its minutes came about, and its hands nobody has compared with anything.
    """

    class Grade(models.TextChoices):
        B = "B", N_("B级 手写电子签名")
        C = "C", N_("C级 纸质签字盖章")
        OLD = "O", N_("旧文件（系统外签署）")

    key = models.BigIntegerField(primary_key=True)
    serial = models.BigIntegerField(db_index=True)
    paper = models.OneToOneField(Paper, models.PROTECT, null=True, related_name="card")
    old = models.OneToOneField(OldPaper, models.PROTECT, null=True, related_name="card")
    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="cards")
    federation = models.ForeignKey(Federation, models.PROTECT, related_name="+")
    industry = models.CharField(max_length=2, choices=Industry.choices, blank=True)
    title = models.CharField(max_length=200)
    number = models.CharField(max_length=40, blank=True)
    names = models.TextField()
    signed_on = models.DateField()
    matter_kind = models.CharField(max_length=20, choices=Matter._meta.get_field("kind").choices)
    procedure = models.CharField(
        max_length=20, choices=[(one.value, one.label) for one in Procedure], blank=True
    )
    kinds = models.CharField(max_length=300)  # of term, the codes divided by commas
    standing = models.CharField(max_length=20, choices=Standing.choices)
    grade = models.CharField(max_length=1, choices=Grade.choices)
    workers = models.PositiveIntegerField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("-key",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(paper=None, old__isnull=False)
                | models.Q(paper__isnull=False, old=None),
                name="card_of_one_paper",
            ),
            models.CheckConstraint(
                condition=models.Q(old=None) | models.Q(published_on=None),
                name="card_of_old_file_not_published",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def signers(self) -> list[str]:
        """The names of those who signed."""
        return self.names.split("\n")[1:]


class Text(models.Model):
    """All that an agreement is searched in (texts.py), as it is compared (grams.normalise): what
    the index cannot know is read here, one row for an agreement. The first line is its title.
    `told`: what is searched besides by those whose own it is."""

    card = models.OneToOneField(Card, models.PROTECT, primary_key=True, related_name="searched")
    text = models.TextField()
    told = models.TextField(db_default="")

    def __str__(self) -> str:
        return self.text.partition("\n")[0]


class Clause(models.Model):
    """One agreed term as printed: what the archive finds and shows. `value`: the term itself.
    Without a kind it is the whole text of an old file, whose clauses nobody has confirmed."""

    card = models.ForeignKey(Card, models.PROTECT, related_name="clauses")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(
        max_length=30,
        choices=[(kind.code, kind.label) for kind in terms.KINDS.values()],
        blank=True,
    )
    heading = models.CharField(max_length=60)
    text = models.TextField()
    value = models.JSONField(null=True, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("card", "position"), name="clause_position_once"),
        )

    def __str__(self) -> str:
        return self.heading


class Figure(models.Model):
    """One figure of a clause, under the measure it is compared by (negotiate.law.terms.figures).
    `about`: what it is for, as somebody wrote it. Whoever looks for CNC means cnc as well, and
    `searched` is where."""

    card = models.ForeignKey(Card, models.PROTECT, related_name="figures", db_index=False)
    clause = models.ForeignKey(Clause, models.PROTECT, related_name="figures")
    measure = models.CharField(max_length=40)
    about = models.CharField(max_length=200)
    searched = Normalised("about", max_length=200)
    unit = models.CharField(max_length=30)
    amount = models.DecimalField(max_digits=18, decimal_places=4)

    class Meta:
        indexes = (
            models.Index(fields=("measure", "amount", "card"), name="figure_by_measure"),
            models.Index(fields=("unit", "amount", "card"), name="figure_by_unit"),
            models.Index(fields=("card",), name="figure_of_card"),
        )

    def __str__(self) -> str:
        return f"{self.about} {self.amount.normalize():f} {self.unit}"


def figures_in_order(name: str = "figures") -> "models.Prefetch[str, models.QuerySet[Figure], str]":
    """For prefetch_related: figures as they stand in their clause."""
    return models.Prefetch(name, Figure.objects.order_by("pk"))
