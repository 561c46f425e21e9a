"""What PostgreSQL's files keep of a secret poll: there every row says which transaction wrote it,
and a dead one stays where it was."""

from pathlib import Path

import pytest
from django.db import DataError, connection, transaction

from negotiate.ballots import box
from negotiate.people.models import Seat
from negotiate.rooms.actions import consent
from tests.negotiate.meeting import Meeting
from tests.secrecy import kept
from tests.secrecy.adversary import hold
from tests.secrecy.chance import SIGNIFICANT, p_values

WRITERS = """
    SELECT xmin::text FROM negotiate_ballotpaper UNION SELECT xmin::text FROM negotiate_turnout
"""


def ask(sql: str, *values: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def test_one_transaction_wrote_all_papers_and_all_marks(
    meeting: Meeting, seats: list[Seat]
) -> None:
    voted = hold(meeting, seats, 1, seed=0)
    assert len(ask(WRITERS)) == len(seats)
    consent.close_poll(meeting.chair, voted.poll.pk)
    assert len(ask(WRITERS)) == 1


def test_no_file_has_a_paper_outside_the_published_list(
    meeting: Meeting, seats: list[Seat]
) -> None:
    voted = hold(meeting, seats, 1, seed=0)
    told = [number.encode() for number in voted.numbers]

    def telling() -> set[str]:
        files = kept.files().items()
        return {name for name, file in files if any(number in file for number in told)}

    assert telling() == {"box", "box_pkey"}
    consent.close_poll(meeting.chair, voted.poll.pk)
    assert telling() == {"negotiate_ballotpaper", "ballot_paper_once"}  # the list, and its index


def test_no_statistics_are_made_of_an_open_box(meeting: Meeting, seats: list[Seat]) -> None:
    box = hold(meeting, seats, 1, seed=0).poll.box
    options = ask("SELECT reloptions FROM pg_class WHERE relname = %s", box)
    assert options == [(["autovacuum_enabled=false"],)]


def test_no_connection_still_shows_a_statement_with_a_paper(
    meeting: Meeting, seats: list[Seat]
) -> None:
    voted = hold(meeting, seats, 1, seed=0)
    shown = "".join(str(row) for row in ask("SELECT query FROM pg_stat_activity"))
    assert [number for number in voted.numbers if number in shown] == []


def test_a_statement_that_fails_writes_no_paper_into_the_engine_s_own_log(
    meeting: Meeting, seats: list[Seat]
) -> None:
    name = hold(meeting, seats, 1, seed=0).poll.box
    with pytest.raises(DataError), transaction.atomic():
        box.put(name, [("AAAA-AAAA", "longer than any choice")])
    ((folder,),) = ask("SHOW unix_socket_directories")
    log = Path(str(folder), "postgresql.log").read_text("utf-8")
    assert f"STATEMENT:  INSERT INTO {name}" in log
    assert [word for word in ("AAAA-AAAA", "longer than any choice") if word in log] == []


def test_the_write_ahead_log_still_tells_everything_as_docs_secrecy_says(
    meeting: Meeting, seats: list[Seat]
) -> None:
    truths, guesses = [], []
    for seed in range(2):
        voted = hold(meeting, seats, 1, seed)
        consent.close_poll(meeting.chair, voted.poll.pk)
        chosen = dict(voted.poll.papers.values_list("number", "choice"))
        truths.append(voted.truth)
        guesses.append({"wal": [chosen[number] for number in kept.order_in_wal(voted.numbers)]})
    assert p_values(truths, guesses)["wal"] < SIGNIFICANT
