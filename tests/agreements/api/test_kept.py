"""A federation's tokens are held against their book, which tells who made and revoked each."""

import json
from collections.abc import Callable

import pytest
from django.core.management import call_command

from agreements.api.actions import MOST, make, revoke
from agreements.api.kept import token_faults
from agreements.api.models import Token, TokenBook
from negotiate.law.refusal import Refused
from negotiate.people.models import Federation
from tests.agreements.archive.shelf import officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def federation() -> Federation:
    """One with a token of an officer, and one that the server made and the officer revoked."""
    federation = Federation.objects.create(name="阜宁县总工会")
    account = officer(federation)
    make(federation, "省总统计", 30, account)
    token, _ = make(federation, "门户", 3)
    revoke(token, account)
    return federation


def acts(federation: Federation) -> list[tuple[str, str, str]]:
    entries = TokenBook.objects.get(federation=federation).book.entries.order_by("number")
    read = [json.loads(entry.body) for entry in entries]
    return [(one["action"], one["actor"].get("name", ""), one["actor"]["office"]) for one in read]


def test_the_book_says_who_made_and_who_revoked(federation: Federation) -> None:
    assert acts(federation) == [
        ("make_token", "王芳", "阜宁县总工会"),
        ("make_token", "", "阜宁县总工会"),
        ("revoke_token", "王芳", "阜宁县总工会"),
    ]


def test_what_was_refused_stands_nowhere(federation: Federation) -> None:
    with pytest.raises(Refused):
        revoke(Token.objects.get(name="门户"))
    for _ in range(MOST - 1):
        make(federation, "统计", 3)
    with pytest.raises(Refused):
        make(federation, "统计", 3)
    assert len(acts(federation)) == 3 + MOST - 1


def test_no_secret_stands_in_the_book(federation: Federation) -> None:
    _, secret = make(federation, "统计", 3)
    assert secret not in str(list(federation.token_book.book.entries.values()))


def test_what_stands_is_what_the_book_says(
    federation: Federation, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list(token_faults(federation).values()) == [[], []]
    call_command("verify_record", "--all")
    assert f"tokens of {federation}: it holds" in capsys.readouterr().out
    assert token_faults(Federation.objects.create(name="霍山县总工会")) == {}


TOUCHED: dict[str, Callable[[], object]] = {
    "another secret": lambda: Token.objects.filter(name="省总统计").update(digest="0" * 64),
    "counts for longer": lambda: Token.objects.update(last_day="2099-01-01"),
    "counts again": lambda: Token.objects.update(revoked_at=None),
    "gone": lambda: Token.objects.filter(name="门户").delete(),
    "one that nobody made": lambda: Token.objects.filter(name="门户").update(id=10**6),
    "no book": lambda: TokenBook.objects.all().delete(),
}


@pytest.mark.parametrize("touch", TOUCHED.values(), ids=TOUCHED)
def test_what_was_touched_by_hand_is_found(
    federation: Federation, touch: Callable[[], object], capsys: pytest.CaptureFixture[str]
) -> None:
    touch()
    with pytest.raises(SystemExit):
        call_command("verify_record", "--county", federation.name)
    assert f"tokens of {federation}: token" in capsys.readouterr().err
