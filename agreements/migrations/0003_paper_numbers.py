"""Numbers that only grow, counted on from those in use; and room for the longest title."""

import re

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

NUMBER = re.compile("集协纪〔([0-9]+)〕([0-9]+)号")


def count_on(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    last: dict[tuple[int, int], int] = {}
    papers = apps.get_model("agreements", "Paper").objects
    for enterprise, number in papers.values_list("enterprise_id", "number"):
        if found := NUMBER.fullmatch(number):
            year, given = int(found[1]), int(found[2])
            last[enterprise, year] = max(given, last.get((enterprise, year), 0))
    numbers = apps.get_model("agreements", "PaperNumber")
    numbers.objects.bulk_create(
        numbers(enterprise_id=enterprise, year=year, last=given)
        for (enterprise, year), given in last.items()
    )


class Migration(migrations.Migration):
    dependencies = (
        ("agreements", "0002_archive"),
        ("negotiate", "0002_record_only_grows"),
    )
    operations = (
        migrations.AlterField("paper", "title", models.CharField(max_length=200)),
        migrations.CreateModel(
            name="PaperNumber",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
                (
                    "enterprise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="negotiate.enterprise",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("enterprise", "year"), name="paper_numbers_of_year"
                    )
                ],
            },
        ),
        migrations.RunPython(count_on, migrations.RunPython.noop),
    )
