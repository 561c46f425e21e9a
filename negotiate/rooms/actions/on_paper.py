"""A vote on paper that was held elsewhere (纸面审议), entered by the desk."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from negotiate import moment
from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law import ratifying
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Choice, Electorate, Side
from negotiate.people.models import Seat
from negotiate.rooms.actions import congress
from negotiate.rooms.actions.resolutions import agreed_versions
from negotiate.rooms.models import Ratification, Room, Version
from negotiate.rooms.order import Order, ordered

Votes = tuple[int, int, int]  # yes, no, abstain


@dataclass(frozen=True)
class OnPaper:
    """What the paper from elsewhere says. `roll`: how many were on it, None where the roll is
    enrolled here; `votes`: by the key of each agreed term; `scan`: SHA-256 of the scanned paper in
    hex, if there is a scan."""

    body: Electorate
    held_on: date
    roll: int | None
    present: int
    votes: Mapping[int, Votes]
    scan: str = ""
    notes: str = ""


def record_ratification(seat: Seat, ratification_id: int, paper: OnPaper) -> None:
    """Enter what was voted on paper, counted as if it had been voted here. Entered again, it takes
    the place of what was entered before; the record keeps both."""
    with ordered(seat, Action.RECORD_RATIFICATION) as order:
        of = congress.standing(order.room, ratification_id)
        _require_enterable(order.room, of, paper)
        of.roll_size, of.roll_digest = _roll(of, paper)
        of.body, of.present = paper.body.value, paper.present
        of.on_paper, of.held_on, of.opened_at = True, paper.held_on, moment.now()
        of.entered_by, of.scan, of.notes = order.seat, paper.scan, paper.notes
        article = of.rule["articles"].get("attendance", "")
        ratifying.require_quorum(of.roll_size, of.present, of.counted_by, article)
        of.polls.all().delete()
        passed = [_enter(order, of, version, paper) for version in agreed_versions(order.room)]
        of.state = Ratification.State.PASSED if all(passed) else Ratification.State.REJECTED
        of.save()
        order.note(
            enterprise=of.bound.name if of.bound else "",
            body=of.body,
            held_on=paper.held_on.isoformat(),
            roll=of.roll_size,
            roll_sha256=of.roll_digest,
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
    since = congress.drawn_on(room)
    if since and paper.held_on < since:
        day = since.isoformat()
        raise Refused("草案 %(day)s 才形成，审议的日期不能更早，请核对。", day=day)


def frozen_roll(of: Ratification, body: Electorate) -> tuple[int, str] | None:
    """How many are on the roll that a vote on paper of this body is counted against, and its
    SHA-256: as it was when the result was first entered, or is now. None if none is enrolled."""
    if of.on_paper and of.by is body and of.roll_digest:
        return of.roll_size, of.roll_digest
    roll = congress.roll_of(of.room, body, of.bound_id)
    if not congress.is_enrolled(roll, body):
        return None
    return roll.count(), congress.roll_digest(roll)


def _roll(of: Ratification, paper: OnPaper) -> tuple[int, str]:
    """The enrolled roll, which nobody's word replaces; else what is declared, and no digest."""
    frozen = frozen_roll(of, paper.body)
    if frozen is None and paper.roll is None:
        raise Refused("还没有导入名册，请填写应到人数。")
    if frozen is not None and paper.roll is not None and paper.roll != frozen[0]:
        raise Refused(
            "名册上有 %(enrolled)s 人，应到人数以名册为准，不能填 %(typed)s 人。",
            enrolled=frozen[0],
            typed=paper.roll,
        )
    return frozen or (paper.roll or 0, "")


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
