"""Every address of the product, tried by everybody who has no business there."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction

from negotiate.law.words import Side
from tests.doors import ADMIN, OF_A_SEAT, OF_OFFICES, OF_PROGRAMS, OF_THE_ROLL
from tests.knocking import ADDRESSES, SHUT, knock, path_of
from tests.trace import OF_THE_RECORD, trace
from tests.world import ANYTHING, World, addresses

pytestmark = pytest.mark.on_one_database

W, E = Side.WORKER, Side.EMPLOYER


def test_every_address_has_an_expectation() -> None:
    assert ADDRESSES.keys() == {*OF_A_SEAT, *OF_OFFICES, *OF_PROGRAMS, *ADMIN}
    assert {name for name, parts in addresses() if "seat_id" in parts} == set(OF_A_SEAT)


@pytest.mark.parametrize("holder", ["chief", "chair", "other side", "staff"])
def test_a_seat_opens_to_nobody_but_its_holder(world: World, holder: str) -> None:
    about = world.about() | {"seat_id": world.seats()[holder].pk}
    before = trace()
    for name in OF_A_SEAT:
        for who, visitor in world.visitors.items():
            if who != holder:
                looked, pushed = knock(visitor, path_of(name, about))
                assert {looked, pushed} <= SHUT, (who, name)
    assert trace() == before


def test_a_link_that_was_revoked_opens_nothing_of_its_former_seat(world: World) -> None:
    about = world.about() | {"seat_id": world.ours.other(W).pk}
    before = trace()
    for name in OF_A_SEAT:
        assert set(knock(world.visitors["revoked"], path_of(name, about))) <= SHUT, name
    assert trace() == before


@pytest.mark.parametrize(
    "who", ["chief", "representative", "other side", "other room", "other chair"]
)
def test_nobody_reaches_another_rooms_things_from_the_own_seat(world: World, who: str) -> None:
    """Terms, polls and seats of a room can't even be named from another one."""
    elsewhere = world.ours if who in ("other room", "other chair") else world.theirs
    about = world.things(elsewhere) | {"seat_id": world.seats()[who].pk}
    before = trace(without=OF_THE_RECORD)
    for name, parts in ADDRESSES.items():
        if {"term_id", "poll_id", "other_id", "request_id"} & set(parts):
            looked, pushed = knock(world.visitors[who], path_of(name, about))
            assert looked in SHUT, name
            assert pushed in {302, 404, 405, 422}, name
    assert trace(without=OF_THE_RECORD) == before


def test_the_other_sides_question_can_be_neither_answered_nor_closed(world: World) -> None:
    before = trace(without=OF_THE_RECORD)
    for who, side in (("chief", E), ("representative", E), ("other side", W), ("chair", W)):
        about = {"seat_id": world.seats()[who].pk, "poll_id": world.polls[side].pk}
        assert world.visitors[who].post(path_of("vote", about), ANYTHING).status_code == 302
        if who != "chair":
            closed = world.visitors[who].post(path_of("close-poll", about), ANYTHING)
            assert closed.status_code == 302
    assert trace(without=OF_THE_RECORD) == before


def test_only_who_presides_sees_other_peoples_links(world: World) -> None:
    before = trace()
    for who in ("chief", "representative", "other side", "staff"):
        about = world.about() | {"seat_id": world.seats()[who].pk}
        for name in ("slips", "roster", "roster-upload", "unseat", "reissue", *OF_THE_ROLL):
            assert set(knock(world.visitors[who], path_of(name, about))) <= SHUT, (who, name)
    assert trace() == before


def test_what_was_tried_does_have_an_effect_where_the_door_is_open(world: World) -> None:
    for name, who in OF_A_SEAT.items():
        if who:
            about = world.about() | {"seat_id": world.seats()[who].pk}
            before = trace(without=OF_THE_RECORD)
            with undone():
                knock(world.visitors[who], path_of(name, about))
                assert trace(without=OF_THE_RECORD) != before, name


@contextmanager
def undone() -> Iterator[None]:
    """Take back in the end what the block did to the database."""
    point = transaction.savepoint()
    yield
    transaction.savepoint_rollback(point)


def test_a_ticket_on_a_page_is_for_that_seat_alone(world: World) -> None:
    """Nobody's page carries anybody else's link, ticket or code."""
    for who in ("chief", "representative", "other side"):
        seat = world.seats()[who]
        page = world.visitors[who].get(path_of("seat", {"seat_id": seat.pk})).content.decode()
        assert page.count('data-token="') == 1
        assert "/j/" not in page
        assert "/screen/" not in page
