"""A paper that was not put in now: has it been before, or why does it not count?"""

from collections.abc import Sequence

from negotiate.ballots import box, marks, roll_call
from negotiate.ballots.models import BallotPaper, Poll
from negotiate.ballots.papers import Case
from negotiate.ballots.standing import PollNow, Standing
from negotiate.law.refusal import Refused
from negotiate.law.words import Secrecy


def look_back(cases: Sequence[Case], now: Standing) -> None:
    """Settle each case's refusal: none for a paper that was counted before, whatever has come of
    its poll since."""
    if not cases:
        return
    marked = marks.marked({case.voter for case in cases})
    by_name = {c.voter for c in cases if not now.polls[c.paper.poll_id].is_secret}
    named = roll_call.held(by_name) if by_name else {}
    secret = _in_boxes(cases, now)
    for case in cases:
        number, press = named.get(case.voter, ("", 0))
        again = case.number == number or (case.voter[0], case.number) in secret
        on_paper = marked.get(case.voter)
        if again and on_paper is False:
            case.refusal = None
        else:
            changes = now.polls[case.paper.poll_id].secrecy == Secrecy.CHANGEABLE
            undone = changes and case.paper.press < press
            case.refusal = case.refusal or _why(on_paper=on_paper, undone=undone)


def _why(*, on_paper: bool | None, undone: bool) -> Refused:
    """`on_paper` is None where the seat has not voted at all; `undone`: by a later press."""
    if on_paper is None:
        return Refused("这张票的编号已经用过，请重新投一次。")
    if on_paper:
        return Refused("您这次用的是纸质票，手机上投的不计入。")
    if undone:
        return Refused("您后来改投的一票已经计入，这一票不再计入。")
    return Refused("您的票先前已计入，不会重复计票。")


def _in_boxes(cases: Sequence[Case], now: Standing) -> set[tuple[int, str]]:
    """The secret papers among these that lie in a box, or on a published list."""
    numbers: dict[int, list[str]] = {}
    for case in cases:
        numbers.setdefault(case.paper.poll_id, []).append(case.number)
    return {
        (poll, number)
        for poll, sought in numbers.items()
        for number in _held(poll, now.polls[poll], sought)
    }


def _held(pk: int, poll: PollNow, numbers: list[str]) -> set[str]:
    if poll.box:
        return box.held(poll.box, numbers)
    if poll.state == Poll.State.CLOSED and poll.is_secret:
        papers = BallotPaper.objects.filter(poll=pk, number__in=numbers)
        return set(papers.order_by().values_list("number", flat=True))
    return set()
