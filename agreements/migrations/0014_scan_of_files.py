from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """What stands in a scan's files stands in the scan no more."""

    dependencies = [("agreements", "0013_move_scans_into_files")]

    operations = [
        # On the way back a row must be able to do without, until its file is put into it again.
        migrations.AlterField("scan", "content", models.BinaryField(default=b"")),
        migrations.AlterField("scan", "media_type", models.CharField(max_length=40, default="")),
        migrations.AlterField("scan", "sha256", models.CharField(max_length=64, default="")),
        migrations.RemoveField("scan", "content"),
        migrations.RemoveField("scan", "media_type"),
        migrations.RemoveField("scan", "sha256"),
        migrations.AddConstraint(
            "scan",
            models.CheckConstraint(
                condition=Q(accepted_by=None, accepted_at=None)
                | Q(accepted_by__isnull=False, accepted_at__isnull=False),
                name="scan_accepted_as_a_whole",
            ),
        ),
    ]
