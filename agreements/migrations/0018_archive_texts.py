"""Every agreement keeps what it is searched in as it is compared, in one row."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from agreements.archive import grams
from negotiate.matters.kinds import MATTER_KINDS


def fill(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    texts = apps.get_model("agreements", "Text").objects
    cards = apps.get_model("agreements", "Card").objects.prefetch_related("clauses")
    for card in cards.iterator(500):
        clauses = sorted(card.clauses.all(), key=lambda clause: clause.position)
        matter = MATTER_KINDS[card.matter_kind].label
        lines = (f"{clause.heading}\n{clause.text}" for clause in clauses)
        text = "\n".join([card.title, card.number, card.names, matter, *lines])
        texts.create(card=card, text=grams.normalise(text))


class Migration(migrations.Migration):
    dependencies = [("agreements", "0017_archive_cards_whole")]

    operations = [
        migrations.CreateModel(
            name="Text",
            fields=[
                (
                    "card",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="searched",
                        serialize=False,
                        to="agreements.card",
                    ),
                ),
                ("text", models.TextField()),
            ],
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
