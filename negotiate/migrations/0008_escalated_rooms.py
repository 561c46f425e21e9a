"""What had left the simplified procedure used to end there; now it waits for an offer under the
ordinary one, as what leaves it from now on does: by the side that raised the matter, with breaks
and gates behind it, and with nobody who presides yet. A barred matter without a room can be booked
as one."""

from typing import Any

from django.db import migrations
from django.utils import timezone


def into_the_ordinary(apps: Any, schema_editor: Any) -> None:
    of = {name: apps.get_model("negotiate", name).objects for name in NAMES}
    rooms = of["Room"].filter(stage="escalated")
    of["Matter"].filter(agenda_item__room__in=rooms).update(procedure="ordinary")
    of["Matter"].filter(stage="escalated").update(stage="screened", procedure="ordinary")
    held_up = of["Version"].filter(term__item__room__in=rooms).exclude(gate="passed")
    held_up.update(gate="clear")
    of["Seat"].filter(room__in=rooms).update(presides=False, arrived_at=None, remote=False)
    breaks = of["Suspension"].filter(room__in=rooms, resumed_at=None)
    breaks.update(resumed_at=timezone.now())
    for room in rooms:
        first = of["AgendaItem"].filter(room=room).order_by("position").first()
        room.offered_by = first.matter.raised_side if first else "worker"
        room.stage, room.procedure, room.contract = "to_offer", "ordinary", "general"
        room.save(update_fields=["offered_by", "stage", "procedure", "contract"])


NAMES = ("Room", "Matter", "Version", "Seat", "Suspension", "AgendaItem")


class Migration(migrations.Migration):

    dependencies = [("negotiate", "0007_two_procedures")]

    operations = [migrations.RunPython(into_the_ordinary, migrations.RunPython.noop)]
