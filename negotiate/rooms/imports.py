"""The reading of a list of staff into a room's roll, as it is shown while it goes on and after."""

from datetime import datetime, timedelta
from typing import Final

from django.db import models
from django.db.models import Q
from django.utils import timezone

from negotiate.law.refusal import N_

# Progress is written several times a second; what has been silent for so long has died with its
# process. It has changed nothing, and can't any more: it writes the roll only while it is RUNNING.
SILENCE: Final = timedelta(seconds=60)
WRITING: Final = timedelta(minutes=10)  # of one that writes the roll, at once and without a word
BROKEN: Final = N_("导入中断了，什么也没有改变，请重新上传。")


def dead_by(now: datetime) -> Q:
    """Those of the running ones whose process has died."""
    return Q(is_writing=False, alive_at__lt=now - SILENCE) | Q(alive_at__lt=now - WRITING)


class RollImport(models.Model):
    """One uploaded list. `read` of `rows` lines have been checked; then all are written at once."""

    class State(models.TextChoices):
        RUNNING = "running"
        DONE = "done"
        REFUSED = "refused"

    room = models.ForeignKey("negotiate.Room", models.PROTECT, related_name="imports")
    state = models.CharField(max_length=10, choices=State.choices, default=State.RUNNING)
    rows = models.PositiveIntegerField(default=0)  # 0: not known yet
    read = models.PositiveIntegerField(default=0)
    is_writing = models.BooleanField(default=False)
    added = models.PositiveIntegerField(default=0)
    there = models.PositiveIntegerField(default=0)  # on the roll before
    seated = models.PositiveIntegerField(default=0)  # at the table, and so not on the roll
    names = models.JSONField(default=dict)  # some of those two, for the page
    refused = models.TextField(blank=True)  # why not, as it was told to who uploaded it
    at = models.DateTimeField(auto_now_add=True)
    alive_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("room",), condition=Q(state="running"), name="one_roll_import_at_a_time"
            ),
        )

    def __str__(self) -> str:
        return f"import {self.pk} into room {self.room_id}"

    @property
    def is_running(self) -> bool:
        return self.state == self.State.RUNNING and not self.is_broken

    @property
    def is_broken(self) -> bool:
        """Whether its process has died."""
        silent = timezone.now() - self.alive_at
        allowed = WRITING if self.is_writing else SILENCE
        return self.state == self.State.RUNNING and silent > allowed

    @property
    def why_not(self) -> str:
        """What its page says in red, if anything (still to be translated)."""
        if self.is_broken:
            return BROKEN
        return self.refused
