"""The index can be rebuilt beside itself, and clauses go without everybody's bands being read."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0026_papers_by_digest'),
    ]

    operations = [
        migrations.CreateModel(
            name='Rebuild',
            fields=[
                ('id', models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ('last_key', models.BigIntegerField(default=0)),
                ('edition', models.CharField(max_length=32)),
            ],
        ),
        migrations.AddIndex(
            model_name='agreementband',
            index=models.Index(fields=['card'], name='agreement_band_of_card'),
        ),
        migrations.AddIndex(
            model_name='clauseband',
            index=models.Index(fields=['clause'], name='clause_band_of_clause'),
        ),
        migrations.AddConstraint(
            model_name='rebuild',
            constraint=models.CheckConstraint(condition=models.Q(('id', 1)), name='rebuild_is_the_only_one'),
        ),
    ]
