"""What lies in the boxes, open or closed, read as no page of the product reads it."""

from negotiate.ballots import box
from negotiate.ballots.models import Poll


def papers_of(poll: Poll) -> dict[str, str]:
    """A poll's papers: each one's number and what was chosen."""
    now = Poll.objects.get(pk=poll.pk)
    if now.box:
        return dict(box.take_out(now.box))
    kept = now.papers if now.is_secret else now.votes
    return dict(kept.values_list("number", "choice"))


def all_papers() -> dict[str, str]:
    """The papers of all polls. Numbers of different polls do not meet in a test."""
    polls = [papers_of(poll) for poll in Poll.objects.all()]
    return {number: choice for papers in polls for number, choice in papers.items()}
