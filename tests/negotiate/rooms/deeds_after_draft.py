"""From the draft to the end of the contract: every act of the ordinary procedure as a call."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from agreements.papers.models import Paper
from agreements.signing.initials import initial
from negotiate import moment
from negotiate.law.enclosed import Enclosure
from negotiate.law.words import Action, Procedure
from negotiate.people.models import Seat
from negotiate.rooms.actions import filing, following, sitting
from negotiate.rooms.actions.drafting import draft
from negotiate.rooms.models import Term

A = Action


def sum_up(seat: Seat, hall: Any) -> None:
    """As the room's procedure does it."""
    if hall.room.goes_by is Procedure.SIMPLIFIED:
        sitting.sum_up(seat)
        return
    today = moment.today()
    draft(seat, starts_on=today, ends_on=today + timedelta(days=400))


def stand_by(seat: Seat, hall: Any) -> None:
    paper = Paper.objects.of_room(seat.room_id).first()
    initial(seat, text_digest=paper.digest if paper else "")


def hand_in(seat: Seat, hall: Any) -> None:
    filing.file(
        seat,
        filed_on=moment.today(),
        authority="县人力资源和社会保障局",
        copies=3,
        enclosed=list(Enclosure),
    )


def dissent(seat: Seat, hall: Any) -> None:
    terms = Term.objects.filter(item__room=seat.room_id).values_list("pk", flat=True)
    filing.object_to(seat, objected_on=moment.today(), text="没有写明", terms=terms)


AFTER_DRAFT: dict[Action, Callable[[Seat, Any], Any]] = {
    A.SUM_UP: sum_up,
    A.INITIAL: stand_by,
    A.FILE: hand_in,
    A.ACKNOWLEDGE: lambda seat, hall: filing.acknowledge(
        seat, received_on=moment.today(), receipt=""
    ),
    A.OBJECT: dissent,
    A.ANSWER_OBJECTION: lambda seat, hall: filing.answer_objection(seat),
    A.PUBLISH: lambda seat, hall: filing.publish(seat, published_on=moment.today(), place="公开栏"),
    A.AMEND: lambda seat, hall: following.amend(seat, reason="订单少了"),
    A.RENEW: lambda seat, hall: following.renew(seat, reason="快到期了"),
    A.TERMINATE: lambda seat, hall: following.end_by_agreement(seat, reason="搬迁"),
    A.TAKE_BACK_END: lambda seat, hall: following.take_back_end(seat),
}
