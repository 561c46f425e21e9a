"""Whoever is put on a roll while the page is open is asked for a vote without opening it again."""

from collections.abc import Callable
from datetime import date

import pytest

from negotiate.law.words import Action, Electorate
from negotiate.people.models import Seat
from negotiate.people.staff_file import StaffRow
from negotiate.rooms.actions import enrolment, ratification, seating
from negotiate.rooms.models import BoundEnterprise
from negotiate.rooms.order import ordered
from tests.negotiate.live.phone import Phone, act, ticket_of
from tests.negotiate.ratifying import Ratifying


@pytest.fixture
def draft(committing: None) -> Ratifying:
    """Before a congress of which nobody is enrolled; one of the staff is on the roll."""
    draft = Ratifying(0)
    draft.enrol(1, in_congress=False)
    draft.summon()
    return draft


def staff(draft: Ratifying) -> Seat:
    return draft.room.seats.staff().select_related("person", "room").get()


def delegate(draft: Ratifying, seat: Seat, enterprise: str = "") -> None:
    """As a list of the congress that names somebody who is there already."""
    person = seat.person
    row = StaffRow(2, person.name, person.staff_number, "", True, enterprise)
    with ordered(draft.desk, Action.ENROL) as order:
        enrolment.enrol(order, [row])


def vote_begins(draft: Ratifying, seat: Seat) -> int:
    seating.check_in(seat, remote=False)
    return draft.ask(draft.terms[0]).pk


@pytest.mark.parametrize("who", [staff, Ratifying.other_worker])
async def test_a_new_delegate_is_asked_on_the_page_that_is_open(
    draft: Ratifying, who: Callable[[Ratifying], Seat]
) -> None:
    seat = await act(who, draft)
    async with Phone(await act(ticket_of, seat)) as phone:
        (news, *_) = await phone.greet()
        assert 'data-task="check-in"' not in news["html"]
        await act(delegate, draft, seat)
        while 'data-task="check-in"' not in (await phone.hear("news"))["html"]:
            pass
        poll = await act(vote_begins, draft, seat)
        while f'data-ballot="{poll}"' not in (await phone.hear("news"))["html"]:
            pass
        await phone.say("vote", poll=poll, choice="yes", key="a" * 32)
        assert (await phone.hear("receipt"))["poll"] == poll


async def test_a_page_from_before_connects_again_as_the_delegate_it_is_now(
    draft: Ratifying,
) -> None:
    seat = await act(staff, draft)
    before = await act(ticket_of, seat)
    await act(delegate, draft, seat)
    async with Phone(before) as phone:
        (news, *_) = await phone.greet()
        assert 'data-task="check-in"' in news["html"]


def of_a_sector() -> tuple[Ratifying, BoundEnterprise]:
    """A delegate of nobody's, where each enterprise ratifies by itself."""
    draft = Ratifying(1)
    bound = BoundEnterprise.objects.create(
        room=draft.room,
        name="凌河饭店",
        head_count=9,
        mandated_by="王海",
        mandated_on=date(2026, 1, 5),
        mandate="授权协商",
    )
    ratification.open_ratification(draft.desk, Electorate.CONGRESS, each=True)
    return draft, bound


async def test_a_delegate_who_is_assigned_to_an_enterprise_is_asked_with_it(
    committing: None,
) -> None:
    draft, own = await act(of_a_sector)
    (seat,) = draft.delegates
    async with Phone(await act(ticket_of, seat)) as phone:
        (news, *_) = await phone.greet()
        assert 'data-task="check-in"' not in news["html"]
        await act(delegate, draft, seat, own.name)
        while 'data-task="check-in"' not in (await phone.hear("news"))["html"]:
            pass
