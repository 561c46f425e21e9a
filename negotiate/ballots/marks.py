"""Who has voted: the marks on the roll. Whoever sets a seat's mark has its vote."""

from collections.abc import Collection, Iterable

from django.db import connection

from negotiate.ballots.models import Turnout
from negotiate.ballots.papers import Voter

_TABLE = Turnout._meta.db_table


def mark(voters: Iterable[Voter]) -> set[Voter]:
    """Mark seats as having voted by phone; give those that were not marked before. Sorted, so
    that of two processes with the same voters one waits for the other, and never both."""
    rows = sorted(voters)
    if not rows:
        return set()
    places = ",".join(["(%s,%s,false)"] * len(rows))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {_TABLE} (poll_id, seat_id, on_paper) VALUES {places}"  # noqa: S608
            " ON CONFLICT DO NOTHING RETURNING poll_id, seat_id",
            [cell for row in rows for cell in row],
        )
        return set(cursor.fetchall())


def unmark(voters: Collection[Voter]) -> None:
    """Take back marks that this transaction has set: no paper came with them."""
    for poll, seat in voters:
        Turnout.objects.filter(poll=poll, seat=seat).delete()


def marked(voters: Collection[Voter]) -> dict[Voter, bool]:
    """Those of these seats that have voted, and whether on paper."""
    if not voters:
        return {}
    polls, seats = zip(*voters, strict=True)
    rows = Turnout.objects.filter(poll__in=set(polls), seat__in=set(seats))
    return {
        (poll, seat): on_paper
        for poll, seat, on_paper in rows.values_list("poll", "seat", "on_paper")
    }
