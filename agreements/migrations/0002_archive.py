"""Cards for papers, and the index they lead into, in the form of the database in use."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from agreements.archive.index import index_of


def install(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    index_of(editor.connection).install()


def remove(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    index_of(editor.connection).remove()


class Migration(migrations.Migration):
    dependencies = (("agreements", "0001_papers_and_signatures"),)
    operations = (
        migrations.CreateModel(
            name="Card",
            fields=[
                ("key", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "paper",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="card",
                        to="agreements.paper",
                    ),
                ),
            ],
            options={"ordering": ("-key",)},
        ),
        migrations.RunPython(install, remove),
    )
