"""Clocks; the address of an account's calendar; and every time of an act comes from the product's
one clock (negotiate/moment.py)."""

import django.db.models.deletion
from django.db import migrations, models

import negotiate.moment

TIMED = (
    ("confirmation", "at"),
    ("countconfirmation", "at"),
    ("handcount", "at"),
    ("poll", "opened_at"),
    ("screening", "at"),
    ("suspension", "at"),
    ("version", "at"),
)


KINDS = [
    ("reply", "答复要约"),
    ("materials", "提供协商资料"),
    ("vacancy", "补选代表"),
    ("talks", "结束协商"),
    ("suspension", "复会"),
    ("coordination", "协调处理"),
    ("filing", "报送审查"),
    ("effect", "审查异议期"),
    ("publication", "公布"),
    ("renewal", "提出续订"),
    ("expiry", "合同期满"),
    ("answer", "答复对方的询问"),
]
COUNTS = [("days", "日"), ("working_days", "个工作日"), ("months", "个月")]
STATES = [("running", "Running"), ("paused", "Paused"), ("met", "Met"), ("void", "Void")]


class Migration(migrations.Migration):

    dependencies = [("negotiate", "0010_county_profiles")]

    operations = [
        migrations.AlterField(
            model, field, models.DateTimeField(default=negotiate.moment.now, editable=False)
        )
        for model, field in TIMED
    ] + [
        migrations.AddField(
            "account", "calendar_serial", models.PositiveIntegerField(default=1)
        ),
        migrations.CreateModel(
            name="Clock",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=KINDS, max_length=20)),
                ("about", models.PositiveBigIntegerField(default=0)),
                ("started_by", models.PositiveIntegerField()),
                ("started_on", models.DateField()),
                ("amount", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("count", models.CharField(blank=True, choices=COUNTS, max_length=20)),
                ("article", models.CharField(blank=True, max_length=200)),
                ("verified", models.BooleanField(default=True)),
                ("covered", models.BooleanField(default=True)),
                ("due", models.DateField()),
                ("state", models.CharField(choices=STATES, default="running", max_length=10)),
                ("stops", models.JSONField(blank=True, default=list)),
                ("paused_on", models.DateField(blank=True, null=True)),
                ("met_on", models.DateField(blank=True, null=True)),
                ("late", models.BooleanField(default=False)),
                ("reminded_on", models.DateField(blank=True, null=True)),
                ("room", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="clocks", to="negotiate.room")),
            ],
            options={
                "ordering": ("due", "pk"),
                "indexes": [models.Index(condition=models.Q(("state", "running")), fields=["due"], name="clock_by_day")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("running", "paused"))),
                        fields=("room", "kind", "about"),
                        name="clock_goes_once",
                    )
                ],
            },
        ),
    ]
