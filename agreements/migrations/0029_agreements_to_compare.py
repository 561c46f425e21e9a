"""Agreements wait to be compared after the transaction that archives them, and so does
PostgreSQL's tree of grams."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

OPTIONS = {
    "on": "SET (fastupdate=on, gin_pending_list_limit=4096)",
    "off": "SET (fastupdate=off)",
}


def wait(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    _set(editor, OPTIONS["on"])


def do_not_wait(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    _set(editor, OPTIONS["off"])


def _set(editor: BaseDatabaseSchemaEditor, options: str) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(f"ALTER INDEX IF EXISTS agreements_grams_codes {options}")


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0028_search_engine'),
    ]

    operations = [
        migrations.CreateModel(
            name='Uncompared',
            fields=[
                ('card', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='uncompared', serialize=False, to='agreements.card')),
            ],
        ),
        migrations.RunPython(wait, do_not_wait),
    ]
