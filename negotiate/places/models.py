"""A county's own rules, what it has changed in them, and its minimum wages."""

from dataclasses import replace

from django.db import models
from django.db.models import Q

from negotiate.law.minimum_wages import MinimumWage
from negotiate.law.profiles import Profile, Value, profile
from negotiate.law.profiles.profile import value_of
from negotiate.people.models import Account, Federation
from negotiate.record.models import Book


class CountyProfile(models.Model):
    """The rules of one federation's place: those of `base`, save what it has overridden.

    `wage_region`: whose published minimum wage holds here, as `law.minimum_wages` names it. What
    happens to any of it stands in `book`.
    """

    federation = models.OneToOneField(Federation, models.PROTECT, related_name="profile")
    base = models.CharField(max_length=30)
    name = models.CharField(max_length=100)
    wage_region = models.CharField(max_length=30, blank=True)
    book = models.OneToOneField(Book, models.PROTECT, related_name="county_profile")

    def __str__(self) -> str:
        return self.name

    @property
    def rules(self) -> Profile:
        """As they stand now."""
        changed = {override.key: override.as_value for override in self.overrides.all()}
        based = profile(self.base).with_values(changed)
        return replace(based, code=f"county-{self.pk}", name=self.name)


class Override(models.Model):
    """One value that this place has instead of its base's. The newest stands here; the ones before
    it stand in the book."""

    profile = models.ForeignKey(CountyProfile, models.PROTECT, related_name="overrides")
    key = models.CharField(max_length=40)
    value = models.JSONField()
    unit = models.CharField(max_length=20, blank=True)
    article = models.CharField(max_length=200)
    verified = models.BooleanField(default=False)
    checked_by = models.CharField(max_length=50, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=200, blank=True)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("profile", "key"), name="override_once_a_key"),
            models.CheckConstraint(
                condition=Q(verified=False) | ~Q(checked_by="") & Q(checked_on__isnull=False),
                name="override_checked_by_somebody",
            ),
        )

    def __str__(self) -> str:
        return f"{self.profile}: {self.key}"

    @property
    def as_value(self) -> Value:
        return value_of(
            self.value,
            unit=self.unit,
            article=self.article,
            verified=self.verified,
            note=self.note,
            checked_by=self.checked_by,
            checked_on=self.checked_on.isoformat() if self.checked_on else "",
        )


class LocalMinimumWage(models.Model):
    """A minimum wage that a county has written down itself: from a day on, with its source, in
    yuan. It is verified when somebody has read the source."""

    profile = models.ForeignKey(CountyProfile, models.PROTECT, related_name="wages")
    since = models.DateField()
    monthly = models.DecimalField(max_digits=8, decimal_places=2)
    hourly = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    source = models.CharField(max_length=200)
    checked_by = models.CharField(max_length=50, blank=True)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-since",)
        constraints = (
            models.UniqueConstraint(fields=("profile", "since"), name="wage_once_a_day"),
            models.CheckConstraint(condition=Q(monthly__gt=0), name="wage_is_something"),
        )

    def __str__(self) -> str:
        return f"{self.profile}: {self.monthly} ({self.since})"

    @property
    def figure(self) -> MinimumWage:
        return MinimumWage(
            self.monthly, self.hourly, self.since, self.source, bool(self.checked_by)
        )
