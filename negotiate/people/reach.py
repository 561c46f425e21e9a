"""Which federations stand under one: who may read what begins here."""

from typing import Final

from django.db import connection

# UNION and not UNION ALL: a federation that was put under itself would never come to an end.
REACH: Final = (
    "WITH RECURSIVE reach(id) AS (SELECT id FROM negotiate_federation WHERE id = %s UNION "
    "SELECT one.id FROM negotiate_federation one JOIN reach ON one.parent_id = reach.id) "
    "SELECT id FROM reach"
)


def reach_of(federation: int) -> list[int]:
    """Give the key of a federation and those of every one under it, in one query: each search of
    each officer asks this first."""
    with connection.cursor() as cursor:
        cursor.execute(REACH, [federation])
        return [key for (key,) in cursor.fetchall()]
