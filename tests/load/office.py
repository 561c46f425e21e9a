"""`python -m tests.load.office`: the process that holds the database: makes rooms, lets things
happen in them, counts afterwards."""

import json
from pathlib import Path
from time import perf_counter
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from negotiate.ballots.models import RecordedVote, RollEntry  # noqa: E402
from tests.load import counting, events  # noqa: E402
from tests.load.hall import Hall  # noqa: E402
from tests.load.helper import obey  # noqa: E402

_halls: dict[int, Hall] = {}


def prepare() -> None:
    """Tables and static files, as production has them."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def hall(file: str, voters: int = 0) -> int:
    """Make a room and write the tickets of those who come with a phone to a file; its number."""
    made = Hall(voters)
    _halls[made.room] = made
    Path(file).write_text(json.dumps(made.dump()))
    return made.room


def ask_staff(room: int, *, offer: bool = False) -> int:
    """Open a poll of the whole workforce, about a new version if one was voted on before."""
    if offer:
        _halls[room].offer()
    return _halls[room].ask_staff()


def check(room: int, poll: int, file: str) -> dict[str, Any]:
    """Close the poll and compare it with the receipts in the file."""
    return counting.compare(_halls[room].close(poll), json.loads(Path(file).read_text()))


def touch(room: int) -> events.Event:
    """One small thing happens in a room."""
    return drive([room], seconds=0)[0]


def drive(
    rooms: list[int], seconds: float, a_second: float = 1.0, padding: int = 0
) -> list[events.Event]:
    """Things happen in each of these rooms; which, where and when."""
    return events.drive([_halls[room] for room in rooms], seconds, a_second, padding)


def forget_rows(poll: int) -> int:
    """Clear what the bare server has stored; how many rows that was."""
    return RecordedVote.objects.filter(poll=poll).delete()[0]


def insert_rows(poll: int) -> float:
    """Rows a second, of as many as the roll has, in one `bulk_create`."""
    seats = RollEntry.objects.filter(poll=poll).values_list("seat", flat=True)
    rows = [
        RecordedVote(poll_id=poll, seat_id=seat, number=str(seat), choice="yes") for seat in seats
    ]
    began = perf_counter()
    RecordedVote.objects.bulk_create(rows)
    rate = len(rows) / (perf_counter() - began)
    forget_rows(poll)
    return rate


if __name__ == "__main__":
    deeds = (prepare, hall, ask_staff, check, touch, drive, forget_rows, insert_rows)
    obey({deed.__name__: deed for deed in deeds})
