"""Opening, casting, closing. Rooms decide when; the box decides what counts."""

import base64
import hmac
import secrets
from dataclasses import asdict

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from negotiate.ballots.models import BallotPaper, Poll, RollEntry, Turnout
from negotiate.law import stages, tally
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Action, Capacity, Choice, Side
from negotiate.live import announce
from negotiate.people.models import Seat


class TooLate(Refused):
    """A paper that came after its poll had ended: refused, and worth a line in the record."""


VOTERS = (Capacity.CHIEF.value, Capacity.REPRESENTATIVE.value)


def open_poll(*, room_id: int, version_id: int, side: Side, binding: bool) -> Poll:
    """Freeze the side's roll (present or not: a no-show is not a yes) and open the box."""
    if Poll.objects.filter(room=room_id, side=side, state=Poll.State.OPEN).exists():
        raise Refused("%(side)s还有一个表决没有结束。", side=(side.label,))
    poll = Poll.objects.create(
        room_id=room_id, version_id=version_id, side=side.value, binding=binding
    )
    voters = Seat.objects.filter(room=room_id, side=side, capacity__in=VOTERS)
    RollEntry.objects.bulk_create([RollEntry(poll=poll, seat=voter) for voter in voters])
    poll.roll_size = len(voters)
    poll.save(update_fields=["roll_size"])
    return poll


def cast(seat: Seat, poll_id: int, choice: str, key: str) -> str:
    """Put one paper into the box and return its receipt, once it is safely stored.

    The phone makes `key` (32 hex digits). The same key again returns the same receipt, however
    late; another key from a seat that has voted is refused, and nothing is counted twice.
    """
    with transaction.atomic():
        poll = (
            Poll.objects.select_for_update(of=("self",))
            .select_related("room", "version__term")
            .filter(pk=poll_id, room=seat.room_id)
            .first()
        )
        if poll is None or poll.side != seat.side:
            raise Refused("这不是您这一方的表决。")
        if choice not in set(Choice):
            raise Refused("请选择赞成、反对或弃权。")
        if BallotPaper.objects.filter(pk=key, poll=poll).exists():
            return receipt_of(poll, key)
        _require_open(seat, poll)
        _, first = Turnout.objects.get_or_create(poll=poll, seat=seat)
        if not first:
            raise Refused("您的票先前已计入，不会重复计票。")
        BallotPaper.objects.create(pk=key, poll=poll, choice=choice)
        voted = poll.cast
        announce.turnout(poll.room_id, poll.pk, voted, poll.roll_size)
        if voted == poll.roll_size:  # the next step is another now
            announce.news(poll.room_id)
        return receipt_of(poll, key)


def _require_open(seat: Seat, poll: Poll) -> None:
    stages.check(Action.VOTE, seat.capacities, poll.room.is_at, poll.version.term.is_at)
    if poll.state == Poll.State.CLOSED:
        raise TooLate(N_("表决已经结束，您的票没有计入。"))
    if poll.state == Poll.State.VOID:
        raise Refused("方案已经改动，这次表决作废；请等新的表决。")
    entry = poll.roll.select_related("seat").filter(seat=seat).first()
    if entry is None:
        raise Refused("您不在这次表决的名册上。")
    if entry.seat.arrived_at is None:
        raise Refused("请先签到，再办这件事。")


def close_poll(poll_id: int) -> Poll:
    """Count the papers and freeze the figures; raise Refused if the poll is not open."""
    poll = Poll.objects.select_for_update().get(pk=poll_id)
    if poll.state != Poll.State.OPEN:
        raise Refused("这个表决已经结束。")
    choices = list(poll.papers.values_list("choice", flat=True))
    verdict = tally.tally(
        roll=poll.roll_size,
        present=len(choices),
        yes=choices.count(Choice.YES),
        no=choices.count(Choice.NO),
        abstain=choices.count(Choice.ABSTAIN),
        rule=tally.SIDE_POLL,
    )
    poll.yes, poll.no = choices.count(Choice.YES), choices.count(Choice.NO)
    poll.abstain = choices.count(Choice.ABSTAIN)
    poll.state, poll.closed_at = Poll.State.CLOSED, timezone.now()
    poll.passed, poll.verdict = verdict.passed, verdict.text
    poll.steps = [asdict(step) for step in verdict.steps]
    poll.save()
    _forget_order(poll)
    return poll


def void_open(room_id: int, *, term: int | None = None) -> None:
    """End the room's open polls (of one term, or all) without counting."""
    polls = Poll.objects.filter(room=room_id, state=Poll.State.OPEN)
    if term is not None:
        polls = polls.filter(version__term=term)
    for poll in polls.select_for_update():
        poll.state, poll.closed_at = Poll.State.VOID, timezone.now()
        poll.save(update_fields=["state", "closed_at"])
        _forget_order(poll)


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


def _forget_order(poll: Poll) -> None:
    """Write both tables anew in an order of their own, so that neither row order nor row number
    joins a voter to a paper. What a live administrator could still see: docs/secrecy.md."""
    papers = sorted(poll.papers.values_list("key", "choice"))
    voters = sorted(poll.turnout.values_list("seat_id", flat=True))
    poll.papers.all().delete()
    poll.turnout.all().delete()
    BallotPaper.objects.bulk_create(
        [BallotPaper(key=key, poll=poll, choice=choice) for key, choice in papers]
    )
    Turnout.objects.bulk_create([Turnout(poll=poll, seat_id=voter) for voter in voters])
