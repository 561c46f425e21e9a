"""The list of papers that a closed poll publishes, for everyone to recount.

The list is plain text, one line after the other, each ended by a line feed, in UTF-8:

    yishi list 1                      the form of this list
    poll 17 worker staff secret       the poll's number, side, electorate and secrecy
    about <64 hex digits>             SHA-256 of the version that was voted on
    roll 180                          how many could vote
    by hand paper 3 2 0               counted by hand: yes, no, abstain; or `by hand -`
    AB3D-EF4G yes                     one line a paper, sorted: its number, what was chosen
    ...                               (with names: number, choice, name)

`list_digest` is the SHA-256 of exactly these bytes. `verify.py` makes the text anew from an export
and recounts it, without this project.
"""

import hashlib
import json
from typing import Any

from negotiate.ballots.models import HandCount, Poll
from negotiate.law.tally import LEAST_COUNTED
from negotiate.law.words import Means

FORM = "yishi list 1"
Line = tuple[str, ...]  # number, choice and, in a poll with names, the name


def is_hidden(poll: Poll) -> bool:
    """Whether a closed poll's list would tell who chose what: then it has none. So few votes do, in
    all or in a part that the list sets apart: those by phone, or those on paper."""
    if not poll.is_secret:
        return False
    count = HandCount.objects.filter(poll=poll).first()
    by_hand = count.cast if count else 0
    on_paper = by_hand if count and count.means == Means.PAPER else 0
    by_phone = poll.yes + poll.no + poll.abstain - by_hand
    return poll.is_few or any(0 < part < LEAST_COUNTED for part in (by_phone, on_paper))


def lines(poll: Poll) -> list[Line]:
    """Every paper of a closed poll, sorted by its number."""
    if poll.is_secret:
        return sorted(poll.papers.values_list("number", "choice"))
    return sorted(poll.votes.values_list("number", "choice", "seat__person__name"))


def export(poll: Poll) -> dict[str, Any]:
    """All that `verify.py` needs, and what a reader wants to know; of a poll with a list."""
    count = HandCount.objects.filter(poll=poll).first()
    version = poll.version
    return {
        "form": FORM,
        "poll": poll.pk,
        "side": poll.side,
        "electorate": poll.electorate,
        "secrecy": poll.secrecy,
        "title": version.term.title,
        "version": version.number,
        "about": version.digest,
        "roll": poll.roll_size,
        "by_hand": _by_hand(count),
        "papers": [list(line) for line in lines(poll)],
        "totals": {"yes": poll.yes, "no": poll.no, "abstain": poll.abstain},
        "passed": poll.passed,
        "sha256": poll.list_digest,
    }


def as_json(poll: Poll) -> bytes:
    """The export as a file."""
    return json.dumps(export(poll), ensure_ascii=False, indent=1).encode()


def as_text(export: dict[str, Any]) -> str:
    """The list whose SHA-256 stands in the minutes."""
    of = " ".join(str(export[key]) for key in ("poll", "side", "electorate", "secrecy"))
    hand = export["by_hand"]
    by_hand = "{means} {yes} {no} {abstain}".format(**hand) if hand else "-"
    head = [FORM, f"poll {of}", f"about {export['about']}", f"roll {export['roll']}"]
    papers = [" ".join(line) for line in export["papers"]]
    return "".join(f"{line}\n" for line in (*head, f"by hand {by_hand}", *papers))


def list_digest(poll: Poll) -> str:
    """SHA-256 of the published list, in hex; empty where there is none."""
    if is_hidden(poll):
        return ""
    return hashlib.sha256(as_text(export(poll)).encode()).hexdigest()


def _by_hand(count: HandCount | None) -> dict[str, Any] | None:
    if count is None:
        return None
    return {"means": count.means, "yes": count.yes, "no": count.no, "abstain": count.abstain}
