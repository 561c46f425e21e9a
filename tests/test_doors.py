"""Every address of the product, tried by everybody who has no business there."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import transaction
from django.urls import reverse

from negotiate.law.words import Side
from tests.trace import OF_THE_RECORD, trace
from tests.visitor import Visitor
from tests.world import ANYTHING, World, addresses

W, E = Side.WORKER, Side.EMPLOYER
SHUT = {404, 405}  # 405: the method is wrong whoever asks
WITHOUT_ACCOUNT = (
    "stranger", "chief", "representative", "other side", "other room", "expired", "revoked",
)  # fmt: skip
ACCOUNTS = ("chair", "other chair", "officer", "foreign officer")

# What lies below a seat's own page opens to that seat alone, without exception. What it may do
# there is the law's table; which orders need an open door to have an effect stands beside it.
OF_A_SEAT: dict[str, str] = {
    "seat": "", "record": "", "seat-news": "", "term": "", "slips": "", "paper": "",
    "paper-print": "", "paper-scan": "", "seat-docx": "", "rescreen": "", "reopen": "",
    "confirm": "", "check-in": "", "mark-present": "", "unseat": "", "roster": "", "order": "",
    "open-poll": "", "roster-upload": "",
    "suspend": "chair", "escalate": "chair", "reissue": "chair", "add-term": "chair",
    "defer": "chair", "acclaim": "chair", "propose": "chief", "withdraw": "chief",
    "vote": "chief", "close-poll": "chief",
}  # fmt: skip

# Everything else: who gets which status for GET and for POST, in the order of ACCOUNTS; then those
# without an account, who are all treated alike. A login page is 302.
OF_OFFICES: dict[str, tuple[str, str]] = {
    "home": ("200 200 200 200 | 200", "405 405 405 405 | 405"),
    "new-matter": ("200 200 200 200 | 302", "302 302 422 422 | 302"),
    "screen-matter": ("200 404 404 404 | 302", "422 404 404 404 | 302"),
    "book": ("200 404 404 404 | 302", "422 404 404 404 | 302"),
    "sign-in": ("302 302 302 302 | 200", "302 302 302 302 | 200"),
    "sign-out": ("405 405 405 405 | 405", "- - - - | 302"),
    "password": ("200 200 200 200 | 302", "200 200 200 200 | 302"),
    "enter": ("404 404 404 404 | 404", "405 405 405 405 | 405"),
    "join": ("404 404 404 404 | 404", "404 404 404 404 | 404"),
    "screen": ("404 404 404 404 | 404", "405 405 405 405 | 405"),
    "screen-news": ("404 404 404 404 | 404", "405 405 405 405 | 405"),
    "archive": ("200 200 200 200 | 302", "405 405 405 405 | 302"),
    "archive-paper": ("200 404 200 404 | 302", "405 405 405 405 | 302"),
    "paper-docx": ("200 404 200 404 | 302", "405 405 405 405 | 302"),
    "paper-scan-file": ("200 404 200 404 | 302", "405 405 405 405 | 302"),
    "set_language": ("302 302 302 302 | 302", "302 302 302 302 | 302"),
    "healthz": ("200 200 200 200 | 200", "405 405 405 405 | 405"),
}
CHANGES = {("new-matter", "chair"), ("new-matter", "other chair")}  # each for its own enterprise
ADDRESSES = dict(addresses())
ADMIN = [name for name in ADDRESSES if name.startswith("admin:")]


@pytest.fixture
def world(db: None) -> World:
    return World()


def test_every_address_has_an_expectation() -> None:
    assert ADDRESSES.keys() == {*OF_A_SEAT, *OF_OFFICES, *ADMIN}
    assert {name for name, parts in addresses() if "seat_id" in parts} == set(OF_A_SEAT)


def path_of(name: str, about: dict[str, Any]) -> str:
    return reverse(name, kwargs={part: about[part] for part in ADDRESSES[name]})


def form_for(path: str) -> dict[str, Any]:
    """What would be done if the door were open. A proposal takes no field too many."""
    if path.endswith("/propose/"):
        return {name: v for name, v in ANYTHING.items() if name.startswith(("rows", "answers"))}
    return ANYTHING | ({"kind": "text"} if path.endswith("/add/") else {})


def knock(visitor: Visitor, path: str) -> tuple[int, int]:
    """Look and push: the two statuses."""
    return visitor.get(path).status_code, visitor.post(path, form_for(path)).status_code


@pytest.mark.parametrize("holder", ["chief", "chair", "other side"])
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
        if {"term_id", "poll_id", "other_id"} & set(parts):
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
    for who in ("chief", "representative", "other side"):
        about = world.about() | {"seat_id": world.seats()[who].pk}
        for name in ("slips", "roster", "roster-upload", "unseat", "reissue"):
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


def expected(line: str, who: str) -> str:
    accounts, others = line.split("|")
    of_accounts = dict(zip(ACCOUNTS, accounts.split(), strict=True))
    return of_accounts.get(who, others.strip())


@pytest.mark.parametrize("who", [*ACCOUNTS, *WITHOUT_ACCOUNT])
def test_an_office_page_opens_to_its_office(world: World, who: str) -> None:
    visitor, about = world.visitors[who], world.about()
    for name, lines in OF_OFFICES.items():
        path, before = path_of(name, about), trace()
        looks, pushes = (expected(line, who) for line in lines)
        assert str(visitor.get(path).status_code) == looks, name
        if pushes != "-":
            assert str(visitor.post(path, ANYTHING).status_code) == pushes, name
        assert (trace() != before) is ((name, who) in CHANGES), name


def test_the_admin_opens_to_none_of_them(world: World) -> None:
    before = trace()
    for name in sorted(set(ADMIN) - {"admin:None", "admin:login", "admin:logout"}):
        for who, visitor in world.visitors.items():
            status = visitor.get(path_of(name, world.about())).status_code
            assert status in (302, 403), (name, who)
    for who, visitor in world.visitors.items():
        path = path_of("admin:negotiate_federation_add", {})
        assert visitor.post(path, ANYTHING).status_code == 302, who
    assert trace() == before


def test_a_made_up_number_is_no_address(world: World) -> None:
    """Nothing but a plain refusal, for a stranger and for somebody seated."""
    seat, before = world.ours.chief(W).pk, trace(without=OF_THE_RECORD)
    for number in ("0", "-1", "9" * 30, "9" * 5000, "x", "1.5", "%00", "１"):
        paths = [f"/s/{number}/", f"/s/{number}/begin/", f"/s/{seat}/terms/{number}/",
                 f"/s/{seat}/terms/{number}/propose/", f"/s/{seat}/polls/{number}/vote/",
                 f"/archive/{number}/", f"/matters/{number}/book/", f"/j/{number}/",
                 f"/screen/{number}/"]  # fmt: skip
        for path in paths:
            for who in ("stranger", "chief", "chair"):
                statuses = set(knock(world.visitors[who], path))
                assert statuses <= {302, 404, 405}, (path[:80], who)
    assert trace(without=OF_THE_RECORD) == before


def test_a_made_up_number_in_a_form_or_a_question_does_no_harm(world: World) -> None:
    chief, before = world.visitors["chief"], trace(without=OF_THE_RECORD)
    seat = {"seat_id": world.ours.chief(W).pk}
    propose = path_of("propose", world.about() | seat)
    for number in ("", "-1", "9" * 5000, "x", "²", "１"):
        assert chief.get(path_of("seat-news", seat), {"v": number}).status_code == 200
        assert chief.post(propose, form_for(propose) | {"answers": number}).status_code == 422
        chief.post(propose, form_for(propose) | {"remove_row": number, "answers": number})
    assert trace(without=OF_THE_RECORD) == before


def test_a_ticket_on_a_page_is_for_that_seat_alone(world: World) -> None:
    """Nobody's page carries anybody else's link, ticket or code."""
    for who in ("chief", "representative", "other side"):
        seat = world.seats()[who]
        page = world.visitors[who].get(path_of("seat", {"seat_id": seat.pk})).content.decode()
        assert page.count('data-token="') == 1
        assert "/j/" not in page
        assert "/screen/" not in page
