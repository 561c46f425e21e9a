"""How a search wants to be planned is no concern of anything else in its transaction."""

import pytest
from django.db import DataError, connection, transaction

from agreements.archive.index import NEXT, Query, index
from tests.agreements.archive.shelf import enterprise, signed
from tests.agreements.papers.test_at_once import needs_postgresql

pytestmark = [pytest.mark.django_db, needs_postgresql]
ONE = Query(frozenset([1]))


def settings() -> list[str]:
    names = ("enable_seqscan", "enable_indexscan", "jit", "lock_timeout")
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [list(names)])
        return sorted(f"{name} {setting}" for name, setting in cursor.fetchall())


def test_after_a_search_the_transaction_around_it_is_planned_as_before() -> None:
    before = settings()
    signed(enterprise("神瑞胶业"), "奖金")
    with transaction.atomic():
        index().matching(ONE)
        assert settings() == before
    assert settings() == before


def test_what_was_written_before_a_search_stays() -> None:
    with transaction.atomic():
        signed(enterprise("神瑞胶业"), "奖金")
        index().matching(ONE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM agreements_grams")
        assert cursor.fetchone() == (1,)


def test_a_search_that_fails_leaves_nothing_set_either() -> None:
    before = settings()
    with pytest.raises(DataError):
        index().matching(Query(frozenset([1 << 40])))
    assert settings() == before


def test_no_lock_has_a_limit_after_a_table_took_over() -> None:
    before = settings()
    index(NEXT).begin()
    index(NEXT).complete()
    index(NEXT).take_over()
    assert settings() == before
