"""By what clauses and agreements are found that are worded alike."""

from django.db import models

from agreements.archive.models import Card, Clause


class Uncompared(models.Model):
    """An agreement whose bands and likeness are still to be written (waiting.py): the outbox, in
    the transaction that archives it. Also one whose clauses have been divided anew."""

    card = models.OneToOneField(Card, models.PROTECT, primary_key=True, related_name="uncompared")

    def __str__(self) -> str:
        return str(self.card_id)


class ClauseBand(models.Model):
    """One of a clause's bands. The key is the index: band, then the newest agreements. The other
    index is for clauses that go: the database would look for each among everybody's bands."""

    pk = models.CompositePrimaryKey("band", "card", "clause")
    band = models.IntegerField()
    card = models.ForeignKey(Card, models.PROTECT, related_name="+", db_index=False)
    clause = models.ForeignKey(Clause, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        indexes = (models.Index(fields=("clause",), name="clause_band_of_clause"),)

    def __str__(self) -> str:
        return f"{self.band} {self.clause_id}"


class Likeness(models.Model):
    """To which agreement this one is nearly identical: the first of its group, or itself. Only
    agreements with enough words of their own have one."""

    card = models.OneToOneField(Card, models.PROTECT, primary_key=True, related_name="likeness")
    first = models.ForeignKey(Card, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.card_id} {self.first_id}"


class AgreementBand(models.Model):
    """One band of an agreement that is the first of a group: later ones are held against it."""

    pk = models.CompositePrimaryKey("band", "card")
    band = models.IntegerField()
    card = models.ForeignKey(Card, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        indexes = (models.Index(fields=("card",), name="agreement_band_of_card"),)

    def __str__(self) -> str:
        return f"{self.band} {self.card_id}"
