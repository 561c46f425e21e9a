import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

import negotiate.moment

SIDES = [('worker', '职工方'), ('employer', '企业方')]
KEY = ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID'))


def to(model, name, **more):
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name=name, to=f'negotiate.{model}', **more)


class Migration(migrations.Migration):

    dependencies = [("negotiate", "0013_ratifications")]

    operations = [
        migrations.CreateModel(
            name='SpeechTurn',
            fields=[
                KEY,
                ('side', models.CharField(choices=SIDES, max_length=10)),
                ('minutes', models.PositiveSmallIntegerField(default=0)),
                ('asked_at', models.DateTimeField(default=negotiate.moment.now, editable=False)),
                ('given_at', models.DateTimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('room', to('room', 'turns')),
                ('seat', to('seat', 'turns')),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [
                    models.UniqueConstraint(condition=Q(ended_at=None), fields=('seat',), name='on_the_floor_list_once'),
                    models.UniqueConstraint(condition=Q(ended_at=None) & ~Q(given_at=None), fields=('room',), name='one_speaks_at_a_time'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Package',
            fields=[
                KEY,
                ('number', models.PositiveSmallIntegerField()),
                ('side', models.CharField(choices=SIDES, max_length=10)),
                ('at', models.DateTimeField(default=negotiate.moment.now, editable=False)),
                ('agreed_at', models.DateTimeField(blank=True, null=True)),
                ('broken_at', models.DateTimeField(blank=True, null=True)),
                ('room', to('room', 'packages')),
                ('seat', to('seat', 'packages')),
            ],
            options={
                'ordering': ('number',),
                'constraints': [models.UniqueConstraint(fields=('room', 'number'), name='package_number_once')],
            },
        ),
        migrations.CreateModel(
            name='Bound',
            fields=[
                KEY,
                ('holds', models.BooleanField(default=True)),
                ('package', to('package', 'bound')),
                ('term', to('term', 'bound')),
                ('version', to('version', 'bound')),
            ],
            options={
                'ordering': ('term__item__position', 'term__position'),
                'constraints': [models.UniqueConstraint(condition=Q(holds=True), fields=('term',), name='in_one_package_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='InformationRequest',
            fields=[
                KEY,
                ('side', models.CharField(choices=SIDES, max_length=10)),
                ('question', models.CharField(max_length=500)),
                ('due', models.DateField()),
                ('at', models.DateTimeField(default=negotiate.moment.now, editable=False)),
                ('promised_for', models.DateField(blank=True, null=True)),
                ('answer', models.CharField(blank=True, max_length=1000)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', to('seat', 'answers', blank=True, null=True)),
                ('room', to('room', 'requests')),
                ('seat', to('seat', 'requests')),
            ],
            options={'ordering': ('pk',)},
        ),
        migrations.AddField('confirmation', 'package', to('package', 'words', blank=True, null=True)),
        migrations.AddField('confirmation', 'void', models.BooleanField(default=False)),
        migrations.RemoveConstraint('confirmation', 'confirmed_once_a_side'),
        migrations.AddConstraint(
            'confirmation',
            models.UniqueConstraint(condition=Q(void=False), fields=('version', 'side'), name='confirmed_once_a_side'),
        ),
        *(
            migrations.AddField('room', name, models.BooleanField(default=False))
            for name in ('has_turns', 'has_packages', 'has_requests')
        ),
    ]
