"""What was counted by hand: read, named by its row, and told as far as it may be."""

from negotiate.ballots.models import HandCount, Poll
from negotiate.law.words import Means


def missing(poll: Poll) -> tuple[int, int]:
    """How many of those who can have not voted in an open poll, and how many papers were handed out
    that were not counted."""
    count = count_of(poll)
    if count is not None and count.means == Means.HANDS:
        return poll.voters - count.cast, 0
    papers = poll.turnout.filter(on_paper=True).count()
    return poll.voters - poll.cast, papers - (count.cast if count else 0)


def count_of(poll: Poll) -> HandCount | None:
    return HandCount.objects.filter(poll=poll).first()


def is_only_called(count: HandCount) -> bool:
    """Whether hands were called for and not counted yet."""
    return count.means == Means.HANDS and not count.cast


def by_hands(poll: Poll) -> bool:
    return HandCount.objects.filter(poll=poll, means=Means.HANDS).exists()


def entry_of(count: HandCount) -> str:
    """Names these figures and says nothing of them: whenever they change, the row is a new one."""
    return str(count.pk)


def is_told(poll: Poll, count: HandCount) -> bool:
    """Whether a closed poll's count may be told apart from the rest. A few papers are not: they
    stand among the others, and what was on them is forgotten."""
    return count.cast > 0 and (count.means == Means.HANDS or bool(poll.list_digest))


def as_counted(poll: Poll, counted: int) -> dict[str, str | int]:
    """What was counted by hand in a closed poll, as the record tells it, with who counted."""
    count = count_of(poll)
    if count is None:
        return {}
    by: dict[str, str | int] = {"means": count.means, "counted": counted}
    by["recorder"] = count.seat.person.name
    if not is_told(poll, count):
        return by
    return by | {"yes": count.yes, "no": count.no, "abstain": count.abstain}


def as_entered(poll: Poll, count: HandCount) -> dict[str, str | int]:
    """The same while the poll is open. Nobody knows yet how many papers there will be: the record
    keeps no figures that might turn out to tell who chose what."""
    if poll.is_secret and count.means == Means.PAPER:
        return {"means": Means.PAPER.value, "counted": count.cast}
    figures = {"yes": count.yes, "no": count.no, "abstain": count.abstain}
    return {"means": count.means, "counted": count.cast, **figures}
