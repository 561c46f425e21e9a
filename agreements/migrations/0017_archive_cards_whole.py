"""Every card and clause is whole: clauses hang on their card alone."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def give_back(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """On the way back each clause is its paper's again."""
    for clause in apps.get_model("agreements", "Clause").objects.select_related("card"):
        clause.paper_id = clause.card.paper_id
        clause.save(update_fields=["paper"])


class Migration(migrations.Migration):
    dependencies = [("agreements", "0016_fill_archive_cards")]

    operations = [
        migrations.RemoveConstraint(
            model_name='clause',
            name='clause_position_once',
        ),
        migrations.AlterField(
            model_name="clause",
            name="paper",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="clauses",
                to="agreements.paper",
            ),
        ),
        migrations.RunPython(migrations.RunPython.noop, give_back),
        migrations.RemoveField(
            model_name="clause",
            name="paper",
        ),
        migrations.AlterField(
            model_name='card',
            name='enterprise',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cards', to='negotiate.enterprise'),
        ),
        migrations.AlterField(
            model_name='card',
            name='federation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='negotiate.federation'),
        ),
        migrations.AlterField(
            model_name='clause',
            name='card',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clauses', to='agreements.card'),
        ),
        migrations.AddConstraint(
            model_name='clause',
            constraint=models.UniqueConstraint(fields=('card', 'position'), name='clause_position_once'),
        ),
    ]
