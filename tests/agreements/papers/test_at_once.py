"""Summing up while others act: on connections of their own, with real commits."""

from collections.abc import Callable
from threading import Thread
from time import monotonic, sleep

import pytest
from django.db import connection, transaction

from agreements.papers.models import Paper
from negotiate.record.models import Entry
from negotiate.rooms.actions import consent
from tests.negotiate.meeting import Meeting

PATIENCE = 20  # seconds


def agreed() -> Meeting:
    meeting = Meeting("award")
    meeting.open()
    meeting.agree()
    return meeting


def apart(act: Callable[[], object]) -> Thread:
    """Do it on a connection of its own."""

    def run() -> None:
        try:
            act()
        finally:
            connection.close()

    thread = Thread(target=run)
    thread.start()
    return thread


def wait_for(what: Callable[[], bool]) -> None:
    until = monotonic() + PATIENCE
    while not what():
        assert monotonic() < until
        sleep(0.02)


def somebody_waits() -> bool:
    """Whether PostgreSQL keeps a connection of ours waiting for another's lock."""
    with connection.cursor() as cursor:
        # In a transaction the server shows what it showed the first time, until told otherwise.
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE wait_event_type = 'Lock' AND datname = current_database()"
        )
        return bool(cursor.fetchone()[0])


needs_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite lets only one transaction write at a time"
)


@needs_postgresql
def test_a_room_that_sums_up_while_another_does_takes_the_next_number(committing: None) -> None:
    """The second waits for the first instead of failing on the number that both had counted."""
    first, second = agreed(), agreed()
    with transaction.atomic():
        first.sum_up()
        other = apart(second.sum_up)
        wait_for(somebody_waits)
    other.join(PATIENCE)
    numbers = Paper.objects.order_by("pk").values_list("number", flat=True)
    assert [number[-2:] for number in numbers] == ["1号", "2号"]


def test_rooms_that_sum_up_at_once_all_get_a_number(committing: None) -> None:
    """On SQLite too, where writers queue by themselves."""
    meetings = [agreed() for _ in range(3)]
    for thread in [apart(meeting.sum_up) for meeting in meetings]:
        thread.join(PATIENCE)
    numbers = Paper.objects.values_list("number", flat=True)
    assert sorted(number[-2:] for number in numbers) == ["1号", "2号", "3号"]


@needs_postgresql
def test_the_paper_tells_of_what_was_written_while_the_summing_up_waited(committing: None) -> None:
    meeting = agreed()
    with transaction.atomic():
        consent.acclaim(meeting.chair, meeting.term.pk)
        waiting = apart(meeting.sum_up)
        wait_for(somebody_waits)
    waiting.join(PATIENCE)
    frozen = Paper.objects.get(room=meeting.room).frozen["text"]
    told = Entry.objects.get(book=meeting.room.book, number=frozen["record_length"])
    assert '"action":"acclaim"' in told.body
    assert frozen["record_head"] == told.digest
    assert "鼓掌" in frozen["course"][-1]
