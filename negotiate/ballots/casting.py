"""Papers into the box, as many at once as have come: stored together, answered one by one."""

from collections.abc import Collection, Sequence

from django.db import transaction

from negotiate.ballots import box, marks, roll_call
from negotiate.ballots.looking_back import look_back
from negotiate.ballots.papers import Case, Paper, Voter, receipt_of
from negotiate.ballots.standing import Standing
from negotiate.law.refusal import Refused
from negotiate.law.words import Secrecy
from negotiate.live import announce
from negotiate.people.models import Seat


def cast(seat: Seat, poll_id: int, choice: str, key: str, press: int = 1) -> str:
    """Put one paper into the box and return its receipt, once it is safely stored.

    The same key again returns the same receipt, however late; another key from a seat that has
    voted is refused, unless the poll lets votes be changed and this press is a later one.
    """
    (answer,) = cast_many([Paper(seat.pk, seat.link_serial, poll_id, choice, key, press)])
    if isinstance(answer, Refused):
        raise answer
    return answer


def cast_many(papers: Sequence[Paper]) -> list[str | Refused]:
    """Put papers, of any polls, into their boxes in one transaction. One answer each, in order:
    the paper's number, which is its receipt, or why it does not count; given when all is stored.
    Of several papers of one seat the first counts, or the latest press where votes may change."""
    with transaction.atomic():
        now = Standing(papers)
        sorted_out = [_sort(paper, now) for paper in papers]
        cases = [case for case in sorted_out if isinstance(case, Case)]
        for room in _put_in([case for case in cases if case.refusal is None], now):
            announce.turnout(room)
        look_back([case for case in cases if not case.counted], now)
    return [_answer(case) if isinstance(case, Case) else case for case in sorted_out]


def _sort(paper: Paper, now: Standing) -> Case | Refused:
    strange = now.why_strange(paper)
    if strange is not None:
        return strange
    number = receipt_of(paper.poll_id, paper.key)
    return Case(paper, (paper.poll_id, paper.seat_id), number, now.why_not_now(paper))


def _answer(case: Case) -> str | Refused:
    return case.number if case.refusal is None else case.refusal


def _put_in(cases: Sequence[Case], now: Standing) -> set[int]:
    """Mark the voters, store what they chose; give the rooms in which more have voted now."""
    if not cases:
        return set()
    new = marks.mark({case.voter for case in cases})
    secret: dict[Voter, Case] = {}
    named: dict[Voter, Case] = {}
    changing: dict[Voter, Case] = {}
    for case in cases:
        secrecy = now.polls[case.paper.poll_id].secrecy
        if secrecy == Secrecy.CHANGEABLE:
            kept = changing.setdefault(case.voter, case)
            if case.paper.press > kept.paper.press:
                changing[case.voter] = case
        elif case.voter in new:
            (secret if secrecy == Secrecy.SECRET else named).setdefault(case.voter, case)
    if named:
        _by_name(named.values(), replacing=False)
    if changing:
        _by_name(_without_paper(changing, new), replacing=True)
    new -= _into_boxes(secret.values(), now)
    return {now.polls[poll].room for poll, _ in new}


def _without_paper(changing: dict[Voter, Case], new: set[Voter]) -> list[Case]:
    """Those of the presses whose voters have not been handed a paper ballot."""
    before = changing.keys() - new
    voted = marks.marked(before) if before else {}
    return [case for voter, case in changing.items() if not voted.get(voter)]


def _by_name(cases: Collection[Case], *, replacing: bool) -> None:
    votes = [(*c.voter, c.number, c.paper.choice, c.paper.press) for c in cases]
    standing = roll_call.put(votes, replacing=replacing)
    for case in cases:
        case.counted = case.voter in standing


def _into_boxes(cases: Collection[Case], now: Standing) -> set[Voter]:
    """Each poll's papers into its box. Gives the voters whose number was another's: they have not
    voted, and are marked no more."""
    boxes: dict[int, dict[str, Case]] = {}
    for case in cases:
        boxes.setdefault(case.paper.poll_id, {}).setdefault(case.number, case)
    for poll in sorted(boxes):
        papers = boxes[poll]
        free = box.put(now.polls[poll].box, [(n, c.paper.choice) for n, c in papers.items()])
        for number in free:
            papers[number].counted = True
    empty = {case.voter for case in cases if not case.counted}
    marks.unmark(empty)
    return empty
