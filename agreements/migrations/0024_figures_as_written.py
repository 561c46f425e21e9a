"""What a figure is for is shown as somebody wrote it, and found as it is compared: until now only
that was kept."""

from collections.abc import Iterator
from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import F

from agreements.archive.fields import Normalised
from agreements.archive.grams import normalise
from negotiate.law.terms import completed
from negotiate.law.terms.figures import figures

BATCH = 500  # clauses


def fill(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Read again in each clause what its figures are for. Most say the same as they are compared:
    those are not written again."""
    figure = apps.get_model("agreements", "Figure")
    figure.objects.update(searched=F("about"))
    for clauses in _batches(apps):
        kept = figure.objects.filter(clause__in=clauses).order_by("pk")
        written = [one for one in kept if _is_read_anew(one, clauses[one.clause_id])]
        figure.objects.bulk_update(written, ["about"])


def _batches(apps: StateApps) -> Iterator[dict[int, dict[str, str]]]:
    """By the key of each clause: what is written, by how it is compared."""
    every = apps.get_model("agreements", "Clause").objects.exclude(value=None).order_by("pk")
    last = 0
    while some := list(every.filter(pk__gt=last).values_list("pk", "kind", "value")[:BATCH]):
        last = some[-1][0]
        read = {key: _written(kind, value) for key, kind, value in some}
        if found := {key: words for key, words in read.items() if words}:
            yield found


def _written(kind: str, value: Any) -> dict[str, str]:
    words = (one.about[:200] for one in figures(kind, completed(kind, value)))
    return {said: about for about in words if (said := normalise(about)) != about}


def _is_read_anew(figure: Any, written: dict[str, str]) -> bool:
    before, figure.about = figure.about, written.get(figure.about, figure.about)
    return bool(figure.about != before)


class Migration(migrations.Migration):
    dependencies = [("agreements", "0022_old_files_stay_closed")]

    operations = [
        migrations.AddField(
            model_name="figure",
            name="searched",
            field=Normalised(of="about", default="", max_length=200),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
