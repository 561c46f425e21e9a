"""A record that was touched by hand names the row that was touched."""

import json

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from negotiate.law.words import Side
from negotiate.record import triggers
from negotiate.record.chain import faults, read
from negotiate.record.models import Entry
from tests.negotiate.meeting import Meeting


def fault_numbers(meeting: Meeting) -> list[int]:
    return [fault.number for fault in faults(meeting.room.book)]


def by_hand(sql: str, *values: str | int) -> None:
    """What somebody with the database's password could do: the triggers off first."""
    triggers.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_every_act_of_a_meeting_is_in_the_record(in_session: Meeting) -> None:
    in_session.agree()
    in_session.sum_up()
    for side in Side:
        in_session.sign(side)
    acts = [act["action"] for act in read(in_session.room.book)]
    assert acts == [
        "schedule", "seat", "open_check_in", *["check_in_self"] * 5, "begin", "propose",
        "open_poll", "close_poll", "close_poll", "confirm", "confirm", "sum_up", "sign", "sign",
        "complete",
    ]  # fmt: skip
    assert fault_numbers(in_session) == []


def test_an_entry_says_who_acted_and_when(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    last = list(read(in_session.room.book))[-1]
    assert last["actor"]["name"] == "王桂芳"
    assert last["actor"]["side"] == "worker"
    assert last["at"].endswith("+00:00")
    assert last["data"]["value"]["rows"][0]["amount"] == "30000.00"


def test_the_database_refuses_to_change_or_delete_an_entry(in_session: Meeting) -> None:
    for sql in ("UPDATE negotiate_entry SET body = '{}'", "DELETE FROM negotiate_entry"):
        with (
            pytest.raises(DatabaseError, match=triggers.REFUSAL),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(sql)
    assert fault_numbers(in_session) == []


@pytest.mark.parametrize("number", [1, 4, 9])
def test_a_changed_text_names_its_row(in_session: Meeting, number: int) -> None:
    entry = Entry.objects.get(book=in_session.room.book, number=number)
    body = json.loads(entry.body) | {"at": "2020-01-01T00:00:00+00:00"}
    by_hand("UPDATE negotiate_entry SET body = %s WHERE id = %s", json.dumps(body), entry.pk)
    assert fault_numbers(in_session) == [number]


def test_a_rewritten_row_with_a_fitting_hash_breaks_the_next(in_session: Meeting) -> None:
    by_hand(
        "UPDATE negotiate_entry SET digest = %s WHERE book_id = %s AND number = 3",
        "0" * 64,
        in_session.room.book_id,
    )
    assert fault_numbers(in_session) == [3, 4]


def test_a_missing_row_and_a_missing_end_are_noticed(in_session: Meeting) -> None:
    book = in_session.room.book
    by_hand("DELETE FROM negotiate_entry WHERE book_id = %s AND number = 5", book.pk)
    assert fault_numbers(in_session) == [6]
    by_hand("DELETE FROM negotiate_entry WHERE book_id = %s AND number = 9", book.pk)
    assert fault_numbers(in_session) == [6, 9]


def test_the_command_names_the_row_and_ends_with_one(
    in_session: Meeting, capsys: pytest.CaptureFixture[str]
) -> None:
    room = in_session.room
    call_command("verify_record", room.pk)
    assert f"room {room.pk}: 9 entries hold" in capsys.readouterr().out
    by_hand("UPDATE negotiate_entry SET body = '{}' WHERE book_id = %s", room.book_id)
    with pytest.raises(SystemExit) as ended:
        call_command("verify_record", room.pk)
    assert ended.value.code == 1
    assert "entry 1 (row " in capsys.readouterr().err
