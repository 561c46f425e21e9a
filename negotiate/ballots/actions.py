"""Opening, casting, closing. Rooms decide when; the box decides what counts."""

import base64
import hmac
import secrets
from dataclasses import asdict

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from negotiate.ballots.forgetting import forget_order
from negotiate.ballots.models import BallotPaper, Poll, RollEntry, Turnout
from negotiate.law import stages, tally
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import DELEGATES, Action, Choice, Side
from negotiate.live import announce
from negotiate.people.models import Seat


class TooLate(Refused):
    """A paper that came after its poll had ended: refused, and worth a line in the record."""


def open_poll(*, room_id: int, version_id: int, side: Side, binding: bool) -> Poll:
    """Freeze the side's roll (present or not: a no-show is not a yes) and open the box."""
    if Poll.objects.filter(room=room_id, side=side, state=Poll.State.OPEN).exists():
        raise Refused("%(side)s还有一个表决没有结束。", side=(side.label,))
    poll = Poll.objects.create(
        room_id=room_id, version_id=version_id, side=side.value, binding=binding
    )
    voters = Seat.objects.filter(room=room_id, side=side, capacity__in=DELEGATES)
    RollEntry.objects.bulk_create([RollEntry(poll=poll, seat=voter) for voter in voters])
    poll.roll_size = len(voters)
    poll.save(update_fields=["roll_size"])
    return poll


def cast(seat: Seat, poll_id: int, choice: str, key: str) -> str:
    """Put one paper into the box and return its receipt, once it is safely stored.

    The phone makes `key` (32 hex digits). The same key again returns the same receipt, however
    late; another key from a seat that has voted is refused.
    """
    with transaction.atomic():
        now = _still_seated(seat)
        poll = (
            Poll.objects.select_for_update(of=("self",))
            .select_related("room", "version__term")
            .filter(pk=poll_id, room=now.room_id)
            .first()
        )
        if poll is None or poll.side != now.side:
            raise Refused("这不是您这一方的表决。")
        if choice not in set(Choice):
            raise Refused("请选择赞成、反对或弃权。")
        counted = Turnout.objects.filter(poll=poll, seat=now).exists()
        if counted and BallotPaper.objects.filter(pk=key, poll=poll).exists():
            return receipt_of(poll, key)
        _require_open(now, poll)
        if counted:
            raise Refused("您的票先前已计入，不会重复计票。")
        _put_in(poll, now, choice, key)
        voted = poll.cast
        announce.turnout(poll.room_id, poll.pk, voted, poll.roll_size)
        if voted == poll.roll_size:  # the next step is another now
            announce.news(poll.room_id)
        return receipt_of(poll, key)


def _still_seated(seat: Seat) -> Seat:
    """The seat as it is now, held until the paper is in: nothing is counted from a phone of which
    the chair has been told that it is out."""
    seats = Seat.objects.select_for_update(no_key=True)
    now = seats.filter(pk=seat.pk, link_serial=seat.link_serial).first()
    if now is None:
        raise Refused("您已不在这个会场的席位上。")
    return now


def _put_in(poll: Poll, seat: Seat, choice: str, key: str) -> None:
    """Both rows or neither. A key is good for one paper in one poll."""
    Turnout.objects.create(poll=poll, seat=seat)
    try:
        with transaction.atomic():
            BallotPaper.objects.create(pk=key, poll=poll, choice=choice)
    except IntegrityError:
        raise Refused("这张票的编号已经用过，请重新投一次。") from None


def _require_open(seat: Seat, poll: Poll) -> None:
    stages.check(Action.VOTE, seat.capacities, poll.room.is_at, poll.version.term.is_at)
    if poll.state == Poll.State.CLOSED:
        raise TooLate(N_("表决已经结束，您的票没有计入。"))
    if poll.state == Poll.State.VOID:
        raise Refused("方案已经改动，这次表决作废；请等新的表决。")
    if not poll.roll.filter(seat=seat).exists():
        raise Refused("您不在这次表决的名册上。")
    if seat.arrived_at is None:
        raise Refused("请先签到，再办这件事。")


def close_poll(poll_id: int) -> Poll:
    """Count the papers and freeze the figures; raise Refused if the poll is not open."""
    poll = Poll.objects.select_for_update().get(pk=poll_id)
    if poll.state != Poll.State.OPEN:
        raise Refused("这个表决已经结束。")
    choices = list(poll.papers.values_list("choice", flat=True))
    poll.yes, poll.no = choices.count(Choice.YES), choices.count(Choice.NO)
    poll.abstain = choices.count(Choice.ABSTAIN)
    verdict = tally.tally(
        roll=poll.roll_size,
        present=len(choices),
        yes=poll.yes,
        no=poll.no,
        abstain=poll.abstain,
        rule=tally.SIDE_POLL,
    )
    poll.state, poll.closed_at = Poll.State.CLOSED, timezone.now()
    poll.passed, poll.verdict = verdict.passed, verdict.text
    poll.steps = [asdict(step) for step in verdict.steps]
    poll.save()
    forget_order(poll)
    return poll


def void_open(room_id: int, *, term: int | None = None) -> None:
    """End the room's open polls (of one term, or all) without counting."""
    polls = Poll.objects.filter(room=room_id, state=Poll.State.OPEN)
    if term is not None:
        polls = polls.filter(version__term=term)
    for poll in polls.select_for_update():
        poll.state, poll.closed_at = Poll.State.VOID, timezone.now()
        poll.save(update_fields=["state", "closed_at"])
        forget_order(poll)


def names_of_turnout(poll: Poll) -> list[str]:
    """Who voted, in the order of the seats: the order of arrival is nobody's business."""
    return list(poll.turnout.order_by("seat_id").values_list("seat__person__name", flat=True))


def receipt_of(poll: Poll, key: str) -> str:
    """A short code that shows that this paper was stored, and not what is on it."""
    mac = hmac.digest(settings.SECRET_KEY.encode(), f"{poll.pk}:{key}".encode(), "sha256")
    code = base64.b32encode(mac).decode()[:8]
    return f"{code[:4]}-{code[4:]}"


def new_key() -> str:
    """For a phone without JavaScript, whose key the server has to make."""
    return secrets.token_hex(16)
