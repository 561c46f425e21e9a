"""Whether what was acknowledged is what is counted and stored, number by number."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from negotiate.ballots.models import BallotPaper, Poll, Turnout
from negotiate.law.words import Choice

Acknowledged = Sequence[tuple[int, str, str, str]]  # seat, choice, key, receipt


def compare(poll: Poll, acknowledged: Acknowledged) -> dict[str, Any]:
    """Hold a closed poll against the receipts that phones were given."""
    stored = dict(BallotPaper.objects.filter(poll=poll).values_list("number", "choice"))
    voted = set(Turnout.objects.filter(poll=poll).values_list("seat", flat=True))
    choices = Counter(choice for _, choice, _, _ in acknowledged)
    counted = {Choice.YES: poll.yes, Choice.NO: poll.no, Choice.ABSTAIN: poll.abstain}
    wrong = [
        f"{receipt}: acknowledged as {choice}, stored as {stored.get(receipt, 'nothing')}"
        for _, choice, _, receipt in acknowledged
        if stored.get(receipt) != choice
    ]
    if len({receipt for *_, receipt in acknowledged}) != len(acknowledged):
        wrong.append("one receipt was given to two papers")
    if {seat for seat, *_ in acknowledged} != voted:
        wrong.append("those who voted are not those who were told so")
    if {choice: number for choice, number in counted.items() if number} != choices:
        wrong.append(f"counted {counted}, acknowledged {dict(choices)}")
    return {
        "acknowledged": len(acknowledged),
        "counted": sum(counted.values()),
        "stored": len(stored),
        "wrong": wrong,
    }
