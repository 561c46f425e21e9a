"""The index is written anew while others sign, search and rebuild: on connections of their own."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Event, Thread

import pytest
from django.db import connection, transaction

from agreements.archive import indexing, rebuilding
from agreements.archive.index import LIVE, NEXT, Busy, index, postgresql
from agreements.archive.indexing import Entry
from agreements.archive.rebuilding import reindex
from negotiate.people.models import Enterprise
from tests.agreements.archive.eleven import firm, keys, paper
from tests.agreements.archive.whole import faults
from tests.agreements.papers.test_at_once import (
    PATIENCE,
    apart,
    needs_postgresql,
    somebody_waits,
    wait_for,
)

__all__ = ["firm"]


@pytest.fixture(autouse=True)
def _small_batches(committing: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "BATCH", 2)


@contextmanager
def reading() -> Iterator[Event]:
    """Somebody reads the index in a transaction without end, as a backup does; until it is set."""
    begun, ended = Event(), Event()

    def read() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {LIVE}")  # noqa: S608
            begun.set()
            ended.wait(PATIENCE)

    reader = apart(read)
    assert begun.wait(PATIENCE)
    yield ended
    ended.set()
    reader.join(PATIENCE)


def test_papers_are_signed_on_other_connections_between_all_batches(firm: Enterprise) -> None:
    signed = list[int]()

    def told(done: int, of: int) -> None:
        text = f"旁人{len(signed)}签的"
        if len(signed) < 8:
            other = apart(lambda: signed.append(paper(firm, text, 3 * len(signed) - 4).key))
            other.join(PATIENCE)
            assert keys(firm, text) == [signed[-1]]

    reindex(told)
    assert len(signed) >= 6
    assert sorted(keys(firm, "签的")) == sorted(signed)
    assert faults() == []


@needs_postgresql
def test_who_waits_for_a_batch_is_let_in_before_the_next(
    firm: Enterprise, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database lets in whoever came first."""
    write, waiting = indexing.keep_texts, list[Thread]()

    def meanwhile(entries: Sequence[Entry]) -> None:
        write(entries)
        text = f"等了第{len(waiting) + 1}批"
        waiting.append(apart(lambda: paper(firm, text, 1)))
        wait_for(somebody_waits)

    def told(done: int, of: int) -> None:
        waiting[-1].join(PATIENCE)
        assert len(keys(firm, f"等了第{len(waiting)}批")) == 1

    monkeypatch.setattr(rebuilding, "keep_texts", meanwhile)
    reindex(told)
    assert len(waiting) > 5
    assert faults() == []


@needs_postgresql
def test_a_backup_delays_the_end_and_nobody_waits_meanwhile(
    firm: Enterprise, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []
    with reading() as ended:

        def sleep(seconds: float) -> None:
            tries.append(seconds)
            other = apart(lambda: paper(firm, f"第{len(tries)}次没换成", 1))
            other.join(PATIENCE)
            assert len(keys(firm, f"第{len(tries)}次没换成")) == 1
            if len(tries) == 2:
                ended.set()

        monkeypatch.setattr(time, "sleep", sleep)
        reindex()
    assert len(tries) >= 2
    assert faults() == []


@needs_postgresql
def test_what_a_killed_one_has_left_half_made_is_made_anew(firm: Enterprise) -> None:
    """PostgreSQL marks an index that it did not come to the end of."""

    def told(done: int, of: int) -> None:
        if done == 4:
            with connection.cursor() as cursor:
                cursor.execute(f"CREATE INDEX {NEXT}_codes ON {NEXT} (key)")
                half = f"'{NEXT}_codes'::regclass"
                cursor.execute(f"UPDATE pg_index SET indisvalid = false WHERE indexrelid = {half}")  # noqa: S608

    reindex(told)
    assert faults() == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE tablename = %s", [LIVE])
        made = sorted(one for (one,) in cursor.fetchall())
    assert [f"INDEX {LIVE}_{end}" in one for one, end in zip(made, ("codes", "pkey"), strict=True)]
    assert "USING gin (codes)" in made[0]


@needs_postgresql
def test_only_one_completes_the_table_and_another_waits(
    firm: Enterprise, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended, waits = Event(), Event(), []

    def complete() -> None:
        with postgresql.PostgreSQL(connection, NEXT)._alone() as alone:
            assert alone
            begun.set()
            ended.wait(PATIENCE)

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        ended.set()
        other.join(PATIENCE)

    monkeypatch.setattr(time, "sleep", sleep)
    other = apart(complete)
    assert begun.wait(PATIENCE)
    reindex()
    assert len(waits) == 1
    assert faults() == []


def test_two_rebuild_and_two_sign_at_once(firm: Enterprise) -> None:
    def sign(first: int) -> Callable[[], object]:
        return lambda: [paper(firm, "同时签的", first + n) for n in range(8)]

    several = [apart(reindex), apart(sign(-20)), apart(reindex), apart(sign(3))]
    for one in several:
        one.join(60)
    assert not any(one.is_alive() for one in several)
    assert len(keys(firm, "同时签的")) == 16
    assert faults() == []


@needs_postgresql
def test_a_table_that_somebody_reads_does_not_go(firm: Enterprise) -> None:
    index(NEXT).begin()
    with reading(), pytest.raises(Busy), transaction.atomic():
        index(NEXT).take_over()
    index(NEXT).remove()
    assert len(keys(firm, "奖金")) == 11
