"""Votes with names: one row a seat, which a later press may replace where the poll allows it."""

from collections.abc import Collection, Iterable

from negotiate.ballots.given import ask, given
from negotiate.ballots.models import RecordedVote
from negotiate.ballots.papers import Voter

Vote = tuple[int, int, str, str, int]  # poll, seat, number, choice, press

_TABLE = RecordedVote._meta.db_table
_REPLACE = (
    "UPDATE SET number = excluded.number, choice = excluded.choice, press = excluded.press"
    f" WHERE excluded.press > {_TABLE}.press"
)


def put(votes: Iterable[Vote], *, replacing: bool) -> set[Voter]:
    """Write votes down, one a seat; give those that now stand. `replacing`: over an earlier press
    of the same seat. Sorted, so that of two processes one waits for the other, and never both."""
    insert = (
        f"INSERT INTO {_TABLE} (poll_id, seat_id, number, choice, press)"
        f" {given('bigint', 'bigint', 'text', 'text', 'bigint')}"
        f" ON CONFLICT (poll_id, seat_id) DO {_REPLACE if replacing else 'NOTHING'}"
        " RETURNING poll_id, seat_id"
    )
    return {(poll, seat) for poll, seat in ask(insert, sorted(votes))}


def held(voters: Collection[Voter]) -> dict[Voter, tuple[str, int]]:
    """The number and press that stand for each of these seats."""
    of_them = (
        f"SELECT poll_id, seat_id, number, press FROM {_TABLE}"  # noqa: S608
        f" WHERE (poll_id, seat_id) IN ({given('bigint', 'bigint')})"
    )
    return {(poll, seat): (number, press) for poll, seat, number, press in ask(of_them, voters)}
