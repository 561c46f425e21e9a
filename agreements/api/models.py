"""The tokens that programs ask with."""

from django.db import models

from negotiate.people.models import Account, Federation
from negotiate.record.models import Book


class TokenBook(models.Model):
    """Where it stands that a federation's tokens were made and revoked: each lets somebody
    read what its enterprises have signed."""

    federation = models.OneToOneField(Federation, models.PROTECT, related_name="token_book")
    book = models.OneToOneField(Book, models.PROTECT, related_name="token_book")

    def __str__(self) -> str:
        return self.federation.name


class Token(models.Model):
    """Lets a program read what a federation's officers read, until the end of `last_day` or until
    it is revoked. Only its `digest` is kept: nobody can read it here. `made_by` and `revoked_by`
    are empty where the server's own command did it. Never deleted: it says who could read what."""

    federation = models.ForeignKey(Federation, models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=50)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    last_day = models.DateField()
    used_on = models.DateField(null=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.federation} {self.name}"
