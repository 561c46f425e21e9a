from typing import Any

from django.db import migrations


def move(apps: Any, editor: Any) -> None:
    """Every scan so far is one file, accepted by whoever uploaded it: by his ticks, as it was."""
    scans, files = apps.get_model("agreements", "Scan"), apps.get_model("agreements", "ScanFile")
    for scan in scans.objects.iterator(chunk_size=1):
        files.objects.create(
            scan=scan,
            position=1,
            content=scan.content,
            media_type=scan.media_type,
            sha256=scan.sha256,
            uploaded_by_id=scan.uploaded_by_id,
            at=scan.at,
        )
        scan.accepted_by_id, scan.accepted_at = scan.uploaded_by_id, scan.at
        scan.save(update_fields=["accepted_by", "accepted_at"])


def move_back(apps: Any, editor: Any) -> None:
    """The first file alone: the older tables have no room for more."""
    files = apps.get_model("agreements", "ScanFile")
    scans = apps.get_model("agreements", "Scan")
    for scan in scans.objects.iterator(chunk_size=1):
        first = files.objects.filter(scan=scan).order_by("position", "pk").first()
        if first is None or scan.accepted_at is None:
            scan.delete()
            continue
        scan.content, scan.media_type, scan.sha256 = first.content, first.media_type, first.sha256
        scan.save(update_fields=["content", "media_type", "sha256"])


class Migration(migrations.Migration):
    """Apart from the tables' own changes: PostgreSQL alters no table with checks outstanding."""

    dependencies = [("agreements", "0012_scan_files")]

    operations = [migrations.RunPython(move, move_back)]
