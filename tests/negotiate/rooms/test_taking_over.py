"""Who keeps the desk may fall ill: another account of the enterprise goes on, and the record says
who, when and why."""

from datetime import timedelta
from typing import Any

import pytest

from negotiate import moment
from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity, Side, Stage
from negotiate.people.models import Account, Enterprise
from negotiate.people.roster_file import RosterRow
from negotiate.record.chain import faults, read
from negotiate.rooms.actions import composing, seating, sitting
from negotiate.rooms.actions.taking_over import take_over
from negotiate.rooms.models import Room
from tests.negotiate.meeting import Meeting
from tests.negotiate.ordinary import CHAIR, EMPLOYERS, WORKERS, Ordinary
from tests.visitor import seated, signed_in

W, E = Side.WORKER, Side.EMPLOYER
DEPUTY = "顾明"
BREAK: dict[str, Any] = {
    "reason": "换人",
    "at": moment.now() + timedelta(days=2),
    "place": "会议室",
    "content": "继续谈",
}


def deputy(room: Room, name: str = DEPUTY) -> Account:
    return Account.objects.create(username=name, name=name, enterprise=room.enterprise)


def take(room: Room, account: Account) -> None:
    take_over(account, room.pk, reason="主席住院")


@pytest.fixture
def talking(db: None) -> Ordinary:
    return Ordinary().to(Stage.IN_SESSION)


def test_the_deputy_keeps_the_desk_and_the_old_account_is_out(talking: Ordinary) -> None:
    old, chief = signed_in(talking.account), talking.seat(CHAIR)
    assert old.get(f"/s/{chief.pk}/").status_code == 200
    take(talking.room, deputy(talking.room))
    assert old.get(f"/s/{chief.pk}/").status_code == 404
    new = talking.seat(DEPUTY)
    assert (new.keeps_desk, new.capacity, new.presides) == (True, Capacity.ATTENDEE, False)
    now = talking.seat(CHAIR)
    assert (now.account, now.is_chief, now.presides) == (None, True, True)
    assert now.link_serial > chief.link_serial
    with pytest.raises(Refused, match="不在这个会场"):
        seating.reissue(chief, talking.seat(WORKERS[0]).pk)


def test_the_record_says_who_took_over_from_whom_and_why(talking: Ordinary) -> None:
    take(talking.room, deputy(talking.room))
    last = [*read(talking.room.book)][-1]
    assert (last["action"], last["actor"]["name"]) == ("take_desk", DEPUTY)
    assert last["data"]["from"]["name"] == CHAIR
    assert (last["data"]["to"]["name"], last["data"]["reason"]) == (DEPUTY, "主席住院")
    assert not [*faults(talking.room.book)]


def test_then_the_chairs_own_place_can_be_vacated_and_filled(talking: Ordinary) -> None:
    take(talking.room, deputy(talking.room))
    desk = talking.seat(DEPUTY)
    composing.vacate(desk, talking.seat(CHAIR).pk, reason="住院")
    assert talking.presiding().of is E
    seating.seat_persons(desk, [RosterRow("马九", "", "", W, Capacity.CHIEF)])
    assert talking.chief(W).person.name == "马九"


def test_a_representative_who_has_an_account_keeps_the_own_place(talking: Ordinary) -> None:
    phone = seated(talking.seat(WORKERS[0]))
    take(talking.room, deputy(talking.room, WORKERS[0]))
    now = talking.seat(WORKERS[0])
    assert (now.capacity, now.keeps_desk) == (Capacity.REPRESENTATIVE, True)
    assert phone.get(f"/s/{now.pk}/").status_code == 404


def test_nobody_of_the_employer_and_no_other_enterprise_takes_it(talking: Ordinary) -> None:
    room = talking.room
    with pytest.raises(Refused, match="在企业方就座"):
        take(room, deputy(room, EMPLOYERS[0]))
    other = Enterprise.objects.create(name="别家", federation=room.enterprise.federation)
    stranger = Account.objects.create(username="x", name="外人", enterprise=other)
    officer = Account.objects.create(
        username="y", name="县里", federation=room.enterprise.federation
    )
    for account in (stranger, officer):
        with pytest.raises(Refused):
            take(room, account)
    with pytest.raises(Refused, match="已经由您管着"):
        take(room, talking.account)
    assert talking.seat(CHAIR).account == talking.account


def test_who_is_well_again_takes_it_back(talking: Ordinary) -> None:
    take(talking.room, deputy(talking.room))
    take(talking.room, talking.account)
    assert talking.seat(CHAIR).keeps_desk
    assert not talking.seat(DEPUTY).keeps_desk


def test_in_a_simplified_meeting_presiding_goes_along(in_session: Meeting) -> None:
    room = in_session.room
    take(room, deputy(room))
    (leads,) = room.seats.filter(presides=True).select_related("person", "room")
    assert (leads.person.name, leads.keeps_desk) == (DEPUTY, True)
    seating.check_in(leads, remote=False)
    sitting.suspend(leads, **BREAK)
    assert in_session.room.is_at is Stage.SUSPENDED


def test_where_the_negotiation_is_over_there_is_nothing_to_take_over(db: None) -> None:
    talks = Ordinary().to(Stage.ENDED)
    with pytest.raises(Refused, match="接管会务"):
        take(talks.room, deputy(talks.room))


def test_the_page_of_the_deputy(talking: Ordinary) -> None:
    visitor = signed_in(deputy(talking.room))
    matter = talking.room.agenda.all()[0].matter_id
    here = f"/matters/{matter}/take-desk/"
    assert here in visitor.get("/").content.decode()
    assert f"现在由{CHAIR}管会务" in visitor.get(here).content.decode()
    assert visitor.post(here, {"reason": ""}).status_code == 422
    assert visitor.post(here, {"reason": "主席住院"}).headers["Location"].startswith("/s/")
    assert visitor.get(here).status_code == 404
    assert here not in visitor.get("/").content.decode()
    assert here in signed_in(talking.account).get("/").content.decode()
