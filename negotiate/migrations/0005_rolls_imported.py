import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('negotiate', '0004_kinds_of_ballot'),
    ]

    operations = [
        migrations.CreateModel(
            name='RollImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('running', 'Running'), ('done', 'Done'), ('refused', 'Refused')], default='running', max_length=10)),
                ('rows', models.PositiveIntegerField(default=0)),
                ('read', models.PositiveIntegerField(default=0)),
                ('is_writing', models.BooleanField(default=False)),
                ('added', models.PositiveIntegerField(default=0)),
                ('there', models.PositiveIntegerField(default=0)),
                ('seated', models.PositiveIntegerField(default=0)),
                ('names', models.JSONField(default=dict)),
                ('refused', models.TextField(blank=True)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('alive_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ('pk',),
            },
        ),
        migrations.AddField(
            model_name='room',
            name='on_roll',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['enterprise', 'staff_number'], name='person_by_number'),
        ),
        migrations.AddField(
            model_name='rollimport',
            name='room',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='imports', to='negotiate.room'),
        ),
        migrations.AddConstraint(
            model_name='rollimport',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'running')), fields=('room',), name='one_roll_import_at_a_time'),
        ),
    ]
