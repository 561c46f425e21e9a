"""What becomes of a draft that is ratified: each item as it is counted, then the whole."""

from collections.abc import Iterable
from typing import Any

from negotiate.ballots import actions as ballots
from negotiate.ballots.models import Poll
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, TermState
from negotiate.people.models import Seat
from negotiate.rooms.actions import bundling, resolutions
from negotiate.rooms.models import Ratification, Term
from negotiate.rooms.order import ordered

State = Ratification.State


def close_item(poll: Poll) -> Poll:
    """Count it against the whole roll, inside a CLOSE_POLL; after the last item of all the draft
    has passed here, or not."""
    assert poll.ratification is not None  # noqa: S101  whose item it is
    of: Ratification = poll.ratification
    closed = ballots.close_poll(poll.pk, of.counted_by, of.present)
    agreed = Term.objects.filter(item__room=of.room_id, state=TermState.AGREED.value).count()
    voted = list(of.polls.filter(state=Poll.State.CLOSED).values_list("passed", flat=True))
    if len(voted) == agreed:
        of.state = State.PASSED if all(voted) else State.REJECTED
        of.save(update_fields=["state"])
    return closed


def conclude(seat: Seat) -> None:
    """Say what became of the draft: passed if all passed it whose word it needs; otherwise the
    items that were rejected are on the table again. Every resolution is written down."""
    with ordered(seat, Action.CONCLUDE) as order:
        all_of = list(order.room.ratifications.standing().select_related("bound"))
        _require_decided(all_of)
        passed = all(of.state == State.PASSED for of in all_of)
        for of in all_of:
            resolutions.write_down(of, order.room)
        order.refuses = not passed
        order.note(
            passed=passed,
            results=[_told(of) for of in all_of],
            reopened=[] if passed else bundling.put_back(order, _rejected(all_of)),
        )


def _require_decided(all_of: list[Ratification]) -> None:
    if not all_of:
        raise Refused("还没有召开审议。")
    waiting = [of for of in all_of if not of.is_decided]
    if waiting and waiting[0].bound:
        raise Refused(
            "还有 %(count)s 家企业没有审议完：%(names)s。",
            count=len(waiting),
            names=tuple(of.bound.name for of in waiting if of.bound),
        )
    if waiting:
        raise Refused("还有条款没有表决，不能公布审议结果。")


def _rejected(all_of: Iterable[Ratification]) -> list[Term]:
    polls = Poll.objects.filter(ratification__in=list(all_of), passed=False)
    return list(Term.objects.filter(pk__in=polls.values("version__term")))


def _told(of: Ratification) -> dict[str, Any]:
    """One result as the record keeps it."""
    return {
        "enterprise": of.bound.name if of.bound else "",
        "body": of.body,
        "attempt": of.attempt,
        "roll": of.roll_size,
        "present": of.present,
        "passed": of.state == State.PASSED,
        "on_paper": of.on_paper,
        "resolution": of.digest,
    }
