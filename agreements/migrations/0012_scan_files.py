import django.db.models.deletion
from django.db import migrations, models

import negotiate.moment


class Migration(migrations.Migration):
    """A scan becomes a draft of several files with what was found when it was compared."""

    dependencies = [
        ("agreements", "0011_county_layouts"),
        ("negotiate", "0021_day_heads"),
    ]

    operations = [
        migrations.AddField("scan", "edition", models.PositiveIntegerField(default=1)),
        migrations.AddField("scan", "accepted_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "scan",
            "accepted_by",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="negotiate.seat",
            ),
        ),
        migrations.AlterField("scan", "signers", models.JSONField(default=list)),
        migrations.CreateModel(
            name="ScanFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("content", models.BinaryField()),
                ("media_type", models.CharField(max_length=40)),
                ("sha256", models.CharField(max_length=64)),
                ("at", models.DateTimeField(default=negotiate.moment.now, editable=False)),
                ("scan", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="files", to="agreements.scan")),
                ("uploaded_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="negotiate.seat")),
            ],
            options={
                "ordering": ("position", "pk"),
                "constraints": [models.UniqueConstraint(fields=("scan", "sha256"), name="scan_file_once")],
            },
        ),
        migrations.CreateModel(
            name="ScanPicture",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("content", models.BinaryField()),
                ("file", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="pictures", to="agreements.scanfile")),
            ],
            options={
                "ordering": ("number",),
                "constraints": [models.UniqueConstraint(fields=("file", "number"), name="scan_picture_once")],
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("point", models.CharField(max_length=20)),
                ("differs", models.CharField(blank=True, max_length=200)),
                ("edition", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
                ("scan", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="findings", to="agreements.scan")),
                ("seat", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="negotiate.seat")),
            ],
            options={
                "ordering": ("at", "pk"),
                "constraints": [models.UniqueConstraint(fields=("scan", "point", "seat"), name="found_once")],
            },
        ),
    ]
