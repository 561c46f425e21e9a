"""Bands by which clauses and agreements are found that are worded alike; those of what is there
already."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from agreements.similar.bands import AGREEMENTS, CLAUSES
from agreements.similar.words import Pairs, jaccard, pairs_of

ENOUGH, ALIKE = 60, 0.8


def fill(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """As agreements.similar.actions does it one by one."""
    of_clauses = apps.get_model("agreements", "ClauseBand")
    cards = apps.get_model("agreements", "Card").objects.order_by("key")
    firsts: dict[int, Pairs] = {}
    by_band: dict[int, list[int]] = {}
    for card in cards.prefetch_related("clauses").iterator(500):
        every: Pairs = frozenset()
        names = card.names.split("\n")
        for clause in card.clauses.all():
            pairs = pairs_of(clause.kind, clause.heading, clause.text, clause.value, names)
            every |= pairs
            of_clauses.objects.bulk_create(
                of_clauses(band=band, card=card, clause=clause)
                for band in CLAUSES.of(pairs)
            )
        if len(every) >= ENOUGH:
            _join(apps, card, every, firsts, by_band)


def _join(
    apps: StateApps,
    card: Any,
    pairs: Pairs,
    firsts: dict[int, Pairs],
    by_band: dict[int, list[int]],
) -> None:
    """Held against every first that shares a band, for all are in memory here; the actions take the
    twenty that share most bands, among which the likest is as good as always."""
    bands = AGREEMENTS.of(pairs)
    near = {key for band in bands for key in by_band.get(band, ())}
    first = max(near, key=lambda key: (jaccard(pairs, firsts[key]), -key), default=card.pk)
    if first not in near or jaccard(pairs, firsts[first]) < ALIKE:
        first, firsts[card.pk] = card.pk, pairs
        of_agreements = apps.get_model("agreements", "AgreementBand")
        of_agreements.objects.bulk_create(of_agreements(band=b, card=card) for b in bands)
        for band in bands:
            by_band.setdefault(band, []).append(card.pk)
    apps.get_model("agreements", "Likeness").objects.create(card=card, first_id=first)


class Migration(migrations.Migration):
    dependencies = [("agreements", "0018_archive_texts")]

    operations = [
        migrations.CreateModel(
            name='AgreementBand',
            fields=[
                ('pk', models.CompositePrimaryKey('band', 'card', blank=True, editable=False, primary_key=True, serialize=False)),
                ('band', models.IntegerField()),
                ('card', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.card')),
            ],
        ),
        migrations.CreateModel(
            name='ClauseBand',
            fields=[
                ('pk', models.CompositePrimaryKey('band', 'card', 'clause', blank=True, editable=False, primary_key=True, serialize=False)),
                ('band', models.IntegerField()),
                ('card', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.card')),
                ('clause', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.clause')),
            ],
        ),
        migrations.CreateModel(
            name='Likeness',
            fields=[
                ('card', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='likeness', serialize=False, to='agreements.card')),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.card')),
            ],
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
