"""Votes with names: one row a seat, which a later press may replace where the poll allows it."""

from collections.abc import Collection, Iterable

from django.db import connection

from negotiate.ballots.models import RecordedVote

Voter = tuple[int, int]  # poll, seat
Vote = tuple[int, int, str, str, int]  # poll, seat, number, choice, press

_TABLE = RecordedVote._meta.db_table
_REPLACE = (
    "UPDATE SET number = excluded.number, choice = excluded.choice, press = excluded.press"
    f" WHERE excluded.press > {_TABLE}.press"
)


def put(votes: Iterable[Vote], *, replacing: bool) -> set[Voter]:
    """Write votes down, one a seat; give those that now stand. `replacing`: over an earlier press
    of the same seat. Sorted, so that of two processes one waits for the other, and never both."""
    rows = sorted(votes)
    if not rows:
        return set()
    places = ",".join(["(%s,%s,%s,%s,%s)"] * len(rows))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {_TABLE} (poll_id, seat_id, number, choice, press) VALUES {places}"  # noqa: S608
            f" ON CONFLICT (poll_id, seat_id) DO {_REPLACE if replacing else 'NOTHING'}"
            " RETURNING poll_id, seat_id",
            [cell for row in rows for cell in row],
        )
        return set(cursor.fetchall())


def held(voters: Collection[Voter]) -> dict[Voter, tuple[str, int]]:
    """The number and press that stand for each of these seats."""
    polls, seats = zip(*voters, strict=True) if voters else ((), ())
    votes = RecordedVote.objects.filter(poll__in=set(polls), seat__in=set(seats))
    return {
        (poll, seat): (number, press)
        for poll, seat, number, press in votes.values_list("poll", "seat", "number", "press")
    }
