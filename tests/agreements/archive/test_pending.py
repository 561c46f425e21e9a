"""PostgreSQL's tree of grams: a new paper waits beside it, and only until it is committed."""

import pytest
from django.db import connection, transaction

from agreements.archive.index import LIVE, Query, index
from agreements.archive.rebuilding import reindex
from negotiate.rooms.actions.keeping import keep_time
from tests.agreements.archive.shelf import archived, enterprise
from tests.agreements.papers.test_at_once import needs_postgresql
from tests.agreements.similar.test_waiting import TERMS, found
from tests.migrating import migrate

pytestmark = needs_postgresql


def pages(table: str = LIVE) -> int:
    """How many pages of rows wait, which do no longer afterwards."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT gin_clean_pending_list(%s::regclass)", [f"{table}_codes"])
        (number,) = cursor.fetchone()
    return int(number)


def options() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT reloptions FROM pg_class WHERE oid = %s::regclass", [f"{LIVE}_codes"]
        )
        (said,) = cursor.fetchone()
    return set(said or ())


@pytest.mark.usefixtures("committing")
def test_a_paper_waits_in_its_transaction_is_found_there_and_waits_no_longer_afterwards() -> None:
    with transaction.atomic():
        card = archived(enterprise("甲厂"), TERMS)
        assert found(card) == 1
        assert pages() > 0
        archived(enterprise("乙厂"), TERMS)
    assert pages() == 0
    assert found(card) == 1


@pytest.mark.usefixtures("committing")
def test_what_a_process_has_left_the_sweep_puts_in_its_place() -> None:
    card = archived(enterprise("甲厂"), TERMS)
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {LIVE} VALUES (1, ARRAY[1, 2, 3])")  # noqa: S608
    keep_time()
    assert pages() == 0
    assert index().matching(Query(frozenset([2]))).tolist() == [1]
    assert found(card) == 1


@pytest.mark.usefixtures("committing")
def test_it_is_so_after_an_upgrade_and_after_a_rebuild() -> None:
    wanted = {"fastupdate=on", "gin_pending_list_limit=4096"}
    migrate(("agreements", "0028_search_engine"))
    assert "fastupdate=off" in options()
    migrate()
    assert options() == wanted
    archived(enterprise("甲厂"), TERMS)
    reindex()
    assert options() == wanted
