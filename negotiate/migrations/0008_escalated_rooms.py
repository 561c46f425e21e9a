"""What had left the simplified procedure used to end there; now it waits for an offer under the
ordinary one. A barred matter without a room can be booked as one."""

from typing import Any

from django.db import migrations


def into_the_ordinary(apps: Any, schema_editor: Any) -> None:
    rooms, matters = apps.get_model("negotiate", "Room"), apps.get_model("negotiate", "Matter")
    escalated = rooms.objects.filter(stage="escalated")
    matters.objects.filter(agenda_item__room__in=escalated).update(procedure="ordinary")
    escalated.update(stage="to_offer", procedure="ordinary")
    matters.objects.filter(stage="escalated").update(stage="screened", procedure="ordinary")


class Migration(migrations.Migration):

    dependencies = [("negotiate", "0007_two_procedures")]

    operations = [migrations.RunPython(into_the_ordinary, migrations.RunPython.noop)]
