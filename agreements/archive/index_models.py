"""Where the archive's index is, and how far it has been written anew."""

from django.db import models


class EngineIndex(models.Model):
    """An index of the search engine (index/engine.py). The one that is live has all agreements but
    those whose rows are in the database's own table; without one all are there. What is neither
    live nor being filled is to be dropped."""

    name = models.CharField(max_length=100, unique=True)
    is_live = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("is_live",), condition=models.Q(is_live=True), name="engine_index_one_live"
            ),
        )

    def __str__(self) -> str:
        return self.name


class Rebuild(models.Model):
    """The index is being written anew, beside the one that is searched (rebuilding.py): everything
    up to this key is done. There is none, or one. `edition`: by which code (edition.py).
    `engine`: into which index of the engine; without, into the database."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    last_key = models.BigIntegerField(default=0)
    edition = models.CharField(max_length=32)
    engine = models.OneToOneField(EngineIndex, models.PROTECT, null=True, related_name="rebuild")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(id=1), name="rebuild_is_the_only_one"),
        )

    def __str__(self) -> str:
        return f"{self.last_key} {self.edition}"


def passed(key: int) -> int | None:
    """Give how far a rebuild has come that has passed this key already, if one goes on. It will
    come to all others, and find what is written there."""
    last: int | None = Rebuild.objects.values_list("last_key", flat=True).first()
    return last if last is not None and key <= last else None
