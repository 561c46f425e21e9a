"""A paper that all have signed, and that waits for the time authority."""

from agreements.papers.models import Paper
from negotiate.law.words import Side
from tests.negotiate.meeting import Meeting


def paper_of(meeting: Meeting) -> Paper:
    return Paper.objects.get(room=meeting.room)


def signed(meeting: Meeting) -> Paper:
    """By all hands, and nobody has been asked for the time yet."""
    for side in Side:
        meeting.sign(side)
    return paper_of(meeting)


def require_waiting(meeting: Meeting) -> None:
    """Nothing half-done: no token is kept, nothing is completed, and every signature is there."""
    paper = paper_of(meeting)
    assert not paper.is_complete
    assert paper.signatures.count() == 2
    assert set(paper.certificates.values_list("token", flat=True)) == {None}
    assert all(paper.certificates.values_list("value", flat=True))
