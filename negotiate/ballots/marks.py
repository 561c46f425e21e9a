"""Who has voted: the marks on the roll. Whoever sets a seat's mark has its vote."""

from collections.abc import Collection, Iterable

from negotiate.ballots.given import ask, given
from negotiate.ballots.models import Turnout
from negotiate.ballots.papers import Voter

_TABLE = Turnout._meta.db_table


def mark(voters: Iterable[Voter]) -> set[Voter]:
    """Mark seats as having voted by phone; give those that were not marked before. Sorted, so
    that of two processes with the same voters one waits for the other, and never both."""
    insert = (
        f"WITH voter (poll, seat) AS ({given('bigint', 'bigint')})"  # noqa: S608  (our names)
        f" INSERT INTO {_TABLE} (poll_id, seat_id, on_paper)"
        " SELECT poll, seat, false FROM voter WHERE true"
        " ON CONFLICT DO NOTHING RETURNING poll_id, seat_id"
    )
    return {(poll, seat) for poll, seat in ask(insert, sorted(voters))}


def unmark(voters: Collection[Voter]) -> None:
    """Take back marks that this transaction has set: no paper came with them."""
    for poll, seat in voters:
        Turnout.objects.filter(poll=poll, seat=seat).delete()


def marked(voters: Collection[Voter]) -> dict[Voter, bool]:
    """Those of these seats that have voted, and whether on paper."""
    of_them = (
        f"SELECT poll_id, seat_id, on_paper FROM {_TABLE}"  # noqa: S608
        f" WHERE (poll_id, seat_id) IN ({given('bigint', 'bigint')})"
    )
    return {(poll, seat): bool(on_paper) for poll, seat, on_paper in ask(of_them, voters)}
