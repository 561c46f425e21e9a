"""Real agreements, played from the first word to the last signature."""

from agreements.papers.models import Paper
from agreements.scenarios.long_player import player_of
from agreements.scenarios.opening import book, chair_of
from agreements.scenarios.story import story
from negotiate import moment
from negotiate.people.models import Account
from tests.agreements.signing.scanned import PDF, sign_in_ink
from tests.negotiate.meeting import Meeting


def played(name: str) -> Paper:
    """A scenario of either procedure."""
    told = story(name)
    with moment.travelling():
        return player_of(told, book(told, chair_of(told))).play()


def in_ink() -> Paper:
    """One that was signed on paper, and came back as two files."""
    meeting = Meeting("award")
    meeting.open()
    meeting.agree()
    meeting.sum_up()
    return sign_in_ink(meeting.chair, PDF, b"%PDF-1.6" + PDF[8:])


def chair(paper: Paper) -> Account:
    return Account.objects.get(enterprise=paper.enterprise)
