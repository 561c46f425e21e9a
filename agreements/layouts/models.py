"""The layouts that a federation has made, and which of them its papers are written in."""

from functools import lru_cache

from django.db import models

from agreements.papers.models import Paper
from agreements.papers.reading import all_pictures
from negotiate.people.models import Account, Federation
from negotiate.record.models import Book


class CountyLayouts(models.Model):
    """One federation's layouts. What happens to any of them stands in `book`."""

    federation = models.OneToOneField(Federation, models.PROTECT, related_name="layouts")
    book = models.OneToOneField(Book, models.PROTECT, related_name="county_layouts")

    def __str__(self) -> str:
        return self.federation.name


class Layout(models.Model):
    """One version of the layout of one kind of paper, as it was uploaded: `number` counts from 1,
    `sha256` is of `content`. Never changed and never deleted: papers stand in it."""

    county = models.ForeignKey(CountyLayouts, models.PROTECT, related_name="versions")
    kind = models.CharField(max_length=10, choices=Paper.Kind.choices)
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=100)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=("county", "kind", "number"), name="layout_number_once"),
            models.UniqueConstraint(fields=("county", "kind", "sha256"), name="layout_file_once"),
        )

    def __str__(self) -> str:
        return f"{self.county} {self.get_kind_display()} {self.number}"

    @property
    def pictures(self) -> int:
        """How many stand in it, which a screen does not show to those who sign."""
        return _pictures(self.pk, self.sha256)


@lru_cache(maxsize=256)
def _pictures(layout: int, _: str) -> int:
    content = Layout.objects.values_list("content", flat=True).get(pk=layout)
    return len(all_pictures(bytes(content)))


class Choice(models.Model):
    """From `at` on papers of this kind are written in this layout; in ours, if empty. The newest
    counts."""

    county = models.ForeignKey(CountyLayouts, models.PROTECT, related_name="choices")
    kind = models.CharField(max_length=10, choices=Paper.Kind.choices)
    layout = models.ForeignKey(Layout, models.PROTECT, null=True, related_name="choices")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index(fields=("county", "kind"), name="choice_of_kind"),)

    def __str__(self) -> str:
        return f"{self.county} {self.get_kind_display()}: {self.layout or '-'}"
