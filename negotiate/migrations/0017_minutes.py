import django.db.models.deletion
from django.db import migrations, models

import negotiate.moment


class Migration(migrations.Migration):

    dependencies = [("negotiate", "0016_term_templates")]

    operations = [
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("entry", models.PositiveIntegerField()),
                ("text", models.CharField(max_length=500)),
                ("at", models.DateTimeField(default=negotiate.moment.now)),
                ("room", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="corrections", to="negotiate.room")),
                ("seat", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="negotiate.seat")),
            ],
            options={"ordering": ("pk",)},
        ),
        migrations.CreateModel(
            name="Approval",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sitting", models.PositiveSmallIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("at", models.DateTimeField(default=negotiate.moment.now)),
                ("room", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="approvals", to="negotiate.room")),
                ("seat", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="negotiate.seat")),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("room", "sitting", "seat", "digest"), name="minutes_approved_once"),
                ],
            },
        ),
    ]
