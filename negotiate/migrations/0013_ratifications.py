from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def everybody_on_the_roll(apps: Any, schema_editor: Any) -> None:
    """Before there were ratifications the whole roll of a poll had a vote in it."""
    apps.get_model("negotiate", "Poll").objects.update(voters=models.F("roll_size"))


class Migration(migrations.Migration):
    dependencies = [
        ("negotiate", "0012_offers"),
    ]

    operations = [
        migrations.CreateModel(
            name="Ratification",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("attempt", models.PositiveSmallIntegerField()),
                (
                    "body",
                    models.CharField(
                        choices=[("congress", "职工代表大会"), ("staff", "名册上的全体职工")],
                        max_length=10,
                    ),
                ),
                ("rule", models.JSONField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("gathering", "Gathering"),
                            ("voting", "Voting"),
                            ("passed", "Passed"),
                            ("rejected", "Rejected"),
                            ("void", "Void"),
                        ],
                        default="gathering",
                        max_length=10,
                    ),
                ),
                ("roll_size", models.PositiveIntegerField(default=0)),
                ("present", models.PositiveIntegerField(default=0)),
                ("called_at", models.DateTimeField()),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                ("on_paper", models.BooleanField(default=False)),
                ("held_on", models.DateField(blank=True, null=True)),
                ("scan", models.CharField(blank=True, max_length=64)),
                ("notes", models.CharField(blank=True, max_length=200)),
                ("concluded_at", models.DateTimeField(blank=True, null=True)),
                ("resolution", models.TextField(blank=True)),
                ("digest", models.CharField(blank=True, max_length=64)),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.RemoveConstraint(
            model_name="poll",
            name="poll_one_open_a_side",
        ),
        migrations.AddField(
            model_name="poll",
            name="voters",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.RunPython(everybody_on_the_roll, migrations.RunPython.noop),
        migrations.AddField(
            model_name="seat",
            name="bound",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="members",
                to="negotiate.boundenterprise",
            ),
        ),
        migrations.AddField(
            model_name="ratification",
            name="bound",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="ratifications",
                to="negotiate.boundenterprise",
            ),
        ),
        migrations.AddField(
            model_name="ratification",
            name="entered_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="negotiate.seat",
            ),
        ),
        migrations.AddField(
            model_name="ratification",
            name="room",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="ratifications",
                to="negotiate.room",
            ),
        ),
        migrations.AddField(
            model_name="poll",
            name="ratification",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="polls",
                to="negotiate.ratification",
            ),
        ),
        migrations.AddConstraint(
            model_name="poll",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ratification", None), ("state", "open")),
                fields=("room", "side"),
                name="poll_one_open_a_side",
            ),
        ),
        migrations.AddConstraint(
            model_name="poll",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "open")),
                fields=("ratification",),
                name="poll_one_open_a_ratification",
            ),
        ),
        migrations.AddConstraint(
            model_name="poll",
            constraint=models.UniqueConstraint(
                fields=("ratification", "version"), name="poll_one_a_ratified_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="ratification",
            constraint=models.UniqueConstraint(
                fields=("room", "bound", "attempt"), name="ratification_attempt_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="ratification",
            constraint=models.UniqueConstraint(
                condition=models.Q(("bound", None)),
                fields=("room", "attempt"),
                name="ratification_attempt_of_room_once",
            ),
        ),
    ]
