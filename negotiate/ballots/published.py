"""The list of votes that a closed poll publishes, for everyone to recount. Its form is defined in
`verify`, which recounts an export of it without this project."""

import json
from collections.abc import Iterable
from typing import Any

from django.db.models import OuterRef, Subquery

from negotiate.ballots import verify
from negotiate.ballots.given import ask, given
from negotiate.ballots.models import HandCount, Poll
from negotiate.people.models import Seat

_LINE = ("bigint", "text", "text")
Line = tuple[str, ...]  # number, choice and, in a poll with names, the name


def is_hidden(poll: Poll) -> bool:
    """Whether a closed poll's list would tell who chose what: then it has none."""
    return poll.is_few


def write_down(poll: Poll, papers: Iterable[tuple[str, str]]) -> None:
    """Keep a secret poll's papers (number, choice) as its list, in this order."""
    insert = f"INSERT INTO negotiate_ballotpaper (poll_id, number, choice) {given(*_LINE)}"
    ask(f"{insert} RETURNING id", [(poll.pk, number, choice) for number, choice in papers])


def write_names(poll: Poll) -> None:
    """Keep the voters' names of a poll with names as they are now: the list's hash has them."""
    of_seat = Seat.objects.filter(pk=OuterRef("seat")).values("person__name")
    poll.votes.update(name=Subquery(of_seat))


def lines(poll: Poll) -> list[Line]:
    """Every vote of a closed poll, sorted by its number."""
    if poll.is_secret:
        return sorted(poll.papers.values_list("number", "choice"))
    return sorted(poll.votes.values_list("number", "choice", "name"))


def export(poll: Poll) -> dict[str, Any]:
    """All that the check needs, and what a reader wants to know; of a poll that has a list."""
    count = HandCount.objects.filter(poll=poll).first()
    version = poll.version
    rule = {"rule": _rule(poll.ratification)} if poll.ratification else {}
    return {
        **rule,
        "form": verify.FORM,
        "poll": poll.pk,
        "side": poll.side,
        "electorate": poll.electorate,
        "secrecy": poll.secrecy,
        "title": version.term.title,
        "version": version.number,
        "about": version.digest,
        "roll": poll.roll_size,
        "by_hand": _by_hand(count),
        "votes": [list(line) for line in lines(poll)],
        "totals": {"yes": poll.yes, "no": poll.no, "abstain": poll.abstain},
        "passed": bool(poll.passed),
        "sha256": poll.list_digest,
    }


def as_json(poll: Poll) -> bytes:
    """The export as a file."""
    return json.dumps(export(poll), ensure_ascii=False, indent=1).encode()


def list_digest(poll: Poll) -> str:
    """SHA-256 of the published list, in hex; empty where there is none."""
    return "" if is_hidden(poll) else verify.digest(export(poll))


def _rule(of: Any) -> dict[str, Any]:
    """What a ratification needs, and how many had come to it."""
    needed = {key: of.rule[key] for key in ("threshold", "attendance")}
    return {**needed, "present": of.present}


def _by_hand(count: HandCount | None) -> dict[str, Any] | None:
    if count is None:
        return None
    return {"means": count.means, "yes": count.yes, "no": count.no, "abstain": count.abstain}
