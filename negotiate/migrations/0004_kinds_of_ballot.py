import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('negotiate', '0003_staff_on_a_roll'),
    ]

    operations = [
        migrations.CreateModel(
            name='CountConfirmation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('worker', '职工方'), ('employer', '企业方')], max_length=10)),
                ('at', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='HandCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('means', models.CharField(choices=[('paper', '纸质票'), ('hands', '举手')], max_length=10)),
                ('yes', models.PositiveIntegerField()),
                ('no', models.PositiveIntegerField()),
                ('abstain', models.PositiveIntegerField()),
                ('at', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='RecordedVote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=14)),
                ('choice', models.CharField(choices=[('yes', '赞成'), ('no', '反对'), ('abstain', '弃权')], max_length=10)),
                ('press', models.PositiveIntegerField(default=1)),
                ('name', models.CharField(db_default='', max_length=50)),
            ],
        ),
        # A paper is known by its number now, and no longer by the phone's key.
        migrations.DeleteModel(name='BallotPaper'),
        migrations.CreateModel(
            name='BallotPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=14)),
                ('choice', models.CharField(choices=[('yes', '赞成'), ('no', '反对'), ('abstain', '弃权')], max_length=10)),
                ('poll', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='papers', to='negotiate.poll')),
            ],
            options={
                'ordering': ('number',),
            },
        ),
        migrations.AddField(
            model_name='poll',
            name='box',
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name='poll',
            name='electorate',
            field=models.CharField(choices=[('delegates', '本方协商代表'), ('staff', '名册上的全体职工')], default='delegates', max_length=10),
        ),
        migrations.AddField(
            model_name='poll',
            name='filled',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='poll',
            name='list_digest',
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name='poll',
            name='secrecy',
            field=models.CharField(choices=[('secret', '无记名'), ('recorded', '记名'), ('changeable', '记名，结束前可以改')], default='secret', max_length=10),
        ),
        migrations.AddField(
            model_name='turnout',
            name='on_paper',
            field=models.BooleanField(default=False),
        ),
        # The unique pairs (poll, seat) and (poll, number) find a poll's rows already.
        migrations.AlterField(
            model_name='rollentry',
            name='poll',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='roll', to='negotiate.poll'),
        ),
        migrations.AlterField(
            model_name='turnout',
            name='poll',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='turnout', to='negotiate.poll'),
        ),
        migrations.AddConstraint(
            model_name='ballotpaper',
            constraint=models.UniqueConstraint(fields=('poll', 'number'), name='ballot_paper_once'),
        ),
        migrations.AddField(
            model_name='countconfirmation',
            name='seat',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='negotiate.seat'),
        ),
        migrations.AddField(
            model_name='handcount',
            name='poll',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='hand_count', to='negotiate.poll'),
        ),
        migrations.AddField(
            model_name='handcount',
            name='seat',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='negotiate.seat'),
        ),
        migrations.AddField(
            model_name='countconfirmation',
            name='count',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='confirmations', to='negotiate.handcount'),
        ),
        migrations.AddField(
            model_name='recordedvote',
            name='poll',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='votes', to='negotiate.poll'),
        ),
        migrations.AddField(
            model_name='recordedvote',
            name='seat',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='negotiate.seat'),
        ),
        migrations.AddConstraint(
            model_name='countconfirmation',
            constraint=models.UniqueConstraint(fields=('count', 'side'), name='count_confirmed_once_a_side'),
        ),
        migrations.AddConstraint(
            model_name='recordedvote',
            constraint=models.UniqueConstraint(fields=('poll', 'seat'), name='recorded_once'),
        ),
    ]
