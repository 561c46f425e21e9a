"""The resolution of a ratification (职代会决议), written down when the result is announced; and a
vote on paper that was held elsewhere, entered by the desk."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from negotiate import moment
from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law import ratifying
from negotiate.law.canonical import digest
from negotiate.law.refusal import Refused
from negotiate.law.tally import Step
from negotiate.law.words import Action, Choice, Electorate, Side, TermState
from negotiate.people.models import Seat
from negotiate.rooms.actions.congress import drawn_on, standing
from negotiate.rooms.models import Ratification, Room, Term, Version
from negotiate.rooms.order import Order, ordered

Votes = tuple[int, int, int]  # yes, no, abstain


@dataclass(frozen=True)
class OnPaper:
    """What the paper from elsewhere says. `votes`: by the key of each agreed term; `scan`: SHA-256
    of the scanned paper in hex, if there is a scan."""

    body: Electorate
    held_on: date
    roll: int
    present: int
    votes: Mapping[int, Votes]
    scan: str = ""
    notes: str = ""


def record_ratification(seat: Seat, ratification_id: int, paper: OnPaper) -> None:
    """Enter what was voted on paper, counted as if it had been voted here. Entered again, it takes
    the place of what was entered before; the record keeps both."""
    with ordered(seat, Action.RECORD_RATIFICATION) as order:
        of = standing(order.room, ratification_id)
        _require_enterable(order.room, of, paper)
        of.body = paper.body.value
        of.roll_size, of.present = paper.roll, paper.present
        of.on_paper, of.held_on, of.opened_at = True, paper.held_on, moment.now()
        of.entered_by, of.scan, of.notes = order.seat, paper.scan, paper.notes
        article = of.rule["articles"].get("attendance", "")
        ratifying.require_quorum(paper.roll, paper.present, of.counted_by, article)
        of.polls.all().delete()
        passed = [_enter(order, of, version, paper) for version in agreed_versions(order.room)]
        of.state = Ratification.State.PASSED if all(passed) else Ratification.State.REJECTED
        of.save()
        order.note(
            enterprise=of.bound.name if of.bound else "",
            body=of.body,
            held_on=paper.held_on.isoformat(),
            roll=paper.roll,
            present=paper.present,
            passed=all(passed),
            scan=paper.scan,
            notes=paper.notes,
        )


def _require_enterable(room: Room, of: Ratification, paper: OnPaper) -> None:
    if of.state != Ratification.State.GATHERING and not of.on_paper:
        raise Refused("这次审议已经在系统里表决，不能再登记纸面结果。")
    if paper.held_on > moment.today():
        raise Refused("审议的日期还没有到，请核对。")
    since = drawn_on(room)
    if since and paper.held_on < since:
        day = since.isoformat()
        raise Refused("草案 %(day)s 才形成，审议的日期不能更早，请核对。", day=day)


def _enter(order: Order, of: Ratification, version: Version, paper: OnPaper) -> bool:
    votes = paper.votes.get(version.term_id)
    if votes is None:
        raise Refused("请填写每一条的票数，还缺：%(title)s。", title=version.term.title)
    poll = Poll(
        room=order.room,
        version=version,
        side=Side.WORKER.value,
        binding=True,
        electorate=of.body,
        ratification=of,
        state=Poll.State.CLOSED,
        closed_at=moment.now(),
        roll_size=of.roll_size,
        voters=of.present,
    )
    given = dict(zip((Choice.YES, Choice.NO, Choice.ABSTAIN), votes, strict=True))
    ballots.judge(poll, Counter[str](given), of.counted_by, of.present)
    poll.save()
    return bool(poll.passed)


def agreed_versions(room: Room) -> list[Version]:
    """What is voted on: the text of every agreed term, in the order of the agenda."""
    terms = Term.objects.filter(item__room=room, state=TermState.AGREED.value)
    return [version for term in terms if (version := term.versions.last())]


def text_digest(room: Room) -> str:
    """SHA-256 of what is voted on: the whole text that both chiefs have initialled, and will sign.
    While none is frozen, of the digests of the agreed texts."""
    frozen = room.drafts.exclude(digest="").last()
    if frozen is not None:
        return frozen.digest
    return digest([version.digest for version in agreed_versions(room)])


def write_down(of: Ratification, room: Room) -> None:
    """Keep the resolution, with its own SHA-256."""
    of.resolution = "\n".join(lines_of(of, room))
    of.digest = hashlib.sha256(of.resolution.encode()).hexdigest()
    of.concluded_at = moment.now()
    of.save(update_fields=["resolution", "digest", "concluded_at"])


def lines_of(of: Ratification, room: Room) -> tuple[str, ...]:
    """The resolution as it stands or will stand; of what has been voted on by now."""
    day = of.held_on or moment.day_of(of.opened_at or of.called_at)
    polls = of.polls.filter(state=Poll.State.CLOSED).select_related("version__term")
    order = "version__term__item__position", "version__term__position"
    return ratifying.resolution(
        ratifying.Sitting(
            who=of.bound.name if of.bound else room.enterprise.name,
            draft=room.title,
            body=of.by,
            day=f"{day.year}年{day.month}月{day.day}日",
            attempt=of.attempt,
            roll=of.roll_size,
            present=of.present,
            rule=of.counted_by,
            items=tuple(_item(poll) for poll in polls.order_by(*order)),
            text=text_digest(room),
            articles=tuple(of.rule["articles"].values()),
            on_paper=of.on_paper,
        )
    )


def _item(poll: Poll) -> ratifying.Item:
    return ratifying.Item(
        title=poll.version.term.title,
        digest=poll.version.digest,
        yes=poll.yes,
        no=poll.no,
        abstain=poll.abstain,
        passed=bool(poll.passed),
        steps=tuple(Step(**step) for step in poll.steps),
    )
