"""What a box forgets once it is no longer open: in which order voters and papers came."""

from negotiate.ballots.models import BallotPaper, Poll, Turnout


def forget_order(poll: Poll) -> None:
    """Write both tables anew in an order of their own, so that neither row order nor row number
    joins a voter to a paper. What a live administrator could still see: docs/secrecy.md."""
    papers = sorted(poll.papers.values_list("key", "choice"))
    voters = sorted(poll.turnout.values_list("seat_id", flat=True))
    poll.papers.all().delete()
    poll.turnout.all().delete()
    BallotPaper.objects.bulk_create(
        [BallotPaper(key=key, poll=poll, choice=choice) for key, choice in papers]
    )
    Turnout.objects.bulk_create([Turnout(poll=poll, seat_id=voter) for voter in voters])
