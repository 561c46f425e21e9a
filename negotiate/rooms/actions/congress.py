"""The congress or the staff that a draft is put to: who is on its roll, and who has come."""

from datetime import date, datetime
from typing import Any

from negotiate import moment
from negotiate.ballots.models import RollEntry
from negotiate.law.canonical import digest
from negotiate.law.profiles import Profile
from negotiate.law.refusal import Refused
from negotiate.law.words import VOTERS, Action, Electorate, Side
from negotiate.people.models import Seat, Seats
from negotiate.record.chain import read
from negotiate.rooms.models import Ratification, Room

_RULED = ("attendance", "approval", "secret")


def standing(room: Room, ratification_id: int) -> Ratification:
    """One that decides about the draft now."""
    found = room.ratifications.standing().select_related("bound").filter(pk=ratification_id)
    of = found.first()
    if of is None:
        raise Refused("没有这次审议，或者它已经结束。")
    return of


def workers(room: Room, bound_id: int | None = None) -> Seats:
    """All in the room who can have a vote in a ratification; of one bound enterprise, or of all."""
    seats = Seat.objects.filter(room=room, side=Side.WORKER, capacity__in=VOTERS, left_at=None)
    return seats.filter(bound=bound_id) if bound_id else seats


def ask_anew(seats: Seats) -> None:
    """Whoever came to the talks has not come to this: attendance is an act of its own."""
    seats.update(arrived_at=None, remote=False)


def on_roll(of: Ratification) -> Seats:
    """Everybody who has a vote in it, there or not."""
    return roll_of(of.room, of.by, of.bound_id)


def roll_of(room: Room, body: Electorate, bound_id: int | None = None) -> Seats:
    """Those of the room, or of one bound enterprise, who have a vote where this body ratifies."""
    seats = workers(room, bound_id)
    return seats.filter(in_congress=True) if body is Electorate.CONGRESS else seats


def is_enrolled(roll: Seats, body: Electorate) -> bool:
    """Whether a list of this body was imported: delegates alone are no list of the whole staff."""
    if body is Electorate.CONGRESS:
        return roll.exists()
    return roll.staff().filter(in_congress=False).exists()


def roll_digest(roll: Seats) -> str:
    """SHA-256 of a roll's names and staff numbers, by which the record knows it again."""
    names = roll.order_by("pk").values_list("person__name", "person__staff_number")
    return digest([list(name) for name in names])


def figures(of: Ratification) -> tuple[int, int]:
    """How many are on its roll now, and how many of them have come."""
    seats = on_roll(of)
    return seats.count(), seats.exclude(arrived_at=None).count()


def voters_before(of: Ratification) -> list[int]:
    """Those who had a vote in the first item: they have it in every other, and nobody else."""
    first = of.polls.order_by("pk")[:1].values("pk")
    return list(RollEntry.objects.filter(poll__in=first).values_list("seat", flat=True))


def require_unfrozen(room: Room) -> None:
    """Refused while items are voted on: the roll is that of the first."""
    if room.ratifications.standing().filter(state=Ratification.State.VOTING).exists():
        raise Refused("正在审议，名册已经定下，不能再改。")


def drawn_on(room: Room) -> date | None:
    """The day on which the talks were last summed up: nobody has voted on the draft before it."""
    acts = [act for act in read(room.book) if act["action"] == Action.SUM_UP]
    return moment.day_of(datetime.fromisoformat(acts[-1]["at"])) if acts else None


def frozen_rule(rules: Profile) -> dict[str, Any]:
    """The place's rule as a ratification keeps it, with its articles. It is always secret: what
    binds everybody is an important matter (企业民主管理规定 20)."""
    of = {key: value for key in _RULED if (value := rules.of(key))}
    rule = rules.ratification_rule()
    return {
        "threshold": rule.threshold.value,
        "attendance": list(rule.attendance) if rule.attendance else None,
        "articles": {key: value.article for key, value in of.items()},
        "unverified": [key for key, value in of.items() if not value.verified],
    }
