"""The archive's index may be in a search engine: its indexes there, and which one is being filled."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0027_index_rebuilt_beside'),
    ]

    operations = [
        migrations.CreateModel(
            name='EngineIndex',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, unique=True)),
                ('is_live', models.BooleanField(default=False)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_live', True)), fields=('is_live',), name='engine_index_one_live')],
            },
        ),
        migrations.AddField(
            model_name='rebuild',
            name='engine',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rebuild', to='agreements.engineindex'),
        ),
    ]
