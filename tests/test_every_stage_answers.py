"""At every stage of the ordinary procedure every address of a seat answers whoever holds it: a
page, a form that is refused with a sentence, or a closed door; never a fault."""

import pytest
from django.db import transaction

from negotiate.law.words import Side, Stage
from negotiate.people.models import Seat
from tests.knocking import ADDRESSES, form_for, path_of
from tests.negotiate.contract import LATER, Agreed
from tests.negotiate.ordinary import WAYS, Ordinary
from tests.visitor import Visitor, seated, signed_in

pytestmark = pytest.mark.on_one_database

OF_A_SEAT = sorted(name for name, parts in ADDRESSES.items() if "seat_id" in parts)


def room_at(stage: Stage) -> Ordinary:
    return Ordinary().to(stage) if stage in WAYS else Agreed().on(stage)


def things(told: Ordinary) -> dict[str, object]:
    """One of each that an address may name, whether there is one or not."""
    room = told.room
    poll = room.polls.first()
    return {
        "term_id": told.term.pk,
        "poll_id": poll.pk if poll else 1,
        "other_id": told.chief(Side.EMPLOYER).pk,
        "order": "sum-up",
        **dict.fromkeys(
            (
                "bound_id",
                "entry",
                "file_id",
                "number",
                "package_id",
                "picture_id",
                "ratification_id",
                "request_id",
            ),
            1,
        ),
        "key": "MQ",
        "press": "ask",
        "place": 0,
        "ending": "json",
        "name": "sign-in",
    }


def visitors(told: Ordinary) -> dict[Seat, Visitor]:
    """The desk, which is the workers' chief as well, and the other side's chief."""
    other = told.chief(Side.EMPLOYER)
    return {told.desk: signed_in(told.account), other: seated(other)}


@pytest.mark.parametrize("stage", dict.fromkeys((*WAYS, *LATER)))
def test_every_address_answers(db: None, stage: Stage) -> None:
    told = room_at(stage)
    about = things(told)
    for seat, visitor in visitors(told).items():
        for name in OF_A_SEAT:
            path = path_of(name, {**about, "seat_id": seat.pk})
            assert visitor.get(path).status_code in (200, 204, 302, 404, 405), (name, seat)
            point = transaction.savepoint()
            assert visitor.post(path, form_for(path)).status_code < 500, (name, seat)
            transaction.savepoint_rollback(point)
