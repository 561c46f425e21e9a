"""So many ZIPs are made at once, and whoever comes then is told so."""

from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.core.signals import request_finished
from django.db import close_old_connections
from django.test import AsyncClient, RequestFactory
from django.urls import reverse

from agreements.export.views import BUSY, TURNS, as_zip
from negotiate.people.models import Account
from tests.agreements.archive.shelf import chair, enterprise, signed
from tests.visitor import signed_in

pytestmark = pytest.mark.django_db
ADDRESS = reverse("export-zip")


@pytest.fixture
def account() -> Account:
    firm = enterprise("神瑞胶业")
    for number in range(3):
        signed(firm, f"奖金{number}")
    return chair(firm)


def asked(account: Account) -> Any:
    """An answer that nobody has taken anything of."""
    request = RequestFactory().get(ADDRESS)
    request.user = account
    return as_zip(request)


def close(answer: Any) -> None:
    """As a server does, but for the database, which the test still needs."""
    request_finished.disconnect(close_old_connections)
    try:
        answer.close()
    finally:
        request_finished.connect(close_old_connections)


def test_the_third_is_told_to_come_later_and_comes_back_to_the_question(account: Account) -> None:
    first, second = asked(account), asked(account)
    third = signed_in(account).get(ADDRESS, {"q": "奖金"}, follow=True)
    assert third.redirect_chain == [(f"{reverse('archive')}?q=%E5%A5%96%E9%87%91", 302)]
    assert BUSY in third.content.decode()
    close(first)
    assert signed_in(account).get(ADDRESS).getvalue().startswith(b"PK")
    close(second)


def test_one_that_was_taken_to_its_end_makes_room(account: Account) -> None:
    for _ in range(5):
        assert signed_in(account).get(ADDRESS).getvalue().startswith(b"PK")


def test_one_that_is_left_in_the_middle_makes_room(account: Account) -> None:
    for _ in range(5):
        answer = asked(account)
        next(iter(answer))
        close(answer)


def test_one_that_never_came_to_be_sent_makes_room(account: Account) -> None:
    """Whoever asked had gone before the first part: nobody closes what nobody has."""
    for _ in range(5):
        asked(account)


def test_one_that_is_sent_by_the_other_server_makes_room(account: Account) -> None:
    client = AsyncClient()
    client.force_login(account, "django.contrib.auth.backends.ModelBackend")

    async def fetched() -> bytes:
        answer: Any = await client.get(ADDRESS)
        return b"".join([part async for part in answer])

    for _ in range(5):
        assert async_to_sync(fetched)().startswith(b"PK")


def test_a_question_that_is_none_takes_no_turn(account: Account) -> None:
    with TURNS.taken(), TURNS.taken():
        assert signed_in(account).get(ADDRESS, {"since": "x"}).status_code == 422
