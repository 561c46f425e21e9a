"""Polls from before kinds of ballot. Their papers lay in the one table that 0004 takes away."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.utils import timezone


def end_open_ones(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """A secret poll without a box can't be counted: it is void, and is to be asked anew."""
    polls = apps.get_model("negotiate", "Poll").objects
    unboxed = polls.filter(state="open", secrecy="secret", box="")
    unboxed.update(state="void", closed_at=timezone.now())


def keep_in_mind_full_ones(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """They count in a room's version, which must not shrink under open pages."""
    polls = apps.get_model("negotiate", "Poll").objects
    for poll in polls.exclude(state="open").filter(filled=False):
        poll.filled = poll.turnout.count() >= poll.roll_size
        poll.save(update_fields=["filled"])


class Migration(migrations.Migration):
    dependencies = (("negotiate", "0005_rolls_imported"),)
    operations = (
        migrations.RunPython(end_open_ones, migrations.RunPython.noop),
        migrations.RunPython(keep_in_mind_full_ones, migrations.RunPython.noop),
    )
