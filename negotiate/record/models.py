"""A book of entries that can only grow, each entry carrying the hash of the one before."""

from django.db import models


class Book(models.Model):
    """One chain: a matter's or a room's. Its row is the lock under which the chain grows."""

    length = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64, default="0" * 64)

    def __str__(self) -> str:
        return f"book {self.pk}"


class Entry(models.Model):
    """One act. `body` holds the canonical JSON exactly as hashed; database triggers refuse
    to change or delete a row."""

    book = models.ForeignKey(Book, models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    body = models.TextField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("book", "number"), name="entry_number_once"),
        )

    def __str__(self) -> str:
        return f"entry {self.number} of book {self.book_id}"


class DayHead(models.Model):
    """One day's head of all chains: `lines` names each book that had grown since the day before,
    with its length and its head, and `digest` ties them to `previous`, the digest of the day
    before. Published, so that many keep it: whoever changes an entry afterwards, and every hash
    after it, comes to another digest than the one that is known."""

    day = models.DateField(unique=True)
    lines = models.TextField()
    books = models.PositiveIntegerField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ("-day",)

    def __str__(self) -> str:
        return f"{self.day}: {self.digest}"
