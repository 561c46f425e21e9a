"""What a poll forgets once it is no longer open: in which order voters and papers came."""

from django.db import transaction

from negotiate.ballots import box
from negotiate.ballots.models import Poll, Turnout


def forget_order(poll: Poll) -> None:
    """Drop the box, and write the marks anew in the order of the seats, so that neither row order
    nor row number joins a voter to a paper. What could still be seen: docs/secrecy.md."""
    if poll.box:
        box.destroy(poll.box)
        poll.box = ""
        transaction.on_commit(box.forget_log, robust=True)
    voters = sorted(poll.turnout.values_list("seat_id", "on_paper"))
    poll.turnout.all().delete()
    Turnout.objects.bulk_create(
        [Turnout(poll=poll, seat_id=seat, on_paper=on_paper) for seat, on_paper in voters]
    )
